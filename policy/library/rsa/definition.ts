import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  /// An RSA key: signs, verifies, encrypts and decrypts.
  public abstract class RSA : AsymmetricAlgorithm {
    static RSA Create();
    byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding);
    byte[] SignData(byte[] data, int offset, int count, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding);
    byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding);
    bool VerifyData(byte[] data, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding);
    bool VerifyHash(byte[] hash, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding);
    byte[] Encrypt(byte[] data, RSAEncryptionPadding padding);
    byte[] Decrypt(byte[] data, RSAEncryptionPadding padding);
    void ImportFromPem(string input);
    void ImportPkcs8PrivateKey(byte[] source, out int bytesRead);
    void ImportRSAPrivateKey(byte[] source, out int bytesRead);
    void ImportRSAPublicKey(byte[] source, out int bytesRead);
    void ImportSubjectPublicKeyInfo(byte[] source, out int bytesRead);
    byte[] ExportPkcs8PrivateKey();
    byte[] ExportRSAPublicKey();
    byte[] ExportSubjectPublicKeyInfo();
  }
  public sealed class RSACng : RSA {
    [Beyond] RSACng();
  }
  public sealed class RSACryptoServiceProvider : RSA {
    [Beyond] RSACryptoServiceProvider();
  }
`);
