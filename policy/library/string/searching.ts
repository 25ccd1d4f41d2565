import { tick } from "@/policy/expression/values/budget";
import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { charCodes } from "@/policy/kits/text/char-codes";
import {
  culture,
  endsWithText,
  ignoresCase,
  indexOfText,
  lastIndexOfText,
  ordinal,
  ordinalIgnoreCase,
  startsWithText,
} from "@/policy/kits/text/comparison";

const present = <T>(value: T | null, parameter = "value"): T => {
  if (value === null) throw argumentNull(parameter);
  return value;
};
const character = (code: number) => String.fromCharCode(code);
const caseless = (ignoreCase: boolean) => (ignoreCase ? culture + 1 : culture);

function checkStart(text: string, start: number): void {
  if (start < 0 || start > text.length)
    throw argumentOutOfRange(
      "startIndex",
      "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
    );
}

const badCount = () =>
  argumentOutOfRange(
    "count",
    "Count must be positive and count must refer to a location within the string/array/collection.",
  );

function find(text: string, value: string | null, start: number, count: number, comparison: number): number {
  const wanted = present(value);
  checkStart(text, start);
  if (count < 0 || start > text.length - count) throw badCount();
  return indexOfText(text, wanted, start, start + count, comparison);
}
const findFrom = (text: string, value: string | null, start: number, comparison: number) => {
  present(value);
  checkStart(text, start);
  return find(text, value, start, text.length - start, comparison);
};

/** Backwards from a start, over so many characters. */
function findLast(text: string, value: string | null, start: number, count: number, comparison: number): number {
  const wanted = present(value);
  if (text.length === 0 && (start === -1 || start === 0)) return wanted === "" ? 0 : -1;
  if (start < 0 || start > text.length)
    throw argumentOutOfRange(
      "startIndex",
      "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
    );
  let from = start;
  let length = count;
  if (from === text.length) {
    from--;
    if (length > 0) length--;
  }
  if (length < 0 || from - length + 1 < 0) throw badCount();
  return lastIndexOfText(text, wanted, from - length + 1, from + 1, comparison);
}
const findLastFrom = (text: string, value: string | null, start: number, comparison: number) =>
  findLast(text, value, start, start + 1, comparison);

function findAny(text: string, characters: NetArray | null, start = 0, count = text.length - start): number {
  const codes = new Set(charCodes(present(characters, "anyOf")));
  checkStart(text, start);
  if (count < 0 || start > text.length - count) throw badCount();
  for (let at = start; at < start + count; at++) {
    tick();
    if (codes.has(text.charCodeAt(at))) return at;
  }
  return -1;
}

function findLastAny(text: string, characters: NetArray | null, start = text.length - 1, count = start + 1): number {
  const codes = new Set(charCodes(present(characters, "anyOf")));
  if (text.length === 0) return -1;
  if (start < 0 || start >= text.length)
    throw argumentOutOfRange(
      "startIndex",
      "Index was out of range. Must be non-negative and less than the size of the collection.",
    );
  if (count < 0 || start - count + 1 < 0) throw badCount();
  for (let at = start; at > start - count; at--) {
    tick();
    if (codes.has(text.charCodeAt(at))) return at;
  }
  return -1;
}

const ofCharacter = (comparison: number) => (ignoresCase(comparison) ? ordinalIgnoreCase : ordinal);
type Text = string | null;

/** Members of string that look for something. */
export const searching = {
  "Contains(string)": (text: string, value: Text) => findFrom(text, value, 0, ordinal) >= 0,
  "Contains(string, StringComparison)": (text: string, value: Text, comparison: number) =>
    findFrom(text, value, 0, comparison) >= 0,
  "Contains(char)": (text: string, code: number) => findFrom(text, character(code), 0, ordinal) >= 0,
  "Contains(char, StringComparison)": (text: string, code: number, comparison: number) =>
    findFrom(text, character(code), 0, ofCharacter(comparison)) >= 0,
  "StartsWith(string)": (text: string, value: Text) => startsWithText(text, present(value), culture),
  "StartsWith(string, StringComparison)": (text: string, value: Text, comparison: number) =>
    startsWithText(text, present(value), comparison),
  "StartsWith(string, bool, CultureInfo)": (text: string, value: Text, ignoreCase: boolean) =>
    startsWithText(text, present(value), caseless(ignoreCase)),
  "StartsWith(char)": (text: string, code: number) => text.charCodeAt(0) === code,
  "EndsWith(string)": (text: string, value: Text) => endsWithText(text, present(value), culture),
  "EndsWith(string, StringComparison)": (text: string, value: Text, comparison: number) =>
    endsWithText(text, present(value), comparison),
  "EndsWith(string, bool, CultureInfo)": (text: string, value: Text, ignoreCase: boolean) =>
    endsWithText(text, present(value), caseless(ignoreCase)),
  "EndsWith(char)": (text: string, code: number) => text.charCodeAt(text.length - 1) === code,

  "IndexOf(char)": (text: string, code: number) => findFrom(text, character(code), 0, ordinal),
  "IndexOf(char, int)": (text: string, code: number, start: number) => findFrom(text, character(code), start, ordinal),
  "IndexOf(char, int, int)": (text: string, code: number, start: number, count: number) =>
    find(text, character(code), start, count, ordinal),
  "IndexOf(char, StringComparison)": (text: string, code: number, comparison: number) =>
    findFrom(text, character(code), 0, ofCharacter(comparison)),
  "IndexOf(string)": (text: string, value: Text) => findFrom(text, value, 0, culture),
  "IndexOf(string, int)": (text: string, value: Text, start: number) => findFrom(text, value, start, culture),
  "IndexOf(string, int, int)": (text: string, value: Text, start: number, count: number) =>
    find(text, value, start, count, culture),
  "IndexOf(string, StringComparison)": (text: string, value: Text, comparison: number) =>
    findFrom(text, value, 0, comparison),
  "IndexOf(string, int, StringComparison)": findFrom,
  "IndexOf(string, int, int, StringComparison)": find,
  "IndexOfAny(char[])": findAny,
  "IndexOfAny(char[], int)": findAny,
  "IndexOfAny(char[], int, int)": findAny,

  "LastIndexOf(char)": (text: string, code: number) => findLastFrom(text, character(code), text.length - 1, ordinal),
  "LastIndexOf(char, int)": (text: string, code: number, start: number) =>
    text === "" ? -1 : findLastFrom(text, character(code), start, ordinal),
  "LastIndexOf(char, int, int)": (text: string, code: number, start: number, count: number) =>
    text === "" ? -1 : findLast(text, character(code), start, count, ordinal),
  "LastIndexOf(string)": (text: string, value: Text) => lastOf(text, value, culture),
  "LastIndexOf(string, int)": (text: string, value: Text, start: number) => findLastFrom(text, value, start, culture),
  "LastIndexOf(string, int, int)": (text: string, value: Text, start: number, count: number) =>
    findLast(text, value, start, count, culture),
  "LastIndexOf(string, StringComparison)": lastOf,
  "LastIndexOf(string, int, StringComparison)": findLastFrom,
  "LastIndexOf(string, int, int, StringComparison)": findLast,
  "LastIndexOfAny(char[])": findLastAny,
  "LastIndexOfAny(char[], int)": findLastAny,
  "LastIndexOfAny(char[], int, int)": findLastAny,
};

function lastOf(text: string, value: Text, comparison: number): number {
  return lastIndexOfText(text, present(value), 0, text.length, comparison);
}
