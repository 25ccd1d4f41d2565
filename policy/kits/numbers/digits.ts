import { type Digits, readExponential } from "./float-text";
import { roundedQuotient } from "./rounding";

/** A number on its way to its text. Floats are rounded exactly, half to even, before; the others as they are written. */
export interface NumberDigits extends Digits {
  readonly kind: "integer" | "decimal" | "float";
}

export function integerDigits(value: number | bigint): NumberDigits {
  const negative = value < 0;
  const text = value.toString().slice(negative ? 1 : 0);
  return { kind: "integer", negative, digits: text.replace(/0+$/, ""), scale: text === "0" ? 0 : text.length };
}

/** Keeps the zeros at the end of a decimal's fraction. */
export function decimalDigits(coefficient: bigint, scale: number): NumberDigits {
  const negative = coefficient < 0n;
  const text = coefficient.toString().slice(negative ? 1 : 0);
  return { kind: "decimal", negative, digits: text === "0" ? "" : text, scale: text.length - scale };
}

/** A finite double to so many significant digits, without zeros at the end. */
export function significantDigits(value: number, count: number): NumberDigits {
  const negative = value < 0 || Object.is(value, -0);
  if (value === 0) return { kind: "float", negative, digits: "", scale: 0 };
  const rough = readExponential(Math.abs(value).toExponential(0)).scale;
  const wanted = Math.min(count, 800);
  for (let scale = rough - 1; ; scale++) {
    const whole = scaled(Math.abs(value), wanted - scale).toString();
    if (whole.length <= wanted)
      return { kind: "float", negative, digits: whole.replace(/0+$/, ""), scale: scale + whole.length - wanted };
  }
}

/** A finite double to so many decimals. */
export function fixedDigits(value: number, decimals: number): NumberDigits {
  const negative = value < 0 || Object.is(value, -0);
  const places = Math.min(decimals, 1100);
  const text = scaled(Math.abs(value), places).toString();
  if (text === "0") return { kind: "float", negative, digits: "", scale: 0 };
  return { kind: "float", negative, digits: text.replace(/0+$/, ""), scale: text.length - places };
}

const view = new DataView(new ArrayBuffer(8));

/** value * 10^places as a whole number. */
function scaled(value: number, places: number): bigint {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number(bits >> 52n) & 0x7ff;
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  const exponent = (biased === 0 ? 1 : biased) - 1075;
  const numerator = mantissa * (exponent > 0 ? 2n ** BigInt(exponent) : 1n) * (places > 0 ? 10n ** BigInt(places) : 1n);
  const denominator = (exponent < 0 ? 2n ** BigInt(-exponent) : 1n) * (places < 0 ? 10n ** BigInt(-places) : 1n);
  return roundedQuotient(numerator, denominator, "even");
}

/** Keeps so many digits, rounding away from zero at 5, and drops the zeros at the end. Floats have been rounded before. */
export function roundDigits(number: NumberDigits, count: number, alreadyRounded: boolean): NumberDigits {
  let { digits, scale, negative } = number;
  if (count < digits.length) {
    const up = !alreadyRounded && count >= 0 && digits.charCodeAt(count) >= 53;
    digits = digits.slice(0, Math.max(count, 0));
    if (up) {
      digits = digits.replace(/9+$/, "");
      if (digits === "") {
        digits = "1";
        scale++;
      } else digits = digits.slice(0, -1) + (Number(digits.at(-1)) + 1);
    }
  }
  digits = digits.replace(/0+$/, "");
  if (digits === "") {
    scale = 0;
    if (number.kind !== "float") negative = false;
  }
  return { kind: number.kind, negative, digits, scale };
}
