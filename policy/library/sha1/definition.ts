import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  /// The SHA1 hash.
  public abstract class SHA1 : HashAlgorithm {
    static SHA1 Create();
    [Beyond] static byte[] HashData(byte[] source);
  }
  public class SHA1Managed : SHA1 {
    SHA1Managed();
  }
  public class SHA1CryptoServiceProvider : SHA1 {
    [Beyond] SHA1CryptoServiceProvider();
  }
`);
