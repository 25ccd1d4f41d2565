import { tickMany } from "@/policy/expression/values/budget";

/** System.Globalization.NumberStyles */
export const styles = {
  leadingWhite: 1,
  trailingWhite: 2,
  leadingSign: 4,
  trailingSign: 8,
  parentheses: 16,
  decimalPoint: 32,
  thousands: 64,
  exponent: 128,
  currency: 256,
  hex: 512,
  binary: 1024,
  integer: 7,
  number: 111,
  float: 167,
} as const;

/** 0.digits times ten to the power of scale; the digits as written, without leading zeros. */
export interface ScannedNumber {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
  /** How many digits stand after the point. */
  readonly decimals: number;
}

const isWhite = (code: number) => code === 32 || (code >= 9 && code <= 13);
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Reads a number as .NET's parsers do in the invariant culture; null when it is none. */
export function scanNumber(text: string, style: number): ScannedNumber | null {
  tickMany(text.length);
  let at = 0;
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  let negative = false;
  let signed = false;
  let bracket = false;
  let currency = (style & styles.currency) === 0;
  for (; at < end; at++) {
    const character = text[at];
    if (isWhite(text.charCodeAt(at)) && (style & styles.leadingWhite) !== 0 && !signed) continue;
    if (!signed && (style & styles.leadingSign) !== 0 && (character === "+" || character === "-")) {
      signed = true;
      negative = character === "-";
    } else if (!signed && character === "(" && (style & styles.parentheses) !== 0) {
      signed = bracket = negative = true;
    } else if (!currency && character === "¤") currency = true;
    else break;
  }

  const start = at;
  let digits = "";
  let whole = 0;
  let sawDigit = false;
  let point = false;
  let decimals = 0;
  let from = at;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      sawDigit = true;
      if (point) decimals++;
      else whole++;
    } else if (code === 46 && !point && (style & styles.decimalPoint) !== 0) {
      digits += text.slice(from, at);
      from = at + 1;
      point = true;
    } else if (code === 44 && !point && sawDigit && (style & styles.thousands) !== 0) {
      digits += text.slice(from, at);
      from = at + 1;
    } else break;
  }
  if (!sawDigit) return null;
  digits += text.slice(Math.max(from, start), at);

  let exponent = 0;
  if ((style & styles.exponent) !== 0 && (text[at] === "e" || text[at] === "E")) {
    const found = /^[eE]([+-]?)(\d+)/.exec(text.slice(at, at + 64));
    if (found !== null) {
      let stop = at + found[0].length;
      while (stop < end && isDigit(text.charCodeAt(stop))) stop++;
      const size = Math.min(Number(text.slice(at + 1 + (found[1]?.length ?? 0), stop)), 1_000_000_000);
      exponent = found[1] === "-" ? -size : size;
      at = stop;
    }
  }

  for (; at < end; at++) {
    const character = text[at];
    if (isWhite(text.charCodeAt(at)) && (style & styles.trailingWhite) !== 0) continue;
    if (!signed && (style & styles.trailingSign) !== 0 && (character === "+" || character === "-")) {
      signed = true;
      negative = character === "-";
    } else if (bracket && character === ")") bracket = false;
    else if (!currency && character === "¤") currency = true;
    else return null;
  }
  if (bracket) return null;
  const zeros = /^0*/.exec(digits)?.[0].length ?? 0;
  return { negative, digits: digits.slice(zeros), scale: whole - zeros + exponent, decimals };
}
