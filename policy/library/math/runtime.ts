import type { Ref } from "@/policy/expression/values/boxed";
import {
  argumentException,
  argumentOutOfRange,
  divideByZero,
  NetException,
  overflowException,
} from "@/policy/expression/values/net-exception";
import { roundEven } from "@/policy/kits/convert/round-even";
import { Decimal } from "@/policy/kits/numbers/decimal";
import { roundingOf } from "@/policy/kits/numbers/midpoint-rounding";
import type { Rounding } from "@/policy/kits/numbers/rounding";
import { implementType, type MemberRuntime } from "@/policy/library/implement";

type Raw = number | bigint | Decimal;
const all = ["byte", "decimal", "double", "float", "int", "long", "sbyte", "short", "uint", "ulong", "ushort"];
const floats = ["double", "float"];
/** The least value of each signed whole type, which has no positive counterpart. */
const least = new Map<string, number | bigint>([
  ["sbyte", -128],
  ["short", -32768],
  ["int", -2147483648],
  ["long", -(2n ** 63n)],
]);

const functions = Object.fromEntries(
  Object.entries({
    Acos: Math.acos,
    Acosh: Math.acosh,
    Asin: Math.asin,
    Asinh: Math.asinh,
    Atan: Math.atan,
    Atanh: Math.atanh,
    Cbrt: Math.cbrt,
    Cos: Math.cos,
    Cosh: Math.cosh,
    Exp: Math.exp,
    Log: Math.log,
    Log10: Math.log10,
    Log2: Math.log2,
    Sin: Math.sin,
    Sinh: Math.sinh,
    Sqrt: Math.sqrt,
    Tan: Math.tan,
    Tanh: Math.tanh,
  }).map(([name, apply]) => [`${name}(double)`, (value: number) => apply(value)]),
);

const less = (a: Raw, b: Raw) => (a instanceof Decimal && b instanceof Decimal ? a.compareTo(b) < 0 : a < b);

function clamp(value: Raw, min: Raw, max: Raw): Raw {
  const show = (bound: Raw) => (bound instanceof Decimal ? bound.toText() : bound.toString());
  if (less(max, min)) throw argumentException(`'${show(min)}' cannot be greater than ${show(max)}.`);
  return less(value, min) ? min : less(max, value) ? max : value;
}

