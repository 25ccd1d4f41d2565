/** double.ToString(): the shortest text that reads back as the same number; an exponent from 1E+15 on, unless it has more digits, and below 0.0001. */
export function doubleText(value: number): string {
  return special(value) ?? general(shortest(value), 15);
}

/** float.ToString(), of a number that has been rounded to single precision. */
export function singleText(value: number): string {
  return special(value) ?? general(shortestSingle(value), 7);
}

function special(value: number): string | null {
  if (Number.isNaN(value)) return "NaN";
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  if (value === Number.POSITIVE_INFINITY) return "Infinity";
  return value === Number.NEGATIVE_INFINITY ? "-Infinity" : null;
}

/** A decimal number: 0.digits times ten to the power of scale; no zero at either end of digits, which are "" for zero. */
export interface Digits {
  negative: boolean;
  digits: string;
  scale: number;
}

export const shortest = (value: number): Digits => readExponential(value.toExponential());

export function shortestSingle(value: number): Digits {
  for (let precision = 0; precision < 9; precision++) {
    const text = value.toExponential(precision);
    if (Math.fround(Number(text)) === value) return readExponential(text);
  }
  return readExponential(value.toExponential());
}

/** "-1.25e+3" */
export function readExponential(text: string): Digits {
  const negative = text.startsWith("-");
  const at = text.indexOf("e");
  const digits = text
    .slice(negative ? 1 : 0, at)
    .replace(".", "")
    .replace(/0+$/, "");
  return { negative, digits, scale: digits === "" ? 0 : Number(text.slice(at + 1)) + 1 };
}

function general({ negative, digits, scale }: Digits, precision: number): string {
  const sign = negative ? "-" : "";
  if (scale > Math.max(precision, digits.length) || scale < -4 + 1) {
    const exponent = scale - 1;
    const mantissa = digits.length === 1 ? digits : `${digits[0]}.${digits.slice(1)}`;
    return `${sign}${mantissa}E${exponent < 0 ? "-" : "+"}${Math.abs(exponent).toString().padStart(2, "0")}`;
  }
  if (scale <= 0) return `${sign}0.${"0".repeat(-scale)}${digits}`;
  if (scale >= digits.length) return sign + digits.padEnd(scale, "0");
  return `${sign}${digits.slice(0, scale)}.${digits.slice(scale)}`;
}
