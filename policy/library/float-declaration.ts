/** What double and float declare alike. */
export function floatDeclaration(name: string, keyword: string, doc: string, max: string, epsilon: string): string {
  return `
    namespace System;
    /// ${doc}
    public struct ${name} : IComparable, IComparable<${keyword}>, IEquatable<${keyword}>, IFormattable {
      const ${keyword} MaxValue = ${max};
      const ${keyword} MinValue = -${max};
      /// The smallest positive number.
      const ${keyword} Epsilon = ${epsilon};
      static readonly ${keyword} NaN;
      static readonly ${keyword} PositiveInfinity;
      static readonly ${keyword} NegativeInfinity;
      int CompareTo(object value);
      int CompareTo(${keyword} value);
      bool Equals(object obj);
      bool Equals(${keyword} obj);
      int GetHashCode();
      static bool IsFinite(${keyword} d);
      static bool IsInfinity(${keyword} d);
      static bool IsInteger(${keyword} value);
      static bool IsNaN(${keyword} d);
      static bool IsNegative(${keyword} d);
      static bool IsNegativeInfinity(${keyword} d);
      static bool IsPositiveInfinity(${keyword} d);
      static ${keyword} Parse(string s);
      static ${keyword} Parse(string s, NumberStyles style);
      static ${keyword} Parse(string s, IFormatProvider provider);
      static ${keyword} Parse(string s, NumberStyles style, IFormatProvider provider);
      string ToString();
      string ToString(string format);
      string ToString(IFormatProvider provider);
      string ToString(string format, IFormatProvider provider);
      static bool TryParse(string s, out ${keyword} result);
      static bool TryParse(string s, IFormatProvider provider, out ${keyword} result);
      static bool TryParse(string s, NumberStyles style, IFormatProvider provider, out ${keyword} result);
    }
  `;
}
