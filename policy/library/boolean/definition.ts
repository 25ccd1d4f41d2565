import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// True or false.
  public struct Boolean : IComparable, IComparable<bool>, IEquatable<bool> {
    static readonly string TrueString;
    static readonly string FalseString;
    int CompareTo(object obj);
    int CompareTo(bool value);
    bool Equals(object obj);
    bool Equals(bool obj);
    int GetHashCode();
    /// Reads "true" or "false", whatever its case; throws on anything else.
    static bool Parse(string value);
    string ToString();
    string ToString(IFormatProvider provider);
    static bool TryParse(string value, out bool result);
  }
`);
