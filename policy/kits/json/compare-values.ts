import { Boxed } from "@/policy/expression/values/boxed";
import { tickMany } from "@/policy/expression/values/budget";
import { argumentException } from "@/policy/expression/values/net-exception";
import { compareNumbers, compareValues } from "@/policy/kits/object/compare";
import { textOf } from "@/policy/kits/object/text-of";
import { typeNameOf } from "@/policy/kits/object/type-name-of";
import { BigInteger } from "./big-integer";
import { TokenType, tokenTypeName } from "./token-type";

/** How Newtonsoft orders the values of two tokens, taking both as this JTokenType. */
export function compareAs(type: number, a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (b === null) return 1;
  if (a === null) return -1;
  switch (type) {
    case TokenType.Integer:
    case TokenType.Float:
      return compareNumeric(a, b);
    case TokenType.String:
    case TokenType.Comment:
    case TokenType.Raw:
      return ordinal(textOf(a), textOf(b));
    case TokenType.Boolean:
      return Number(truth(a)) - Number(truth(b));
    case TokenType.Bytes:
      return compareBytes(a, b);
    case TokenType.Uri:
      return ordinal(textOf(a), textOf(b));
    case TokenType.Date:
    case TokenType.Guid:
    case TokenType.TimeSpan:
      return typeNameOf(a) === typeNameOf(b) ? compareValues(a, b) : ordinal(textOf(a), textOf(b));
    default:
      throw argumentException(`Unexpected value type: ${tokenTypeName(type)}`, "valueType");
  }
}

function ordinal(a: string, b: string): number {
  tickMany(Math.min(a.length, b.length) >> 4);
  return a < b ? -1 : Number(a > b);
}

function compareNumeric(a: unknown, b: unknown): number {
  const left = plain(a);
  const right = plain(b);
  if (typeof left === "bigint" && typeof right === "bigint") return compareNumbers(left, right);
  if (typeNameOf(a) === "System.Decimal" && typeNameOf(b) === "System.Decimal") return compareValues(a, b);
  const x = Number(left);
  const y = Number(right);
  return nearlyEqual(x, y) ? 0 : compareNumbers(x, y);
}

function plain(value: unknown): number | bigint {
  if (typeof value === "number") return BigInt(value);
  if (typeof value === "bigint") return value;
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (value instanceof BigInteger) return value.value;
  if (value instanceof Boxed) {
    const isFloat = value.typeName === "System.Double" || value.typeName === "System.Single";
    return isFloat || typeof value.value === "bigint" ? value.value : BigInt(value.value);
  }
  return Number(textOf(value));
}

/** Doubles that differ by the rounding of one calculation are equal here. */
function nearlyEqual(a: number, b: number): boolean {
  if (a === b) return true;
  const tolerance = (Math.abs(a) + Math.abs(b) + 10) * 2.220446049250313e-16;
  return Math.abs(a - b) < tolerance;
}

function truth(value: unknown): boolean {
  return typeof value === "boolean" ? value : textOf(value).toLowerCase() === "true";
}

function compareBytes(a: unknown, b: unknown): number {
  if (!(a instanceof Uint8Array)) return -1;
  if (!(b instanceof Uint8Array)) throw argumentException("Object must be of type byte[].");
  if (a.length !== b.length) return a.length - b.length;
  tickMany(a.length >> 4);
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return 0;
}
