import { declareType } from "@/policy/library/declare";

const numbers = ["byte", "decimal", "double", "float", "int", "long", "sbyte", "short", "uint", "ulong", "ushort"];
const integers = ["byte", "int", "long", "sbyte", "short", "uint", "ulong", "ushort"];

/** To each type: the types it is converted from, besides object and string. */
const targets: readonly (readonly [name: string, keyword: string, from: readonly string[]])[] = [
  ["ToBoolean", "bool", ["bool", ...numbers]],
  ["ToByte", "byte", ["bool", "char", ...numbers]],
  ["ToChar", "char", ["char", ...integers]],
  ["ToDecimal", "decimal", ["bool", ...numbers]],
  ["ToDouble", "double", ["bool", ...numbers]],
  ["ToInt16", "short", ["bool", "char", ...numbers]],
  ["ToInt32", "int", ["bool", "char", ...numbers]],
  ["ToInt64", "long", ["bool", "char", ...numbers]],
  ["ToSByte", "sbyte", ["bool", "char", ...numbers]],
  ["ToSingle", "float", ["bool", ...numbers]],
  ["ToUInt16", "ushort", ["bool", "char", ...numbers]],
  ["ToUInt32", "uint", ["bool", "char", ...numbers]],
  ["ToUInt64", "ulong", ["bool", "char", ...numbers]],
];

const conversions = targets.flatMap(([name, keyword, from]) => [
  ...[...from, "object", "string"].map((source) => `static ${keyword} ${name}(${source} value);`),
  `static ${keyword} ${name}(object value, IFormatProvider provider);`,
  `static ${keyword} ${name}(string value, IFormatProvider provider);`,
  ...(integers.includes(keyword) ? [`static ${keyword} ${name}(string value, int fromBase);`] : []),
]);

const texts = ["bool", "char", ...numbers, "object", "string"].flatMap((source) => [
  `static string ToString(${source} value);`,
  `static string ToString(${source} value, IFormatProvider provider);`,
]);

export const declaration = declareType(`
  namespace System;
  /// Converts between the basic types; halves go to the even number.
  public static class Convert {
    ${conversions.join("\n    ")}
    ${texts.join("\n    ")}
    static DateTime ToDateTime(DateTime value);
    static DateTime ToDateTime(object value);
    static DateTime ToDateTime(object value, IFormatProvider provider);
    static DateTime ToDateTime(string value);
    static DateTime ToDateTime(string value, IFormatProvider provider);
    static string ToString(DateTime value);
    static string ToString(DateTime value, IFormatProvider provider);
    static string ToString(byte value, int toBase);
    static string ToString(short value, int toBase);
    static string ToString(int value, int toBase);
    static string ToString(long value, int toBase);
    /// Base64 text as bytes; throws when it is none.
    static byte[] FromBase64String(string s);
    static byte[] FromBase64CharArray(char[] inArray, int offset, int length);
    static byte[] FromHexString(string s);
    /// Bytes as Base64 text.
    static string ToBase64String(byte[] inArray);
    static string ToBase64String(byte[] inArray, Base64FormattingOptions options);
    static string ToBase64String(byte[] inArray, int offset, int length);
    static string ToBase64String(byte[] inArray, int offset, int length, Base64FormattingOptions options);
    static string ToHexString(byte[] inArray);
    static string ToHexString(byte[] inArray, int offset, int length);
  }
`);
