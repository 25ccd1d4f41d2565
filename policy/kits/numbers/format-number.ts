import { charge } from "@/policy/expression/values/budget";
import type { Decimal } from "./decimal";
import { decimalDigits, fixedDigits, integerDigits, type NumberDigits, significantDigits } from "./digits";
import { doubleText, singleText } from "./float-text";
import { formatCustom } from "./format-custom";
import { badFormat, formatStandard, standardFormat } from "./format-standard";

/** ToString(format) of a whole number of so many bits, in the invariant culture. */
export function formatInteger(value: number | bigint, format: string | null, bits: number): string {
  if (format === null || format === "") return value.toString();
  const standard = standardFormat(format);
  if (standard === null) return formatCustom(integerDigits(value), format);
  const { letter, precision } = standard;
  charge(2 * Math.max(precision, 0));
  switch (letter) {
    case "D":
    case "d":
      return padDigits(value.toString(), precision);
    case "X":
      return BigInt.asUintN(bits, BigInt(value)).toString(16).toUpperCase().padStart(precision, "0");
    case "x":
      return BigInt.asUintN(bits, BigInt(value)).toString(16).padStart(precision, "0");
    case "B":
    case "b":
      return BigInt.asUintN(bits, BigInt(value)).toString(2).padStart(precision, "0");
    default:
      if ((letter === "G" || letter === "g") && precision < 1) return value.toString();
      return formatStandard(integerDigits(value), letter, precision);
  }
}

const padDigits = (text: string, width: number) =>
  text.startsWith("-") ? `-${text.slice(1).padStart(width, "0")}` : text.padStart(width, "0");

export const formatDouble = (value: number, format: string | null) => formatFloat(value, format, doubleText, 15);
export const formatSingle = (value: number, format: string | null) => formatFloat(value, format, singleText, 7);

function formatFloat(
  value: number,
  format: string | null,
  shortestText: (value: number) => string,
  custom: number,
): string {
  if (format === null || format === "" || !Number.isFinite(value)) return shortestText(value);
  const standard = standardFormat(format);
  if (standard === null) return formatCustom(significantDigits(value, custom), format);
  const { letter, precision } = standard;
  return letter.toUpperCase() === "R" || (letter.toUpperCase() === "G" && precision < 1)
    ? sameCase(shortestText(value), letter)
    : formatStandard(roundedFor(value, letter, precision), letter, precision);
}

const sameCase = (text: string, letter: string) => (letter > "Z" && /^-?\d/.test(text) ? text.replace("E", "e") : text);

/** A float is rounded once, from its exact value. */
function roundedFor(value: number, letter: string, precision: number): NumberDigits {
  switch (letter.toUpperCase()) {
    case "E":
      return significantDigits(value, (precision < 0 ? 6 : precision) + 1);
    case "G":
      return significantDigits(value, precision);
    case "P":
      return fixedDigits(value, (precision < 0 ? 2 : precision) + 2);
    case "C":
    case "F":
    case "N":
      return fixedDigits(value, precision < 0 ? 2 : precision);
    default:
      throw badFormat();
  }
}

export function formatDecimal(value: Decimal, format: string | null): string {
  if (format === null || format === "") return value.toText();
  const digits = decimalDigits(value.coefficient, value.scale);
  const standard = standardFormat(format);
  if (standard === null) return formatCustom(digits, format);
  const { letter, precision } = standard;
  if (/[gr]/i.test(letter) && precision < 1) return value.toText();
  return formatStandard(digits, letter, precision);
}
