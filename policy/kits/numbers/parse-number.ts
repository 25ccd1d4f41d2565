import { tickMany } from "@/policy/expression/values/budget";
import {
  argumentException,
  argumentNull,
  formatException,
  NetException,
  overflowException,
} from "@/policy/expression/values/net-exception";
import type { IntegerKind } from "@/policy/library/integer-kinds";
import { Decimal, decimalOverflow } from "./decimal";
import { scanNumber, styles } from "./scan-number";

export const notANumber = (text: string) => formatException(`The input string '${text}' was not in a correct format.`);
export const outOfRange = (kind: IntegerKind) =>
  overflowException(`Value was either too large or too small for ${kind.phrase}.`);

const present = (text: string | null): string => {
  if (text === null) throw argumentNull("s");
  return text;
};

function result<T>(value: T | NetException | null, text: string): T {
  if (value === null) throw notANumber(text);
  if (value instanceof NetException) throw value;
  return value;
}

export function parseInteger(text: string | null, kind: IntegerKind, style: number = styles.integer): number | bigint {
  return result(readInteger(present(text), kind, style), text ?? "");
}

export const tryParseInteger = (text: string | null, kind: IntegerKind, style: number = styles.integer) =>
  attempt(text, (present) => readInteger(present, kind, style));

function attempt<T>(text: string | null, read: (text: string) => T | NetException | null): T | null {
  const value = text === null ? null : read(text);
  return value instanceof NetException ? null : value;
}

function readInteger(text: string, kind: IntegerKind, style: number): number | bigint | NetException | null {
  const unsized =
    (style & (styles.hex | styles.binary)) === 0 ? readDecimalInteger(text, kind, style) : readBits(text, kind, style);
  return typeof unsized === "bigint" && !kind.isBig ? Number(unsized) : unsized;
}

function readDecimalInteger(text: string, kind: IntegerKind, style: number): bigint | NetException | null {
  checkIntegerStyle(style);
  const scanned = scanNumber(text, style);
  if (scanned === null) return null;
  const { digits, scale, negative } = scanned;
  if (/^0*$/.test(digits)) return 0n;
  if (scale > 20 || scale < 0 || !/^0*$/.test(digits.slice(scale))) return outOfRange(kind);
  const size = BigInt(digits.slice(0, scale).padEnd(scale, "0"));
  const value = negative ? -size : size;
  return value < kind.min || value > kind.max ? outOfRange(kind) : value;
}

function checkIntegerStyle(style: number): void {
  if ((style & ~0x7ff) !== 0) throw argumentException("An undefined NumberStyles value is being used.", "style");
}

function readBits(text: string, kind: IntegerKind, style: number): bigint | NetException | null {
  tickMany(text.length);
  let trimmed = text;
  if ((style & styles.leadingWhite) !== 0) trimmed = trimmed.replace(/^[\t-\r ]+/, "");
  if ((style & styles.trailingWhite) !== 0) trimmed = trimmed.replace(/[\t-\r ]+$/, "");
  const isHex = (style & styles.hex) !== 0;
  if (!(isHex ? /^[0-9a-fA-F]+$/ : /^[01]+$/).test(trimmed)) return null;
  const digits = trimmed.replace(/^0+/, "");
  if (digits.length > (isHex ? kind.bits / 4 : kind.bits)) return outOfRange(kind);
  const value = BigInt(`${isHex ? "0x" : "0b"}${digits === "" ? "0" : digits}`);
  return kind.min < 0n ? BigInt.asIntN(kind.bits, value) : value;
}

const defaultFloat = styles.float | styles.thousands;

export const parseDouble = (text: string | null, style: number = defaultFloat): number =>
  result(readDouble(present(text), style), text ?? "");
export const tryParseDouble = (text: string | null, style: number = defaultFloat): number | null =>
  attempt(text, (present) => readDouble(present, style));
export const parseSingle = (text: string | null, style?: number): number => Math.fround(parseDouble(text, style));
export function tryParseSingle(text: string | null, style?: number): number | null {
  const value = tryParseDouble(text, style);
  return value === null ? null : Math.fround(value);
}

const symbols = new Map([
  ["infinity", Number.POSITIVE_INFINITY],
  ["+infinity", Number.POSITIVE_INFINITY],
  ["-infinity", Number.NEGATIVE_INFINITY],
  ["nan", Number.NaN],
  ["+nan", Number.NaN],
  ["-nan", Number.NaN],
]);

function readDouble(text: string, style: number): number | null {
  if ((style & styles.hex) !== 0)
    throw argumentException(
      "The number style AllowHexSpecifier is not supported on floating point data types.",
      "style",
    );
  const scanned = scanNumber(text, style);
  if (scanned === null) return text.length > 64 ? null : (symbols.get(text.trim().toLowerCase()) ?? null);
  const size = scanned.digits === "" ? 0 : Number(`0.${scanned.digits}e${scanned.scale}`);
  return scanned.negative ? -size : size;
}

export const parseDecimal = (text: string | null, style: number = styles.number): Decimal =>
  result(readDecimal(present(text), style), text ?? "");
export const tryParseDecimal = (text: string | null, style: number = styles.number): Decimal | null =>
  attempt(text, (present) => readDecimal(present, style));

/** More digits than a decimal holds, so that rounding sees them. */
const enough = 64;

function readDecimal(text: string, style: number): Decimal | NetException | null {
  if ((style & styles.hex) !== 0)
    throw argumentException(
      "The number style AllowHexSpecifier is not supported on floating point data types.",
      "style",
    );
  const scanned = scanNumber(text, style);
  if (scanned === null) return null;
  const { digits, scale, decimals, negative } = scanned;
  if (digits === "") return Decimal.of(0n, Math.min(decimals, 28));
  if (scale > 29) return decimalOverflow();
  if (scale < -64) return Decimal.of(0n, 28);
  const rest = digits.slice(enough);
  const kept = rest === "" || /^0*$/.test(rest) ? digits.slice(0, enough) : `${digits.slice(0, enough)}1`;
  const coefficient = BigInt(kept);
  try {
    return Decimal.of(negative ? -coefficient : coefficient, kept.length - scale);
  } catch {
    return decimalOverflow();
  }
}
