import { tickMany } from "@/policy/expression/values/budget";
import {
  argumentException,
  argumentOutOfRange,
  formatException,
  overflowException,
} from "@/policy/expression/values/net-exception";
import { outOfRange } from "@/policy/kits/numbers/parse-number";
import type { IntegerKind } from "@/policy/library/integer-kinds";

function check(radix: number): void {
  if (radix !== 2 && radix !== 8 && radix !== 10 && radix !== 16) throw argumentException("Invalid Base.");
}

/** Convert.ToString(value, toBase): two's complement unless the base is ten. */
export function toRadix(value: number | bigint, radix: number, bits: number): string {
  check(radix);
  return radix === 10 ? value.toString() : BigInt.asUintN(bits, BigInt(value)).toString(radix);
}

const digits = new Map([
  [2, /^[01]+/],
  [8, /^[0-7]+/],
  [10, /^[0-9]+/],
  [16, /^[0-9a-fA-F]+/],
]);
const prefixes = new Map([
  [2, "0b"],
  [8, "0o"],
  [10, ""],
  [16, "0x"],
]);

/** Convert.ToInt32(text, fromBase) and its kin. */
export function fromRadix(text: string | null, radix: number, kind: IntegerKind): number | bigint {
  check(radix);
  if (text === null) return kind.isBig ? 0n : 0;
  if (text === "")
    throw argumentOutOfRange(
      "startIndex",
      "Index was out of range. Must be non-negative and less than the size of the collection.",
    );
  tickMany(text.length);
  const negative = text.startsWith("-");
  if (negative && radix !== 10) throw argumentException("String cannot contain a minus sign if the base is not 10.");
  if (negative && kind.min === 0n)
    throw overflowException("The string was being parsed as an unsigned number and could not have a negative sign.");
  let rest = negative || text.startsWith("+") ? text.slice(1) : text;
  if (radix === 16 && /^0[xX]/.test(rest)) rest = rest.slice(2);
  const found = digits.get(radix)?.exec(rest)?.[0];
  if (found === undefined) throw formatException("Could not find any recognizable digits.");
  if (found.length < rest.length)
    throw formatException("Additional non-parsable characters are at the end of the string.");
  const significant = found.replace(/^0+(?=.)/, "");
  if (significant.length > 64) throw outOfRange(kind);
  const size = BigInt(prefixes.get(radix) + significant);
  // Other bases than ten give the bits.
  const value = radix === 10 ? (negative ? -size : size) : wrap(size, kind);
  if (value < kind.min || value > kind.max) throw outOfRange(kind);
  return kind.isBig ? value : Number(value);
}

function wrap(bits: bigint, kind: IntegerKind): bigint {
  if (bits >= 2n ** BigInt(kind.bits)) throw outOfRange(kind);
  return kind.min < 0n ? BigInt.asIntN(kind.bits, bits) : bits;
}
