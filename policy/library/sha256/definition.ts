import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  /// The SHA256 hash.
  public abstract class SHA256 : HashAlgorithm {
    static SHA256 Create();
    [Beyond] static byte[] HashData(byte[] source);
  }
  public class SHA256Managed : SHA256 {
    SHA256Managed();
  }
  public class SHA256CryptoServiceProvider : SHA256 {
    [Beyond] SHA256CryptoServiceProvider();
  }
`);
