import type { LiteralValue } from "./syntax";
import type { Tokenizer } from "./tokenizer";

const radix = /0(?:[xX][0-9a-fA-F_]*|[bB][01_]*)(?:[uU][lL]?|[lL][uU]?)?/y;
const real =
  /(?:[0-9][0-9_]*)?\.[0-9][0-9_]*(?:[eE][+-]?[0-9][0-9_]*)?[fFdDmM]?|[0-9][0-9_]*(?:[eE][+-]?[0-9][0-9_]*[fFdDmM]?|[fFdDmM])/y;
const whole = /[0-9][0-9_]*(?:[uU][lL]?|[lL][uU]?)?/y;
const zero: LiteralValue = { type: "int", value: 0 };

/** A number starts here: a digit, or a point before one. */
export function readNumber(tokenizer: Tokenizer): void {
  const start = tokenizer.at;
  const based = tokenizer.match(radix);
  const floating = based === null ? tokenizer.match(real) : null;
  const text = based ?? floating ?? (tokenizer.match(whole) as string);
  tokenizer.at += text.length;
  const value = floating === null ? integer(tokenizer, text, start) : floatingPoint(tokenizer, text, start);
  tokenizer.push("literal", text, start, value);
}

function integer(tokenizer: Tokenizer, text: string, start: number): LiteralValue {
  const base = /^0[xXbB]/.exec(text)?.[0].toLowerCase() ?? "";
  const suffix = /[uUlL]+$/.exec(text)?.[0].toLowerCase() ?? "";
  const digits = text.slice(base.length, text.length - suffix.length);
  if (digits === "" || digits.endsWith("_")) {
    tokenizer.report("CS1013", "Invalid number", start);
    return zero;
  }
  const plain = digits.replaceAll("_", "").replace(/^0+(?=.)/, "");
  const value = plain.length > 64 ? 1n << 64n : BigInt(base + plain);
  if (value >= 1n << 64n) {
    tokenizer.report("CS1021", "Integral constant is too large", start);
    return zero;
  }
  const isUnsigned = suffix.includes("u");
  if (!suffix.includes("l")) {
    if (!isUnsigned && value < 1n << 31n) return { type: "int", value: Number(value) };
    if (value < 1n << 32n) return { type: "uint", value: Number(value) };
  }
  return { type: isUnsigned || value >= 1n << 63n ? "ulong" : "long", value };
}

function floatingPoint(tokenizer: Tokenizer, text: string, start: number): LiteralValue {
  const suffix = /[fFdDmM]$/.exec(text)?.[0].toLowerCase() ?? "";
  const digits = text.slice(0, text.length - suffix.length);
  if (/_(?![0-9_])/.test(digits)) {
    tokenizer.report("CS1013", "Invalid number", start);
    return zero;
  }
  const plain = digits.replaceAll("_", "");
  if (suffix === "m") {
    const decimal = plainDecimal(plain);
    return { type: "decimal", value: decimal ?? outOfRange(tokenizer, "decimal", start, "0") };
  }
  const type = suffix === "f" ? "float" : "double";
  const value = type === "float" ? Math.fround(Number(plain)) : Number(plain);
  return { type, value: Number.isFinite(value) ? value : outOfRange(tokenizer, type, start, 0) };
}

function outOfRange<T>(tokenizer: Tokenizer, type: string, start: number, instead: T): T {
  tokenizer.report("CS0594", `Floating-point constant is outside the range of type '${type}'`, start);
  return instead;
}

/** Without an exponent: "1.5e2" is "150"; null where a decimal cannot hold it. */
function plainDecimal(text: string): string | null {
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  const [before = "", after = ""] = mantissa.split(".");
  const digits = before + after;
  if (/^0*$/.test(digits)) return after === "" ? "0" : `0.${after.slice(0, 28)}`;
  const point = before.length + Number(exponent);
  if (point < -40) return "0.0000000000000000000000000000";
  if (point > 400) return null;
  const padded = "0".repeat(Math.max(0, 1 - point)) + digits.padEnd(Math.max(point, 0), "0");
  const split = Math.max(point, 1);
  const integerPart = padded.slice(0, split).replace(/^0+(?=.)/, "");
  if (integerPart.length > 29 || BigInt(integerPart) > 79228162514264337593543950335n) return null;
  const fraction = padded.slice(split);
  return fraction === "" ? integerPart : `${integerPart}.${fraction}`;
}
