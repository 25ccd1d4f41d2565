import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  public abstract class HMAC : KeyedHashAlgorithm {
    static HMAC Create(string algorithmName);
    string HashName { get; }
  }
  /// A keyed hash with MD5.
  public class HMACMD5 : HMAC {
    HMACMD5();
    HMACMD5(byte[] key);
    [Beyond] static byte[] HashData(byte[] key, byte[] source);
  }
  /// A keyed hash with SHA1.
  public class HMACSHA1 : HMAC {
    HMACSHA1();
    HMACSHA1(byte[] key);
    [Beyond] static byte[] HashData(byte[] key, byte[] source);
  }
  /// A keyed hash with SHA256.
  public class HMACSHA256 : HMAC {
    HMACSHA256();
    HMACSHA256(byte[] key);
    [Beyond] static byte[] HashData(byte[] key, byte[] source);
  }
  /// A keyed hash with SHA384.
  public class HMACSHA384 : HMAC {
    HMACSHA384();
    HMACSHA384(byte[] key);
    [Beyond] static byte[] HashData(byte[] key, byte[] source);
  }
  /// A keyed hash with SHA512.
  public class HMACSHA512 : HMAC {
    HMACSHA512();
    HMACSHA512(byte[] key);
    [Beyond] static byte[] HashData(byte[] key, byte[] source);
  }
`);
