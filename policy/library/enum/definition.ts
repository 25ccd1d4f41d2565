import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// What every enumeration is.
  public abstract class Enum : IComparable, IFormattable {
    [Beyond] static string GetName<TEnum>(TEnum value) where TEnum : struct;
    [Beyond] static string[] GetNames<TEnum>() where TEnum : struct;
    [Beyond] static TEnum[] GetValues<TEnum>() where TEnum : struct;
    [Beyond] static bool IsDefined<TEnum>(TEnum value) where TEnum : struct;
    /// The member with this name or number; throws when there is none.
    static TEnum Parse<TEnum>(string value) where TEnum : struct;
    static TEnum Parse<TEnum>(string value, bool ignoreCase) where TEnum : struct;
    static bool TryParse<TEnum>(string value, out TEnum result) where TEnum : struct;
    static bool TryParse<TEnum>(string value, bool ignoreCase, out TEnum result) where TEnum : struct;
    int CompareTo(object target);
    bool Equals(object obj);
    int GetHashCode();
    [Beyond] bool HasFlag(Enum flag);
    string ToString();
    string ToString(string format);
    string ToString(IFormatProvider provider);
    string ToString(string format, IFormatProvider provider);
  }
`);
