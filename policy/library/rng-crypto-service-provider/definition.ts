import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  /// Random bytes that nobody can guess.
  public sealed class RNGCryptoServiceProvider : IDisposable {
    RNGCryptoServiceProvider();
    void GetBytes(byte[] data);
    void GetBytes(byte[] data, int offset, int count);
    void GetNonZeroBytes(byte[] data);
    void Dispose();
  }
  public static class RandomNumberGenerator {
    [Beyond] static byte[] GetBytes(int count);
    [Beyond] static int GetInt32(int toExclusive);
    [Beyond] static int GetInt32(int fromInclusive, int toExclusive);
  }
`);
