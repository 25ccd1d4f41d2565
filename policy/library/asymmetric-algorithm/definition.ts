import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  public abstract class AsymmetricAlgorithm : IDisposable {
    int KeySize { get; }
    string SignatureAlgorithm { get; }
    string KeyExchangeAlgorithm { get; }
    void Clear();
    void Dispose();
  }
`);
