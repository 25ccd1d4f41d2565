import type { Ref } from "@/policy/expression/values/boxed";
import { argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { Decimal } from "@/policy/kits/numbers/decimal";
import { formatDecimal } from "@/policy/kits/numbers/format-number";
import { roundingOf } from "@/policy/kits/numbers/midpoint-rounding";
import { outOfRange, parseDecimal, tryParseDecimal } from "@/policy/kits/numbers/parse-number";
import { newArray } from "@/policy/kits/object/new-array";
import { implementType, type MemberRuntime } from "@/policy/library/implement";
import { type IntegerKind, integerKinds } from "@/policy/library/integer-kinds";

type Text = string | null;

function tryParse(text: Text, result: Ref<Decimal>, style?: number): boolean {
  const value = tryParseDecimal(text, style);
  result.value = value ?? Decimal.zero;
  return value !== null;
}

function round(value: Decimal, decimals: number, mode: number): Decimal {
  if (decimals < 0 || decimals > 28)
    throw argumentOutOfRange("decimals", "Decimal can only round to between 0 and 28 digits of precision.");
  return value.round(decimals, roundingOf(mode));
}

/** Without its fraction, if what is left fits. */
function toInteger(value: Decimal, kind: IntegerKind): number | bigint {
  const whole = value.truncated();
  if (whole < kind.min || whole > kind.max) throw outOfRange(kind);
  return kind.isBig ? whole : Number(whole);
}

const conversions = Object.fromEntries(
  integerKinds.map((kind): [string, MemberRuntime] => [
    `To${kind.name}(decimal)`,
    (value: Decimal) => toInteger(value, kind),
  ]),
);

function fromBits(low: number, middle: number, high: number, negative: boolean, scale: number): Decimal {
  if (scale > 28) throw argumentOutOfRange("scale", "Decimal's scale value must be between 0 and 28, inclusive.");
  const part = (bits: number) => BigInt.asUintN(32, BigInt(bits));
  const size = (part(high) << 64n) | (part(middle) << 32n) | part(low);
  return Decimal.of(negative ? -size : size, scale);
}

function bitsOf({ coefficient, scale }: Decimal) {
  const size = coefficient < 0n ? -coefficient : coefficient;
  const part = (shift: bigint) => Number(BigInt.asIntN(32, size >> shift));
  const flags = (scale << 16) | (coefficient < 0n ? 0x80000000 : 0);
  return newArray("System.Int32", [part(0n), part(32n), part(64n), flags]);
}

const fromInteger = (value: number | bigint) => Decimal.fromInteger(value);

export const runtime = implementType(
  "System.Decimal",
  {
    MaxValue: () => Decimal.maxValue,
    MinValue: () => Decimal.minValue,
    MinusOne: () => Decimal.minusOne,
    One: () => Decimal.one,
    Zero: () => Decimal.zero,
    "new(int)": fromInteger,
    "new(uint)": fromInteger,
    "new(long)": fromInteger,
    "new(ulong)": fromInteger,
    "new(float)": (value: number) => Decimal.fromSingle(value),
    "new(double)": (value: number) => Decimal.fromDouble(value),
    "new(int, int, int, bool, byte)": fromBits,
    "Abs(decimal)": (value: Decimal) => value.abs(),
    "Add(decimal, decimal)": (a: Decimal, b: Decimal) => a.add(b),
    "Ceiling(decimal)": (value: Decimal) => value.round(0, "up"),
    "Compare(decimal, decimal)": (a: Decimal, b: Decimal) => a.compareTo(b),
    "Divide(decimal, decimal)": (a: Decimal, b: Decimal) => a.divide(b),
    "Equals(decimal, decimal)": (a: Decimal, b: Decimal) => a.compareTo(b) === 0,
    "Floor(decimal)": (value: Decimal) => value.round(0, "down"),
    "Max(decimal, decimal)": (a: Decimal, b: Decimal) => (a.compareTo(b) >= 0 ? a : b),
    "Min(decimal, decimal)": (a: Decimal, b: Decimal) => (a.compareTo(b) < 0 ? a : b),
    "Multiply(decimal, decimal)": (a: Decimal, b: Decimal) => a.multiply(b),
    "Negate(decimal)": (value: Decimal) => value.negate(),
    "Parse(string)": (text: Text) => parseDecimal(text),
    "Parse(string, NumberStyles)": parseDecimal,
    "Parse(string, IFormatProvider)": (text: Text) => parseDecimal(text),
    "Parse(string, NumberStyles, IFormatProvider)": (text: Text, style: number) => parseDecimal(text, style),
    "Remainder(decimal, decimal)": (a: Decimal, b: Decimal) => a.remainder(b),
    "Round(decimal)": (value: Decimal) => round(value, 0, 0),
    "Round(decimal, int)": (value: Decimal, decimals: number) => round(value, decimals, 0),
    "Round(decimal, MidpointRounding)": (value: Decimal, mode: number) => round(value, 0, mode),
    "Round(decimal, int, MidpointRounding)": round,
    "Sign(decimal)": (value: Decimal) => value.compareTo(Decimal.zero),
    "Subtract(decimal, decimal)": (a: Decimal, b: Decimal) => a.subtract(b),
    "ToDouble(decimal)": (value: Decimal) => value.toNumber(),
    "ToSingle(decimal)": (value: Decimal) => Math.fround(value.toNumber()),
    ...conversions,
    "Truncate(decimal)": (value: Decimal) => value.round(0, "zero"),
    "TryParse(string, out decimal)": tryParse,
    "TryParse(string, IFormatProvider, out decimal)": (text: Text, _: unknown, result: Ref<Decimal>) =>
      tryParse(text, result),
    "TryParse(string, NumberStyles, IFormatProvider, out decimal)": (
      text: Text,
      style: number,
      _: unknown,
      result: Ref<Decimal>,
    ) => tryParse(text, result, style),
    "GetBits(decimal)": bitsOf,
    Scale: (value: Decimal) => value.scale,
    "CompareTo(object)": (value: Decimal, other: unknown) => value.compareWith(other),
    "CompareTo(decimal)": (value: Decimal, other: Decimal) => value.compareTo(other),
    "Equals(object)": (value: Decimal, other: unknown) => value.equalTo(other),
    "Equals(decimal)": (value: Decimal, other: Decimal) => value.compareTo(other) === 0,
    "GetHashCode()": (value: Decimal) => value.hash(),
    "ToString()": (value: Decimal) => value.toText(),
    "ToString(string)": formatDecimal,
    "ToString(IFormatProvider)": (value: Decimal) => value.toText(),
    "ToString(string, IFormatProvider)": (value: Decimal, format: Text) => formatDecimal(value, format),
  },
  { defaultValue: Decimal.zero },
);
