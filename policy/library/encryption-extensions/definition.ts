import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System;
  /// What the gateway adds to bytes and certificates.
  public static class EncryptionExtensions {
    /// Encrypts with a symmetric algorithm such as "Aes".
    static byte[] Encrypt(this byte[] input, string alg, byte[] key, byte[] iv);
    static byte[] Encrypt(this byte[] input, SymmetricAlgorithm alg);
    static byte[] Encrypt(this byte[] input, SymmetricAlgorithm alg, byte[] key, byte[] iv);
    static byte[] Decrypt(this byte[] input, string alg, byte[] key, byte[] iv);
    static byte[] Decrypt(this byte[] input, SymmetricAlgorithm alg);
    static byte[] Decrypt(this byte[] input, SymmetricAlgorithm alg, byte[] key, byte[] iv);
    /// Verifies the chain without asking whether a certificate of it was revoked.
    static bool VerifyNoRevocation(this X509Certificate2 input);
  }
`);
