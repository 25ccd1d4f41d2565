import { Boxed } from "@/policy/expression/values/boxed";
import {
  argumentNull,
  formatException,
  invalidCast,
  overflowException,
} from "@/policy/expression/values/net-exception";
import { JValue } from "@/policy/kits/json/jvalue";
import { Decimal } from "@/policy/kits/numbers/decimal";
import { outOfRange, parseDecimal, parseDouble, parseInteger } from "@/policy/kits/numbers/parse-number";
import { typeNameOf } from "@/policy/kits/object/type-name-of";
import { parseBoolean } from "@/policy/kits/text/parse-boolean";
import type { IntegerKind } from "@/policy/library/integer-kinds";
import { roundEven } from "./round-even";

const shortName = (fullName: string) => fullName.slice(fullName.lastIndexOf(".") + 1);

/** What System.Convert says of a value that has no such conversion. */
export function cannotConvert(value: unknown, target: string) {
  const name = typeNameOf(value);
  return convertibleTypes.has(name)
    ? invalidCast(`Invalid cast from '${shortName(name)}' to '${target}'.`)
    : invalidCast(`Unable to cast object of type '${name}' to type 'System.IConvertible'.`);
}
const convertibleTypes = new Set(
  "Boolean Byte Char DateTime Decimal Double Int16 Int32 Int64 SByte Single String UInt16 UInt32 UInt64"
    .split(" ")
    .map((name) => `System.${name}`),
);

/** Tokens of JSON convert as what they hold. */
export const plain = (value: unknown) => (value instanceof JValue ? value.value : value);

const isFloat = (value: Boxed) => value.typeName === "System.Double" || value.typeName === "System.Single";
const isChar = (value: Boxed) => value.typeName === "System.Char";

/** Convert.ToInt32 and its kin, of a boxed value: half goes to the even number, and what does not fit overflows. */
export function toInteger(source: unknown, kind: IntegerKind): number | bigint {
  const value = plain(source);
  if (typeof value === "string") return parseInteger(value, kind);
  const whole = wholeOf(value, kind);
  if (whole < kind.min || whole > kind.max) throw outOfRange(kind);
  return kind.isBig ? whole : Number(whole);
}

function wholeOf(value: unknown, kind: IntegerKind): bigint {
  if (value === null) return 0n;
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (typeof value === "number" || typeof value === "bigint") return BigInt(value);
  if (value instanceof Decimal) return value.round(0, "even").truncated();
  if (!(value instanceof Boxed)) throw cannotConvert(value, kind.name);
  if (!isFloat(value)) return BigInt(value.value);
  const rounded = roundEven(Number(value.value));
  if (!Number.isFinite(rounded)) throw outOfRange(kind);
  return BigInt(rounded);
}

export function toDouble(source: unknown, target = "Double"): number {
  const value = plain(source);
  if (value === null) return 0;
  if (typeof value === "string") return parseDouble(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number" || typeof value === "bigint") return Number(value);
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof Boxed && !isChar(value)) return Number(value.value);
  throw cannotConvert(value, target);
}

export const toSingle = (value: unknown): number => Math.fround(toDouble(value, "Single"));

export function toDecimal(source: unknown): Decimal {
  const value = plain(source);
  if (value === null) return Decimal.zero;
  if (typeof value === "string") return parseDecimal(value);
  if (typeof value === "boolean") return value ? Decimal.one : Decimal.zero;
  if (typeof value === "number" || typeof value === "bigint") return Decimal.fromInteger(value);
  if (value instanceof Decimal) return value;
  if (!(value instanceof Boxed) || isChar(value)) throw cannotConvert(value, "Decimal");
  if (value.typeName === "System.Single") return Decimal.fromSingle(Number(value.value));
  return isFloat(value) ? Decimal.fromDouble(Number(value.value)) : Decimal.fromInteger(value.value);
}

/** Any number but zero is true. */
export function toBoolean(source: unknown): boolean {
  const value = plain(source);
  if (value === null) return false;
  if (typeof value === "boolean") return value;
  if (typeof value === "string") return parseBoolean(value);
  if (typeof value === "number") return value !== 0;
  if (typeof value === "bigint") return value !== 0n;
  if (value instanceof Decimal) return value.coefficient !== 0n;
  if (value instanceof Boxed && !isChar(value)) return Number(value.value) !== 0;
  throw cannotConvert(value, "Boolean");
}

export function toChar(source: unknown): number {
  const value = plain(source);
  if (value === null) return 0;
  if (typeof value === "string") {
    if (value.length !== 1) throw formatException("String must be exactly one character long.");
    return value.charCodeAt(0);
  }
  const number = value instanceof Boxed && !isFloat(value) ? value.value : value;
  if (typeof number !== "number" && typeof number !== "bigint") throw cannotConvert(value, "Char");
  if (number < 0 || number > 0xffff)
    throw overflowException("Value was either too large or too small for a character.");
  return Number(number);
}

/** Convert.ToChar(string) alone refuses null. */
export function textToChar(value: string | null): number {
  if (value === null) throw argumentNull("value");
  return toChar(value);
}
