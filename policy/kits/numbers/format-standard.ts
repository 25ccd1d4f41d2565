import { charge } from "@/policy/expression/values/budget";
import { formatException } from "@/policy/expression/values/net-exception";
import { type NumberDigits, roundDigits } from "./digits";

export const badFormat = () => formatException("Format specifier was invalid.");

/** "N2" is ("N", 2), "G" ("G", -1); null for a custom format. */
export function standardFormat(format: string): { readonly letter: string; readonly precision: number } | null {
  const found = /^([A-Za-z])(\d{0,9})\0*$/.exec(format);
  if (found === null) {
    if (/^[A-Za-z]\d{10,}$/.test(format)) throw badFormat();
    return null;
  }
  return { letter: found[1] ?? "", precision: found[2] === "" ? -1 : Number(found[2]) };
}

/** C, E, F, G, N, P and R of any number; -1 for no precision. A float comes rounded to what its format needs. */
export function formatStandard(number: NumberDigits, letter: string, precision: number): string {
  charge(2 * Math.max(precision, 0));
  const isFloat = number.kind === "float";
  const places = precision < 0 ? 2 : precision;
  switch (letter.toUpperCase()) {
    case "C": {
      const rounded = roundDigits(number, number.scale + places, isFloat);
      const text = `¤${fixed(rounded, places, true)}`;
      return rounded.negative ? `(${text})` : text;
    }
    case "F":
    case "N": {
      const rounded = roundDigits(number, number.scale + places, isFloat);
      return sign(rounded) + fixed(rounded, places, letter.toUpperCase() === "N");
    }
    case "P": {
      const percent = { ...number, scale: number.digits === "" ? 0 : number.scale + 2 };
      const rounded = roundDigits(percent, percent.scale + places, isFloat);
      return `${sign(rounded)}${fixed(rounded, places, true)} %`;
    }
    case "E": {
      const count = (precision < 0 ? 6 : precision) + 1;
      const rounded = roundDigits(number, count, isFloat);
      const digits = rounded.digits.padEnd(count, "0");
      const mantissa = count === 1 ? digits : `${digits[0]}.${digits.slice(1)}`;
      return sign(rounded) + mantissa + letter + exponentText(rounded.digits === "" ? 0 : rounded.scale - 1, 3, true);
    }
    case "G":
    case "R":
      return general(number, precision, String.fromCharCode(letter.charCodeAt(0) - (letter > "Z" ? 0x67 - 0x65 : 2)));
    default:
      throw badFormat();
  }
}

const sign = (number: NumberDigits) => (number.negative ? "-" : "");

/** The absolute value with exactly so many decimals. */
function fixed({ digits, scale }: NumberDigits, places: number, grouped: boolean): string {
  const whole = scale <= 0 ? "0" : digits.slice(0, scale).padEnd(scale, "0");
  const integer = grouped ? group(whole) : whole;
  if (places === 0) return integer;
  const zeros = scale < 0 ? "0".repeat(Math.min(-scale, places)) : "";
  const fraction = zeros + digits.slice(Math.max(scale, 0));
  return `${integer}.${fraction.slice(0, places).padEnd(places, "0")}`;
}

export const group = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ",");

export function exponentText(exponent: number, digits: number, withPlus: boolean): string {
  const mark = exponent < 0 ? "-" : withPlus ? "+" : "";
  return mark + Math.abs(exponent).toString().padStart(digits, "0");
}

function general(number: NumberDigits, precision: number, exponentLetter: string): string {
  const keeps = number.kind === "decimal" && precision === -1;
  const limit = precision < 1 ? number.digits.length : precision;
  const { digits, scale, negative } = keeps ? number : roundDigits(number, limit, number.kind === "float");
  const mark = negative && (digits !== "" || number.kind === "float") ? "-" : "";
  const scientific = !keeps && (scale > limit || scale < -3);
  const point = scientific ? 1 : scale;
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const rest = digits.slice(Math.max(point, 0));
  const fraction = rest === "" && point >= 0 ? "" : `.${"0".repeat(Math.max(-point, 0))}${rest}`;
  return mark + whole + fraction + (scientific ? exponentLetter + exponentText(scale - 1, 2, true) : "");
}
