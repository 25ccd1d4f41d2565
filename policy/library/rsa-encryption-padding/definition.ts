import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  public sealed class RSAEncryptionPadding {
    static RSAEncryptionPadding Pkcs1 { get; }
    static RSAEncryptionPadding OaepSHA1 { get; }
    static RSAEncryptionPadding OaepSHA256 { get; }
    static RSAEncryptionPadding OaepSHA384 { get; }
    static RSAEncryptionPadding OaepSHA512 { get; }
  }
`);
