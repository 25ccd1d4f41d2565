import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  /// A hash function. ComputeHash gives the hash of bytes.
  public abstract class HashAlgorithm : IDisposable {
    static HashAlgorithm Create();
    static HashAlgorithm Create(string hashName);
    int HashSize { get; }
    byte[] Hash { get; }
    byte[] ComputeHash(byte[] buffer);
    byte[] ComputeHash(byte[] buffer, int offset, int count);
    void Clear();
    void Dispose();
    void Initialize();
  }
`);
