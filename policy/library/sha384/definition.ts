import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  /// The SHA384 hash.
  public abstract class SHA384 : HashAlgorithm {
    static SHA384 Create();
    [Beyond] static byte[] HashData(byte[] source);
  }
  public class SHA384Managed : SHA384 {
    SHA384Managed();
  }
  public class SHA384CryptoServiceProvider : SHA384 {
    [Beyond] SHA384CryptoServiceProvider();
  }
`);
