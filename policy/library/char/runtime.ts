import { type Boxed, boxChar, type Ref } from "@/policy/expression/values/boxed";
import {
  argumentException,
  argumentNull,
  argumentOutOfRange,
  formatException,
} from "@/policy/expression/values/net-exception";
import { hashOf } from "@/policy/kits/object/hash";
import { unboxNumber } from "@/policy/kits/object/unbox";
import { lowerCode, upperCode } from "@/policy/kits/text/casing";
import { isWhiteSpace } from "@/policy/kits/text/white-space";
import { implementType, type MemberRuntime } from "@/policy/library/implement";
import { numericValue } from "./numeric-value";

const typeName = "System.Char";
const text = (code: number) => String.fromCharCode(code);
const is = (pattern: RegExp) => (code: number) => pattern.test(text(code));

const high = (code: number) => code >= 0xd800 && code < 0xdc00;
const low = (code: number) => code >= 0xdc00 && code < 0xe000;

/** Those that exist for a char and for a place in a string. */
const tests: Readonly<Record<string, (code: number) => boolean>> = {
  IsControl: is(/\p{Cc}/u),
  IsDigit: is(/\p{Nd}/u),
  IsHighSurrogate: high,
  IsLetter: is(/\p{L}/u),
  IsLetterOrDigit: is(/[\p{L}\p{Nd}]/u),
  IsLower: is(/\p{Ll}/u),
  IsLowSurrogate: low,
  IsNumber: is(/\p{N}/u),
  IsPunctuation: is(/\p{P}/u),
  IsSeparator: is(/\p{Z}/u),
  IsSurrogate: (code) => high(code) || low(code),
  IsSymbol: is(/\p{S}/u),
  IsUpper: is(/\p{Lu}/u),
  IsWhiteSpace: isWhiteSpace,
};

const asciiTests: Readonly<Record<string, RegExp>> = {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what ASCII means
  IsAscii: /[\u0000-\u007f]/,
  IsAsciiDigit: /[0-9]/,
  IsAsciiHexDigit: /[0-9a-fA-F]/,
  IsAsciiHexDigitLower: /[0-9a-f]/,
  IsAsciiHexDigitUpper: /[0-9A-F]/,
  IsAsciiLetter: /[a-zA-Z]/,
  IsAsciiLetterLower: /[a-z]/,
  IsAsciiLetterOrDigit: /[a-zA-Z0-9]/,
  IsAsciiLetterUpper: /[A-Z]/,
};

function codeAt(value: string | null, index: number): number {
  if (value === null) throw argumentNull("s");
  if (index < 0 || index >= value.length) throw argumentOutOfRange("index");
  return value.charCodeAt(index);
}

const testMembers = Object.entries(tests).flatMap(([name, test]): [string, MemberRuntime][] => [
  [`${name}(char)`, test],
  [`${name}(string, int)`, (value: string | null, index: number) => test(codeAt(value, index))],
]);
const asciiMembers = Object.entries(asciiTests).map(([name, pattern]): [string, MemberRuntime] => [
  `${name}(char)`,
  is(pattern),
]);

/** In the order of System.Globalization.UnicodeCategory. */
const categories = "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Zs Zl Zp Cc Cf Cs Co Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Cn"
  .split(" ")
  .map((name) => new RegExp(`^\\p{${name}}$`, "u"));

function fromUtf32(code: number): string {
  if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
    throw argumentOutOfRange(
      "utf32",
      "A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate codepoint values (0x00d800 ~ 0x00dfff).",
    );
  return String.fromCodePoint(code);
}

function toUtf32(first: number, second: number): number {
  if (!high(first))
    throw argumentOutOfRange(
      "highSurrogate",
      "A valid high surrogate character is between 0xd800 and 0xdbff, inclusive.",
    );
  if (!low(second))
    throw argumentOutOfRange(
      "lowSurrogate",
      "A valid low surrogate character is between 0xdc00 and 0xdfff, inclusive.",
    );
  return ((first - 0xd800) << 10) + second - 0xdc00 + 0x10000;
}

function utf32At(value: string | null, index: number): number {
  const code = codeAt(value, index);
  const whole = value?.codePointAt(index) ?? code;
  if (high(code) && whole === code)
    throw argumentException(
      `Found a high surrogate char without a following low surrogate at index: ${index}. The input may not be in this encoding, or may not contain valid Unicode (UTF-16) characters.`,
      "s",
    );
  if (low(code))
    throw argumentException(
      `Found a low surrogate char without a preceding high surrogate at index: ${index}. The input may not be in this encoding, or may not contain valid Unicode (UTF-16) characters.`,
      "s",
    );
  return whole;
}

export const runtime = implementType(typeName, {
  ...Object.fromEntries(testMembers),
  ...Object.fromEntries(asciiMembers),
  "CompareTo(object)": (code: number, other: unknown) => {
    if (other === null) return 1;
    const number = unboxNumber(other, typeName);
    if (number === null) throw argumentException("Object must be of type Char.");
    return code - Number(number);
  },
  "CompareTo(char)": (code: number, other: number) => code - other,
  "Equals(object)": (code: number, other: Boxed) => unboxNumber(other, typeName) === code,
  "Equals(char)": (code: number, other: number) => code === other,
  "GetHashCode()": (code: number) => hashOf(boxChar(code)),
  "ToString()": text,
  "ToString(IFormatProvider)": text,
  "ToString(char)": text,
  "ConvertFromUtf32(int)": fromUtf32,
  "ConvertToUtf32(char, char)": toUtf32,
  "ConvertToUtf32(string, int)": utf32At,
  "GetNumericValue(char)": numericValue,
  "GetNumericValue(string, int)": (value: string | null, index: number) => numericValue(codeAt(value, index)),
  "GetUnicodeCategory(char)": (code: number) => categories.findIndex((category) => category.test(text(code))),
  "IsBetween(char, char, char)": (code: number, least: number, most: number) => code >= least && code <= most,
  "IsSurrogatePair(char, char)": (first: number, second: number) => high(first) && low(second),
  "IsSurrogatePair(string, int)": (value: string | null, index: number) =>
    high(codeAt(value, index)) && low(value?.charCodeAt(index + 1) ?? 0),
  "Parse(string)": (value: string | null) => {
    if (value === null) throw argumentNull("s");
    if (value.length !== 1) throw formatException("String must be exactly one character long.");
    return value.charCodeAt(0);
  },
  "ToLower(char)": lowerCode,
  "ToLower(char, CultureInfo)": lowerCode,
  "ToLowerInvariant(char)": lowerCode,
  "ToUpper(char)": upperCode,
  "ToUpper(char, CultureInfo)": upperCode,
  "ToUpperInvariant(char)": upperCode,
  "TryParse(string, out char)": (value: string | null, result: Ref<number>) => {
    const found = value !== null && value.length === 1;
    result.value = found ? value.charCodeAt(0) : 0;
    return found;
  },
});
