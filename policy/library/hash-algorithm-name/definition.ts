import { declareType } from "../declare";

export const declaration = declareType(`
  namespace System.Security.Cryptography;
  /// The name of a hash function, for signatures.
  public struct HashAlgorithmName : IEquatable<HashAlgorithmName> {
    HashAlgorithmName(string name);
    static HashAlgorithmName MD5 { get; }
    static HashAlgorithmName SHA1 { get; }
    static HashAlgorithmName SHA256 { get; }
    static HashAlgorithmName SHA384 { get; }
    static HashAlgorithmName SHA512 { get; }
    string Name { get; }
    bool Equals(HashAlgorithmName other);
    static bool operator ==(HashAlgorithmName left, HashAlgorithmName right);
    static bool operator !=(HashAlgorithmName left, HashAlgorithmName right);
  }
`);
