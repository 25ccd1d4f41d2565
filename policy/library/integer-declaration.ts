import type { IntegerKind } from "./integer-kinds";

const suffixes = new Map([
  ["Int64", "L"],
  ["UInt32", "U"],
  ["UInt64", "UL"],
]);

/** What every integer type declares, with the word that C# has for it. */
export function integerDeclaration({ name, bits, min, max }: IntegerKind, keyword: string): string {
  const suffix = suffixes.get(name) ?? "";
  return `
    namespace System;
    /// ${min < 0n ? "A signed" : "An unsigned"} whole number of ${bits} bits.
    public struct ${name} : IComparable, IComparable<${keyword}>, IEquatable<${keyword}>, IFormattable {
      const ${keyword} MaxValue = ${max}${suffix};
      const ${keyword} MinValue = ${min}${suffix};
      int CompareTo(object value);
      int CompareTo(${keyword} value);
      bool Equals(object obj);
      bool Equals(${keyword} obj);
      int GetHashCode();
      /// Reads a number; throws when the text is none.
      static ${keyword} Parse(string s);
      static ${keyword} Parse(string s, NumberStyles style);
      static ${keyword} Parse(string s, IFormatProvider provider);
      static ${keyword} Parse(string s, NumberStyles style, IFormatProvider provider);
      string ToString();
      string ToString(string format);
      string ToString(IFormatProvider provider);
      string ToString(string format, IFormatProvider provider);
      /// Reads a number; false when the text is none.
      static bool TryParse(string s, out ${keyword} result);
      static bool TryParse(string s, IFormatProvider provider, out ${keyword} result);
      static bool TryParse(string s, NumberStyles style, IFormatProvider provider, out ${keyword} result);
    }
  `;
}
