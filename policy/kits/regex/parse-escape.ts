import type { CharSet } from "./char-set";
import type { PatternCursor } from "./pattern-cursor";
import { Option } from "./regex-node";
import * as unicode from "./unicode-sets";

const simple: ReadonlyMap<string, number> = new Map([
  ["a", 7],
  ["b", 8],
  ["e", 27],
  ["f", 12],
  ["n", 10],
  ["r", 13],
  ["t", 9],
  ["v", 11],
]);

/** Behind a backslash: \d \D \w \W \s \S \p{} \P{}; null where it is none of them. */
export function parseShorthand(cursor: PatternCursor, options: number): CharSet | null {
  const ecma = (options & Option.ecmaScript) !== 0;
  const letter = cursor.peek();
  switch (letter.toLowerCase()) {
    case "d":
      return signed(cursor, ecma ? unicode.asciiDigits : unicode.digits());
    case "w":
      return signed(cursor, ecma ? unicode.asciiWords : unicode.words());
    case "s":
      return signed(cursor, ecma ? unicode.asciiSpaces : unicode.spaces());
    case "p": {
      const negative = cursor.next() === "P";
      const set = parseProperty(cursor);
      return negative ? set.complement() : set;
    }
    default:
      return null;
  }
}

function signed(cursor: PatternCursor, set: CharSet): CharSet {
  const letter = cursor.next();
  return letter === letter.toLowerCase() ? set : set.complement();
}

function parseProperty(cursor: PatternCursor): CharSet {
  if (cursor.atEnd || cursor.pattern.length - cursor.at < 3) throw cursor.error("Incomplete \\p{X} character escape.");
  if (cursor.next() !== "{") throw cursor.error("Malformed \\p{X} character escape.");
  const name = cursor.scan(/[\p{L}\p{Mn}\p{Nd}\p{Pc}-]*/uy) ?? "";
  if (cursor.atEnd || cursor.next() !== "}") throw cursor.error("Incomplete \\p{X} character escape.");
  const set = unicode.property(name);
  if (set === null) throw cursor.error(`Unknown property '${name}'.`);
  return set;
}

/** Behind a backslash: one character. */
export function parseCharEscape(cursor: PatternCursor): number {
  const octal = cursor.scan(/[0-7]{1,3}/y);
  if (octal !== null) return Number.parseInt(octal, 8) & 0xff;
  const letter = cursor.next();
  if (letter === "x") return hex(cursor, /[0-9A-Fa-f]{2}/y);
  if (letter === "u") return hex(cursor, /[0-9A-Fa-f]{4}/y);
  if (letter === "c") return control(cursor);
  const code = simple.get(letter);
  if (code !== undefined) return code;
  if (unicode.words().has(letter.charCodeAt(0))) throw cursor.error(`Unrecognized escape sequence \\${letter}.`);
  return letter.charCodeAt(0);
}

function hex(cursor: PatternCursor, pattern: RegExp): number {
  const found = cursor.scan(pattern);
  if (found !== null) return Number.parseInt(found, 16);
  cursor.scan(/[0-9A-Fa-f]*.?/sy);
  throw cursor.error("Insufficient or invalid hexadecimal digits.");
}

function control(cursor: PatternCursor): number {
  if (cursor.atEnd) throw cursor.error("Missing control character.");
  const code = cursor.next().toUpperCase().charCodeAt(0) - 64;
  if (code < 0 || code >= 32) throw cursor.error("Unrecognized control character.");
  return code;
}
