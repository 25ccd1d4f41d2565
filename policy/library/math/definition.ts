import { declareType } from "@/policy/library/declare";

const all = ["byte", "decimal", "double", "float", "int", "long", "sbyte", "short", "uint", "ulong", "ushort"];
const signed = ["decimal", "double", "float", "int", "long", "sbyte", "short"];
const functions = [
  ..."Acos Acosh Asin Asinh Atan Atanh Cbrt Cos Cosh Exp Log Log10 Log2 Sin Sinh Sqrt Tan Tanh".split(" "),
].map((name) => `static double ${name}(double d);`);

export const declaration = declareType(`
  namespace System;
  /// Mathematical functions.
  public static class Math {
    const double E = 2.7182818284590451;
    const double PI = 3.1415926535897931;
    const double Tau = 6.2831853071795862;
    ${functions.join("\n    ")}
    ${signed.map((type) => `static ${type} Abs(${type} value);`).join("\n    ")}
    ${signed.map((type) => `static int Sign(${type} value);`).join("\n    ")}
    ${all.map((type) => `static ${type} Max(${type} val1, ${type} val2);`).join("\n    ")}
    ${all.map((type) => `static ${type} Min(${type} val1, ${type} val2);`).join("\n    ")}
    ${all.map((type) => `static ${type} Clamp(${type} value, ${type} min, ${type} max);`).join("\n    ")}
    static double Atan2(double y, double x);
    static long BigMul(int a, int b);
    static decimal Ceiling(decimal d);
    static double Ceiling(double a);
    static double CopySign(double x, double y);
    static int DivRem(int a, int b, out int result);
    static long DivRem(long a, long b, out long result);
    static decimal Floor(decimal d);
    static double Floor(double d);
    static double IEEERemainder(double x, double y);
    static double Log(double a, double newBase);
    static double Pow(double x, double y);
    /// To the nearest number with so many decimals; from the middle to the even one unless told otherwise.
    static decimal Round(decimal d);
    static decimal Round(decimal d, int decimals);
    static decimal Round(decimal d, MidpointRounding mode);
    static decimal Round(decimal d, int decimals, MidpointRounding mode);
    static double Round(double a);
    static double Round(double value, int digits);
    static double Round(double value, MidpointRounding mode);
    static double Round(double value, int digits, MidpointRounding mode);
    static decimal Truncate(decimal d);
    static double Truncate(double d);
  }
`);
