import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// A decimal number of up to 29 digits, exact to its last one.
  public struct Decimal : IComparable, IComparable<decimal>, IEquatable<decimal>, IFormattable {
    static readonly decimal MaxValue;
    static readonly decimal MinValue;
    static readonly decimal MinusOne;
    static readonly decimal One;
    static readonly decimal Zero;
    Decimal(int value);
    Decimal(uint value);
    Decimal(long value);
    Decimal(ulong value);
    Decimal(float value);
    Decimal(double value);
    Decimal(int lo, int mid, int hi, bool isNegative, byte scale);
    static decimal Abs(decimal value);
    static decimal Add(decimal d1, decimal d2);
    static decimal Ceiling(decimal d);
    static int Compare(decimal d1, decimal d2);
    static decimal Divide(decimal d1, decimal d2);
    static bool Equals(decimal d1, decimal d2);
    static decimal Floor(decimal d);
    static decimal Max(decimal x, decimal y);
    static decimal Min(decimal x, decimal y);
    static decimal Multiply(decimal d1, decimal d2);
    static decimal Negate(decimal d);
    static decimal Parse(string s);
    static decimal Parse(string s, NumberStyles style);
    static decimal Parse(string s, IFormatProvider provider);
    static decimal Parse(string s, NumberStyles style, IFormatProvider provider);
    static decimal Remainder(decimal d1, decimal d2);
    /// To the nearest number with so many decimals; from the middle to the even one unless told otherwise.
    static decimal Round(decimal d);
    static decimal Round(decimal d, int decimals);
    static decimal Round(decimal d, MidpointRounding mode);
    static decimal Round(decimal d, int decimals, MidpointRounding mode);
    static int Sign(decimal d);
    static decimal Subtract(decimal d1, decimal d2);
    static byte ToByte(decimal value);
    static double ToDouble(decimal d);
    static short ToInt16(decimal value);
    static int ToInt32(decimal d);
    static long ToInt64(decimal d);
    static sbyte ToSByte(decimal value);
    static float ToSingle(decimal d);
    static ushort ToUInt16(decimal value);
    static uint ToUInt32(decimal d);
    static ulong ToUInt64(decimal d);
    static decimal Truncate(decimal d);
    static bool TryParse(string s, out decimal result);
    static bool TryParse(string s, IFormatProvider provider, out decimal result);
    static bool TryParse(string s, NumberStyles style, IFormatProvider provider, out decimal result);
    static int[] GetBits(decimal d);
    byte Scale { get; }
    int CompareTo(object value);
    int CompareTo(decimal value);
    bool Equals(object value);
    bool Equals(decimal value);
    int GetHashCode();
    string ToString();
    string ToString(string format);
    string ToString(IFormatProvider provider);
    string ToString(string format, IFormatProvider provider);
  }
`);
