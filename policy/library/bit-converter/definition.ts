import { declareType } from "@/policy/library/declare";

const types = ["bool", "char", "double", "float", "int", "long", "short", "uint", "ulong", "ushort"];
const readers = [
  ["bool", "ToBoolean"],
  ["char", "ToChar"],
  ["double", "ToDouble"],
  ["short", "ToInt16"],
  ["int", "ToInt32"],
  ["long", "ToInt64"],
  ["float", "ToSingle"],
  ["ushort", "ToUInt16"],
  ["uint", "ToUInt32"],
  ["ulong", "ToUInt64"],
];

export const declaration = declareType(`
  namespace System;
  /// Turns basic types into bytes and back, the lowest byte first.
  public static class BitConverter {
    static readonly bool IsLittleEndian;
    ${types.map((type) => `static byte[] GetBytes(${type} value);`).join("\n    ")}
    ${readers.map(([type, name]) => `static ${type} ${name}(byte[] value, int startIndex);`).join("\n    ")}
    /// Bytes as pairs of hexadecimal digits with hyphens between them.
    static string ToString(byte[] value);
    static string ToString(byte[] value, int startIndex);
    static string ToString(byte[] value, int startIndex, int length);
    static long DoubleToInt64Bits(double value);
    static double Int64BitsToDouble(long value);
    static int SingleToInt32Bits(float value);
    static float Int32BitsToSingle(int value);
  }
`);
