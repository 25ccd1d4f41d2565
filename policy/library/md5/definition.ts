import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  /// The MD5 hash.
  public abstract class MD5 : HashAlgorithm {
    static MD5 Create();
    [Beyond] static byte[] HashData(byte[] source);
  }
  public class MD5CryptoServiceProvider : MD5 {
    [Beyond] MD5CryptoServiceProvider();
  }
`);