function sign(value: number | bigint): number {
  if (Number.isNaN(value))
    throw new NetException(
      "System.ArithmeticException",
      "Function does not accept floating point Not-a-Number values.",
    );
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

const perType = all.flatMap((type): [string, MemberRuntime][] => {
  const isFloat = floats.includes(type);
  const members: [string, MemberRuntime][] = [
    [`Max(${type}, ${type})`, isFloat ? (a, b) => Math.max(a, b) : (a: Raw, b: Raw) => (less(a, b) ? b : a)],
    [`Min(${type}, ${type})`, isFloat ? (a, b) => Math.min(a, b) : (a: Raw, b: Raw) => (less(b, a) ? b : a)],
    [`Clamp(${type}, ${type}, ${type})`, clamp],
  ];
  if (isFloat) members.push([`Abs(${type})`, (value) => Math.abs(value)], [`Sign(${type})`, sign]);
  const minimum = least.get(type);
  if (minimum !== undefined)
    members.push(
      [
        `Abs(${type})`,
        (value: number | bigint) => {
          if (value === minimum)
            throw overflowException("Negating the minimum value of a twos complement number is invalid.");
          return value < 0 ? -value : value;
        },
      ],
      [`Sign(${type})`, sign],
    );
  return members;
});

function roundDouble(value: number, rounding: Rounding): number {
  switch (rounding) {
    case "even":
      return roundEven(value);
    case "away": {
      const whole = Math.trunc(value);
      return Math.abs(value - whole) >= 0.5 ? whole + Math.sign(value) : whole;
    }
    case "zero":
      return Math.trunc(value);
    case "down":
      return Math.floor(value);
    case "up":
      return Math.ceil(value);
  }
}

/** As .NET does it: scaled up, rounded, scaled down. */
function roundTo(value: number, digits: number, mode: number): number {
  if (digits < 0 || digits > 15)
    throw argumentOutOfRange("digits", "Rounding digits must be between 0 and 15, inclusive.");
  const rounding = roundingOf(mode);
  if (!(Math.abs(value) < 1e16)) return value;
  const power = 10 ** digits;
  return roundDouble(value * power, rounding) / power;
}

function roundDecimal(value: Decimal, decimals: number, mode: number): Decimal {
  if (decimals < 0 || decimals > 28)
    throw argumentOutOfRange("decimals", "Decimal can only round to between 0 and 28 digits of precision.");
  return value.round(decimals, roundingOf(mode));
}

function divRem<T extends number | bigint>(a: T, b: T, rest: Ref<T>): T {
  if (Number(b) === 0) throw divideByZero();
  rest.value = ((a as number) % (b as number)) as T;
  if (typeof a === "bigint") return ((a as bigint) / (b as bigint)) as T;
  if (rest.value === 0) rest.value = 0 as T;
  return (Math.trunc(Number(a) / Number(b)) | 0) as T;
}

function logTo(value: number, base: number): number {
  if (Number.isNaN(value) || Number.isNaN(base) || base === 1) return Number.NaN;
  if (value !== 1 && (base === 0 || base === Number.POSITIVE_INFINITY)) return Number.NaN;
  return Math.log(value) / Math.log(base);
}

function remainder(x: number, y: number): number {
  if (Number.isFinite(x) && Math.abs(y) === Number.POSITIVE_INFINITY) return x;
  const rest = x % y;
  if (Number.isNaN(rest)) return Number.NaN;
  if (rest === 0 && (x < 0 || Object.is(x, -0))) return -0;
  const other = rest - Math.abs(y) * Math.sign(x);
  if (Math.abs(other) === Math.abs(rest)) return Math.abs(roundEven(x / y) - (x - other) / y) < 0.5 ? other : rest;
  return Math.abs(other) < Math.abs(rest) ? other : rest;
}

const isNegative = (value: number) => value < 0 || Object.is(value, -0);

export const runtime = implementType("System.Math", {
  ...functions,
  ...Object.fromEntries(perType),
  "Abs(decimal)": (value: Decimal) => value.abs(),
  "Sign(decimal)": (value: Decimal) => value.compareTo(Decimal.zero),
  "Atan2(double, double)": (y: number, x: number) => Math.atan2(y, x),
  "BigMul(int, int)": (a: number, b: number) => BigInt(a) * BigInt(b),
  "Ceiling(decimal)": (value: Decimal) => value.round(0, "up"),
  "Ceiling(double)": (value: number) => Math.ceil(value),
  "CopySign(double, double)": (x: number, y: number) => (isNegative(x) === isNegative(y) ? x : -x),
  "DivRem(int, int, out int)": divRem,
  "DivRem(long, long, out long)": divRem,
  "Floor(decimal)": (value: Decimal) => value.round(0, "down"),
  "Floor(double)": (value: number) => Math.floor(value),
  "IEEERemainder(double, double)": remainder,
  "Log(double, double)": logTo,
  // Unlike in JavaScript, one to whatever power is one.
  "Pow(double, double)": (x: number, y: number) =>
    x === 1 || (x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY) ? 1 : x ** y,
  "Round(decimal)": (value: Decimal) => roundDecimal(value, 0, 0),
  "Round(decimal, int)": (value: Decimal, decimals: number) => roundDecimal(value, decimals, 0),
  "Round(decimal, MidpointRounding)": (value: Decimal, mode: number) => roundDecimal(value, 0, mode),
  "Round(decimal, int, MidpointRounding)": roundDecimal,
  "Round(double)": roundEven,
  "Round(double, int)": (value: number, digits: number) => roundTo(value, digits, 0),
  "Round(double, MidpointRounding)": (value: number, mode: number) => roundDouble(value, roundingOf(mode)),
  "Round(double, int, MidpointRounding)": roundTo,
  "Truncate(decimal)": (value: Decimal) => value.round(0, "zero"),
  "Truncate(double)": (value: number) => Math.trunc(value),
});
