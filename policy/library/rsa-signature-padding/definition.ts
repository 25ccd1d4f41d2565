import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  public sealed class RSASignaturePadding {
    static RSASignaturePadding Pkcs1 { get; }
    static RSASignaturePadding Pss { get; }
  }
`);
