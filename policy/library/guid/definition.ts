import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// A globally unique identifier of 128 bits.
  public struct Guid : IComparable, IComparable<Guid>, IEquatable<Guid>, IFormattable {
    static readonly Guid Empty;
    Guid();
    Guid(byte[] b);
    Guid(string g);
    Guid(int a, short b, short c, byte[] d);
    Guid(int a, short b, short c, byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k);
    /// A random one.
    static Guid NewGuid();
    static Guid Parse(string input);
    static Guid ParseExact(string input, string format);
    static bool TryParse(string input, out Guid result);
    static bool TryParse(string s, IFormatProvider provider, out Guid result);
    static bool TryParseExact(string input, string format, out Guid result);
    int CompareTo(object value);
    int CompareTo(Guid value);
    bool Equals(object o);
    bool Equals(Guid g);
    int GetHashCode();
    byte[] ToByteArray();
    string ToString();
    /// In one of the formats N, D, B, P and X.
    string ToString(string format);
    string ToString(string format, IFormatProvider provider);
    static bool operator ==(Guid a, Guid b);
    static bool operator !=(Guid a, Guid b);
    static bool operator <(Guid left, Guid right);
    static bool operator <=(Guid left, Guid right);
    static bool operator >(Guid left, Guid right);
    static bool operator >=(Guid left, Guid right);
  }
`);
