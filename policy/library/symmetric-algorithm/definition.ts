import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  /// A cipher with one key, for byte[].Encrypt and byte[].Decrypt.
  public abstract class SymmetricAlgorithm : IDisposable {
    static SymmetricAlgorithm Create(string algName);
    byte[] Key { get; set; }
    byte[] IV { get; set; }
    CipherMode Mode { get; set; }
    PaddingMode Padding { get; set; }
    int KeySize { get; }
    int BlockSize { get; }
    void GenerateKey();
    void GenerateIV();
    void Clear();
    void Dispose();
  }
  public abstract class Aes : SymmetricAlgorithm {
    [Beyond] static Aes Create();
  }
  public sealed class AesManaged : Aes {
    [Beyond] AesManaged();
  }
  public sealed class AesCryptoServiceProvider : Aes {
    [Beyond] AesCryptoServiceProvider();
  }
  public abstract class TripleDES : SymmetricAlgorithm {
    [Beyond] static TripleDES Create();
  }
  public sealed class TripleDESCryptoServiceProvider : TripleDES {
    [Beyond] TripleDESCryptoServiceProvider();
  }
`);
