import { charge, tick } from "@/policy/expression/values/budget";
import { type NumberDigits, roundDigits } from "./digits";
import { exponentText } from "./format-standard";

/** What a section of a custom format says before any digit is written. */
interface Plan {
  digitCount: number;
  /** Where the decimal point stands among the digit places; -1 for nowhere. */
  point: number;
  firstZero: number;
  lastZero: number;
  scientific: boolean;
  grouped: boolean;
  /** Powers of ten from %, ‰ and commas before the point. */
  shift: number;
}

/** A number in a custom format such as "#,##0.00;(0)". */
export function formatCustom(number: NumberDigits, format: string): string {
  charge(2 * format.length);
  let source = number;
  let section = sectionStart(format, source.digits === "" ? 2 : source.negative ? 1 : 0);
  for (;;) {
    const plan = planOf(format, section);
    let rounded: NumberDigits;
    if (source.digits === "") rounded = { ...source, scale: 0, negative: keepsSign(source, format) };
    else {
      const count = plan.scientific
        ? plan.digitCount
        : source.scale + plan.shift + plan.digitCount - (plan.point < 0 ? plan.digitCount : plan.point);
      const shifted = { ...source, scale: source.scale + plan.shift };
      rounded = roundDigits(shifted, count, false);
      if (rounded.digits === "") {
        // What rounds to nothing is written by the section for zero.
        const zero = sectionStart(format, 2);
        if (zero !== section) {
          source = { ...rounded, digits: "", negative: false };
          section = zero;
          continue;
        }
      }
    }
    return write(rounded, format, section, plan);
  }
}

/** Floats have a negative zero, which a format of one section shows. */
const keepsSign = (number: NumberDigits, format: string) =>
  number.kind === "float" && number.negative && sectionStart(format, 1) === 0;

function planOf(format: string, start: number): Plan {
  const plan: Plan = {
    digitCount: 0,
    point: -1,
    firstZero: -1,
    lastZero: 0,
    scientific: false,
    grouped: false,
    shift: 0,
  };
  let commaAt = -1;
  let commas = 0;
  let at = start;
  for (; at < format.length && format[at] !== ";"; ) {
    tick();
    const character = format[at++];
    switch (character) {
      case "#":
        plan.digitCount++;
        break;
      case "0":
        if (plan.firstZero < 0) plan.firstZero = plan.digitCount;
        plan.digitCount++;
        plan.lastZero = plan.digitCount;
        break;
      case ".":
        if (plan.point < 0) plan.point = plan.digitCount;
        break;
      case ",":
        if (plan.digitCount > 0 && plan.point < 0) {
          if (commaAt >= 0) {
            if (commaAt === plan.digitCount) {
              commas++;
              break;
            }
            plan.grouped = true;
          }
          commaAt = plan.digitCount;
          commas = 1;
        }
        break;
      case "%":
        plan.shift += 2;
        break;
      case "‰":
        plan.shift += 3;
        break;
      case "'":
      case '"':
        at = afterQuote(format, at, character);
        break;
      case "\\":
        at++;
        break;
      case "E":
      case "e": {
        const found = /^[+-]?0+/.exec(format.slice(at, at + 64));
        if (found !== null) {
          at += found[0].length;
          plan.scientific = true;
        }
        break;
      }
    }
  }
  const point = plan.point < 0 ? plan.digitCount : plan.point;
  if (commaAt >= 0) {
    if (commaAt === point) plan.shift -= commas * 3;
    else plan.grouped = true;
  }
  return plan;
}

function afterQuote(format: string, at: number, quote: string): number {
  const end = format.indexOf(quote, at);
  return end < 0 ? format.length : end + 1;
}

/** Where the section for negative numbers (1) or zero (2) starts; 0 where there is none of its own. */
function sectionStart(format: string, section: number): number {
  if (section === 0) return 0;
  let left = section;
  for (let at = 0; at < format.length; ) {
    tick();
    const character = format[at++];
    if (character === "'" || character === '"') at = afterQuote(format, at, character);
    else if (character === "\\") at++;
    else if (character === ";" && --left === 0) return at < format.length && format[at] !== ";" ? at : 0;
  }
  return 0;
}

function write(number: NumberDigits, format: string, section: number, plan: Plan): string {
  const point = plan.point < 0 ? plan.digitCount : plan.point;
  const firstDigit = plan.firstZero >= 0 && plan.firstZero < point ? point - plan.firstZero : 0;
  const lastDigit = plan.lastZero > point ? point - plan.lastZero : 0;
  let position = plan.scientific ? point : Math.max(number.scale, point);
  let surplus = plan.scientific ? 0 : number.scale - point;
  const from = number.digits;
  let next = 0;
  let text = "";
  let wrotePoint = false;

  const digit = () => from[next++];
  const separate = () => {
    if (plan.grouped && position > 1 && position % 3 === 1) text += ",";
  };
  for (let at = section; at < format.length && format[at] !== ";"; ) {
    tick();
    const character = format[at++] ?? "";
    if (surplus > 0 && (character === "#" || character === "0" || character === ".")) {
      while (surplus > 0) {
        tick();
        text += digit() ?? "0";
        separate();
        position--;
        surplus--;
      }
    }
    switch (character) {
      case "#":
      case "0": {
        let written: string | undefined;
        if (surplus < 0) {
          surplus++;
          written = position <= firstDigit ? "0" : undefined;
        } else written = digit() ?? (position > lastDigit ? "0" : undefined);
        if (written !== undefined) {
          text += written;
          separate();
        }
        position--;
        break;
      }
      case ".":
        if (position === 0 && !wrotePoint && (lastDigit < 0 || (point < plan.digitCount && next < from.length))) {
          text += ".";
          wrotePoint = true;
        }
        break;
      case ",":
        break;
      case "'":
      case '"': {
        const end = afterQuote(format, at, character);
        text += format.slice(at, format[end - 1] === character && end > at ? end - 1 : end);
        at = end;
        break;
      }
      case "\\":
        if (at < format.length) text += format[at++];
        break;
      case "E":
      case "e": {
        const found = plan.scientific ? /^([+-]?)(0+)/.exec(format.slice(at, at + 64)) : null;
        if (found === null) {
          text += character;
          break;
        }
        at += found[0].length;
        const exponent = from === "" ? 0 : number.scale - point;
        text += character + exponentText(exponent, Math.min(found[2]?.length ?? 1, 10), found[1] === "+");
        break;
      }
      default:
        text += character;
    }
  }
  // Only what shows anything has a sign.
  return number.negative && section === 0 && text !== "" ? `-${text}` : text;
}
