import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { byteRange, fromBase64, fromHex, toBase64, toHex } from "@/policy/kits/convert/base64";
import { box } from "@/policy/kits/convert/box";
import {
  textToChar,
  toBoolean,
  toChar,
  toDecimal,
  toDouble,
  toInteger,
  toSingle,
} from "@/policy/kits/convert/convert-value";
import { fromRadix, toRadix } from "@/policy/kits/convert/radix";
import { toDate } from "@/policy/kits/convert/to-date";
import { textOf } from "@/policy/kits/object/text-of";
import { charCodes, textOfCodes } from "@/policy/kits/text/char-codes";
import { implementType, type MemberRuntime } from "@/policy/library/implement";
import { integerKinds } from "@/policy/library/integer-kinds";

type Member = [string, MemberRuntime];
type Text = string | null;

const numbers = ["byte", "decimal", "double", "float", "int", "long", "sbyte", "short", "uint", "ulong", "ushort"];
const integers = ["byte", "int", "long", "sbyte", "short", "uint", "ulong", "ushort"];
const always = ["object", "string"];

/** One method of Convert for all the types it converts from. */
function conversion(name: string, sources: readonly string[], convert: (boxed: unknown) => unknown): Member[] {
  const withProvider = always.map(
    (source): Member => [`${name}(${source}, IFormatProvider)`, (value) => convert(value)],
  );
  const others = [...sources, ...always].map(
    (source): Member => [`${name}(${source})`, (value) => convert(box(source, value))],
  );
  return [...others, ...withProvider];
}

const toIntegers = integerKinds.flatMap((kind): Member[] => [
  ...conversion(`To${kind.name}`, ["bool", "char", ...numbers], (value) => toInteger(value, kind)),
  [`To${kind.name}(string, int)`, (text: Text, radix: number) => fromRadix(text, radix, kind)],
]);

const toTexts = ["bool", "char", ...numbers, "object", "string"].flatMap((source): Member[] => {
  const convert = source === "string" ? (value: unknown) => value : (value: unknown) => textOf(box(source, value));
  return [
    [`ToString(${source})`, convert],
    [`ToString(${source}, IFormatProvider)`, convert],
  ];
});

function options(value: number): boolean {
  if (value !== 0 && value !== 1) throw argumentOutOfRange("options");
  return value === 1;
}

function present<T>(value: T | null, name = "inArray"): T {
  if (value === null) throw argumentNull(name);
  return value;
}

export const runtime = implementType("System.Convert", {
  ...Object.fromEntries([
    ...toIntegers,
    ...toTexts,
    ...conversion("ToBoolean", ["bool", ...numbers], toBoolean),
    ...conversion("ToChar", ["char", ...integers], toChar),
    ...conversion("ToDecimal", ["bool", ...numbers], toDecimal),
    ...conversion("ToDouble", ["bool", ...numbers], (value) => toDouble(value)),
    ...conversion("ToSingle", ["bool", ...numbers], toSingle),
  ]),
  "ToChar(string)": textToChar,
  "ToChar(string, IFormatProvider)": (text: Text) => textToChar(text),
  "ToDateTime(DateTime)": toDate,
  "ToDateTime(object)": toDate,
  "ToDateTime(object, IFormatProvider)": (value: unknown) => toDate(value),
  "ToDateTime(string)": toDate,
  "ToDateTime(string, IFormatProvider)": (value: Text) => toDate(value),
  "ToString(DateTime)": textOf,
  "ToString(DateTime, IFormatProvider)": (value: unknown) => textOf(value),
  "ToString(byte, int)": (value: number, radix: number) => toRadix(value, radix, 8),
  "ToString(short, int)": (value: number, radix: number) => toRadix(value, radix, 16),
  "ToString(int, int)": (value: number, radix: number) => toRadix(value, radix, 32),
  "ToString(long, int)": (value: bigint, radix: number) => toRadix(value, radix, 64),
  "FromBase64String(string)": fromBase64,
  "FromBase64CharArray(char[], int, int)": (characters: NetArray | null, offset: number, length: number) => {
    const codes = charCodes(present(characters));
    if (offset < 0 || length < 0 || offset > codes.length - length)
      throw argumentOutOfRange("offset", "Offset and length must refer to a position in the string.");
    return fromBase64(textOfCodes(codes.slice(offset, offset + length)));
  },
  "FromHexString(string)": fromHex,
  "ToBase64String(byte[])": (bytes: Uint8Array | null) => toBase64(present(bytes), false),
  "ToBase64String(byte[], Base64FormattingOptions)": (bytes: Uint8Array | null, wanted: number) =>
    toBase64(present(bytes), options(wanted)),
  "ToBase64String(byte[], int, int)": (bytes: Uint8Array | null, offset: number, length: number) =>
    toBase64(byteRange(bytes, offset, length), false),
  "ToBase64String(byte[], int, int, Base64FormattingOptions)": (
    bytes: Uint8Array | null,
    offset: number,
    length: number,
    wanted: number,
  ) => toBase64(byteRange(bytes, offset, length), options(wanted)),
  "ToHexString(byte[])": (bytes: Uint8Array | null) => toHex(present(bytes)),
  "ToHexString(byte[], int, int)": (bytes: Uint8Array | null, offset: number, length: number) =>
    toHex(byteRange(bytes, offset, length)),
});
