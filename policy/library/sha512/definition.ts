import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  /// The SHA512 hash.
  public abstract class SHA512 : HashAlgorithm {
    static SHA512 Create();
    [Beyond] static byte[] HashData(byte[] source);
  }
  public class SHA512Managed : SHA512 {
    SHA512Managed();
  }
  public class SHA512CryptoServiceProvider : SHA512 {
    [Beyond] SHA512CryptoServiceProvider();
  }
`);
