import { boxChar } from "@/policy/expression/values/boxed";
import { charge, tickMany } from "@/policy/expression/values/budget";
import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentException, argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { newLine } from "@/policy/kits/json/new-line";
import { newArray } from "@/policy/kits/object/new-array";
import { toLower, toUpper } from "@/policy/kits/text/casing";
import { charCodes } from "@/policy/kits/text/char-codes";
import { culture, ordinal } from "@/policy/kits/text/comparison";
import { replaceText } from "@/policy/kits/text/replace";
import { isWhiteSpace, trim } from "@/policy/kits/text/white-space";

function substring(text: string, start: number, length: number): string {
  if (start < 0) throw argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.");
  if (start > text.length) throw argumentOutOfRange("startIndex", "startIndex cannot be larger than length of string.");
  if (length < 0) throw argumentOutOfRange("length", "Length cannot be less than zero.");
  if (start > text.length - length)
    throw argumentOutOfRange("length", "Index and length must refer to a location within the string.");
  return text.slice(start, start + length);
}

function remove(text: string, start: number, count: number): string {
  if (start < 0) throw argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.");
  if (count < 0) throw argumentOutOfRange("count", "Count cannot be less than zero.");
  if (count > text.length - start)
    throw argumentOutOfRange("count", "Index and count must refer to a location within the string.");
  charge(2 * text.length);
  return text.slice(0, start) + text.slice(start + count);
}

function insert(text: string, start: number, value: string | null): string {
  if (value === null) throw argumentNull("value");
  if (start < 0 || start > text.length)
    throw argumentOutOfRange(
      "startIndex",
      "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
    );
  charge(2 * (text.length + value.length));
  return text.slice(0, start) + value + text.slice(start);
}

function pad(text: string, width: number, code: number, atStart: boolean): string {
  if (width < 0) throw argumentOutOfRange("totalWidth", "Non-negative number required.");
  if (width <= text.length) return text;
  charge(2 * width);
  const filler = String.fromCharCode(code);
  return atStart ? text.padStart(width, filler) : text.padEnd(width, filler);
}

function replaceLineEndings(text: string, replacement: string | null): string {
  if (replacement === null) throw argumentNull("replacementText");
  tickMany(text.length);
  return text.split(/\r\n|[\r\n\f\u0085\u2028\u2029]/).reduce((all, line) => {
    charge(2 * (line.length + replacement.length));
    return all + replacement + line;
  });
}

const forms = new Map([
  [1, "NFC"],
  [2, "NFD"],
  [5, "NFKC"],
  [6, "NFKD"],
]);

function normalize(text: string, form: number): string {
  const name = forms.get(form);
  if (name === undefined) throw argumentException("Invalid or unsupported normalization form.", "normalizationForm");
  tickMany(text.length);
  charge(8 * text.length);
  return text.normalize(name);
}

function toArray(text: string, start: number, length: number): NetArray {
  if (start < 0 || start > text.length || start > text.length - length)
    throw argumentOutOfRange(
      "startIndex",
      "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
    );
  if (length < 0) throw argumentOutOfRange("length", "Length cannot be less than zero.");
  tickMany(length);
  charge(32 * length);
  const items = Array.from({ length }, (_, at) => boxChar(text.charCodeAt(start + at)));
  return newArray("System.Char", items);
}

function copyTo(text: string, from: number, target: NetArray | null, to: number, count: number): void {
  if (target === null) throw argumentNull("destination");
  if (count < 0) throw argumentOutOfRange("count", "Count cannot be less than zero.");
  const message = "Index was out of range. Must be non-negative and less than or equal to the size of the collection.";
  if (from < 0 || from > text.length - count) throw argumentOutOfRange("sourceIndex", message);
  if (to < 0 || to > target.items.length - count) throw argumentOutOfRange("destinationIndex", message);
  tickMany(count);
  for (let at = 0; at < count; at++) target.items[to + at] = boxChar(text.charCodeAt(from + at));
}

type Side = "start" | "end" | "both";
const trimSpace = (side: Side) => (text: string) => trim(text, side, isWhiteSpace);
const trimCharacter = (side: Side) => (text: string, code: number) => trim(text, side, (other) => other === code);
const trimCharacters = (side: Side) => (text: string, characters: NetArray | null) => {
  const codes = new Set(charCodes(characters));
  return trim(text, side, codes.size === 0 ? isWhiteSpace : (code) => codes.has(code));
};
type Text = string | null;
const space = 32;
const formC = 1;

/** Members of string that give another one. */
export const changing = {
  "CopyTo(int, char[], int, int)": copyTo,
  "Insert(int, string)": insert,
  "IsNormalized()": (text: string) => normalize(text, formC) === text,
  "IsNormalized(NormalizationForm)": (text: string, form: number) => normalize(text, form) === text,
  "Normalize()": (text: string) => normalize(text, formC),
  "Normalize(NormalizationForm)": normalize,
  "PadLeft(int)": (text: string, width: number) => pad(text, width, space, true),
  "PadLeft(int, char)": (text: string, width: number, code: number) => pad(text, width, code, true),
  "PadRight(int)": (text: string, width: number) => pad(text, width, space, false),
  "PadRight(int, char)": (text: string, width: number, code: number) => pad(text, width, code, false),
  "Remove(int)": (text: string, start: number) => {
    if (start > text.length) throw argumentOutOfRange("startIndex", "startIndex must be less than length of string.");
    return remove(text, start, Math.max(text.length - start, 0));
  },
  "Remove(int, int)": remove,
  "Replace(char, char)": (text: string, old: number, value: number) =>
    replaceText(text, String.fromCharCode(old), String.fromCharCode(value), ordinal),
  "Replace(string, string)": (text: string, old: Text, value: Text) => replaceText(text, old, value, ordinal),
  "Replace(string, string, StringComparison)": replaceText,
  "Replace(string, string, bool, CultureInfo)": (text: string, old: Text, value: Text, ignoreCase: boolean) =>
    replaceText(text, old, value, ignoreCase ? culture + 1 : culture),
  "ReplaceLineEndings()": (text: string) => replaceLineEndings(text, newLine),
  "ReplaceLineEndings(string)": replaceLineEndings,
  "Substring(int)": (text: string, start: number) => substring(text, start, Math.max(text.length - start, 0)),
  "Substring(int, int)": substring,
  "ToCharArray()": (text: string) => toArray(text, 0, text.length),
  "ToCharArray(int, int)": toArray,
  "ToLower()": toLower,
  "ToLower(CultureInfo)": (text: string) => toLower(text),
  "ToLowerInvariant()": toLower,
  "ToUpper()": toUpper,
  "ToUpper(CultureInfo)": (text: string) => toUpper(text),
  "ToUpperInvariant()": toUpper,
  "Trim()": trimSpace("both"),
  "Trim(char)": trimCharacter("both"),
  "Trim(params char[])": trimCharacters("both"),
  "TrimEnd()": trimSpace("end"),
  "TrimEnd(char)": trimCharacter("end"),
  "TrimEnd(params char[])": trimCharacters("end"),
  "TrimStart()": trimSpace("start"),
  "TrimStart(char)": trimCharacter("start"),
  "TrimStart(params char[])": trimCharacters("start"),
};
