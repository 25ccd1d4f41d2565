import { boxChar } from "@/policy/expression/values/boxed";
import { charge, tickMany } from "@/policy/expression/values/budget";
import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { newLine } from "@/policy/kits/json/new-line";
import { textOf } from "@/policy/kits/object/text-of";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import { charCodes, textOfCodes } from "@/policy/kits/text/char-codes";
import { ordinal } from "@/policy/kits/text/comparison";
import { formatString } from "@/policy/kits/text/format-string";
import { joinTexts } from "@/policy/kits/text/join";
import { rawKeywords, rawText } from "@/policy/kits/text/raw-text";
import { replaceText } from "@/policy/kits/text/replace";
import { StringBuilder } from "@/policy/kits/text/string-builder";
import { implementType, type MemberRuntime } from "@/policy/library/implement";

type Text = string | null;

const rawMembers = rawKeywords.flatMap((keyword): [string, MemberRuntime][] => {
  const toText = rawText[keyword] as (value: unknown) => string;
  return [
    [`Append(${keyword})`, (builder: StringBuilder, value: unknown) => builder.append(toText(value))],
    [
      `Insert(int, ${keyword})`,
      (builder: StringBuilder, at: number, value: unknown) => builder.insert(at, toText(value)),
    ],
  ];
});

function part(text: string, start: number, count: number): string {
  if (start < 0) throw argumentOutOfRange("startIndex");
  if (count < 0) throw argumentOutOfRange("count", "Count cannot be less than zero.");
  if (start > text.length - count)
    throw argumentOutOfRange(
      "startIndex",
      "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
    );
  return text.slice(start, start + count);
}

function repeated(value: string, count: number, parameter: string): string {
  if (count < 0) throw argumentOutOfRange(parameter, "Count cannot be less than zero.");
  charge(2 * value.length * count);
  return value.repeat(count);
}

function itemsOf(values: NetArray | null, parameter: string): readonly unknown[] {
  if (values === null) throw argumentNull(parameter);
  return values.items;
}

const format = (builder: StringBuilder, text: Text, ...values: unknown[]) => builder.append(formatString(text, values));
const formatFor = (builder: StringBuilder, _: unknown, text: Text, ...values: unknown[]) =>
  builder.append(formatString(text, values));

const joinWith = (builder: StringBuilder, separator: Text, values: NetArray | null) =>
  builder.append(joinTexts(separator ?? "", itemsOf(values, "values")));
const joinWithCharacter = (builder: StringBuilder, separator: number, values: NetArray | null) =>
  joinWith(builder, String.fromCharCode(separator), values);

function replaceWithin(builder: StringBuilder, old: Text, value: Text, start: number, count: number): StringBuilder {
  builder.check(start, count);
  return builder.splice(start, count, replaceText(builder.text.slice(start, start + count), old, value, ordinal));
}

function copyTo(builder: StringBuilder, from: number, target: NetArray | null, to: number, count: number): void {
  if (target === null) throw argumentNull("destination");
  builder.check(from, count);
  if (to < 0 || to > target.items.length - count) throw argumentOutOfRange("destinationIndex");
  tickMany(count);
  for (let at = 0; at < count; at++) target.items[to + at] = boxChar(builder.text.charCodeAt(from + at));
}

export const runtime = implementType("System.Text.StringBuilder", {
  "new()": () => new StringBuilder(),
  "new(int)": (capacity: number) => new StringBuilder("", capacity),
  "new(string)": (text: Text) => new StringBuilder(text ?? ""),
  "new(int, int)": (capacity: number, most: number) => new StringBuilder("", capacity, most),
  "new(string, int)": (text: Text, capacity: number) => new StringBuilder(text ?? "", capacity),
  "new(string, int, int, int)": (text: Text, start: number, length: number, capacity: number) =>
    new StringBuilder(part(text ?? "", start, length), capacity),
  Capacity: (builder: StringBuilder) => builder.capacity,
  "set Capacity": (builder: StringBuilder, capacity: number) => {
    builder.capacity = capacity;
  },
  Length: (builder: StringBuilder) => builder.text.length,
  "set Length": (builder: StringBuilder, length: number) => builder.setLength(length),
  MaxCapacity: (builder: StringBuilder) => builder.maxCapacity,
  "this[int]": (builder: StringBuilder, at: number) => builder.codeAt(at),
  "set this[int]": (builder: StringBuilder, at: number, code: number) => builder.setCodeAt(at, code),
  ...Object.fromEntries(rawMembers),
  "Append(string)": (builder: StringBuilder, value: Text) => builder.append(value ?? ""),
  "Append(object)": (builder: StringBuilder, value: unknown) => builder.append(textOf(value)),
  "Append(char[])": (builder: StringBuilder, value: NetArray | null) => builder.append(textOfCodes(charCodes(value))),
  "Append(StringBuilder)": (builder: StringBuilder, value: StringBuilder | null) => builder.append(value?.text ?? ""),
  "Append(char, int)": (builder: StringBuilder, code: number, count: number) =>
    builder.append(repeated(String.fromCharCode(code), count, "repeatCount")),
  "Append(char[], int, int)": (builder: StringBuilder, value: NetArray | null, start: number, count: number) =>
    builder.append(part(textOfCodes(charCodes(value)), start, count)),
  "Append(string, int, int)": (builder: StringBuilder, value: Text, start: number, count: number) =>
    builder.append(part(value ?? "", start, count)),
  "Append(StringBuilder, int, int)": (
    builder: StringBuilder,
    value: StringBuilder | null,
    start: number,
    count: number,
  ) => builder.append(part(value?.text ?? "", start, count)),
  "AppendFormat(string, object)": format,
  "AppendFormat(string, object, object)": format,
  "AppendFormat(string, object, object, object)": format,
  "AppendFormat(string, params object[])": (builder: StringBuilder, text: Text, values: NetArray | null) =>
    builder.append(formatString(text, itemsOf(values, "args"))),
  "AppendFormat(IFormatProvider, string, object)": formatFor,
  "AppendFormat(IFormatProvider, string, object, object)": formatFor,
  "AppendFormat(IFormatProvider, string, object, object, object)": formatFor,
  "AppendFormat(IFormatProvider, string, params object[])": (
    builder: StringBuilder,
    _: unknown,
    text: Text,
    values: NetArray | null,
  ) => builder.append(formatString(text, itemsOf(values, "args"))),
  "AppendJoin(string, params string[])": joinWith,
  "AppendJoin(string, params object[])": joinWith,
  "AppendJoin<T>(string, IEnumerable<T>)": (builder: StringBuilder, _: unknown, separator: Text, values: unknown) => {
    if (values === null) throw argumentNull("values");
    return builder.append(joinTexts(separator ?? "", enumerate(values)));
  },
  "AppendJoin(char, params string[])": joinWithCharacter,
  "AppendJoin(char, params object[])": joinWithCharacter,
  "AppendJoin<T>(char, IEnumerable<T>)": (builder: StringBuilder, _: unknown, separator: number, values: unknown) => {
    if (values === null) throw argumentNull("values");
    return builder.append(joinTexts(String.fromCharCode(separator), enumerate(values)));
  },
  "AppendLine()": (builder: StringBuilder) => builder.append(newLine),
  "AppendLine(string)": (builder: StringBuilder, value: Text) => builder.append((value ?? "") + newLine),
  "Clear()": (builder: StringBuilder) => {
    builder.text = "";
    return builder;
  },
  "CopyTo(int, char[], int, int)": copyTo,
  "EnsureCapacity(int)": (builder: StringBuilder, capacity: number) => {
    if (capacity < 0) throw argumentOutOfRange("capacity", "Capacity must be positive.");
    if (builder.capacity < capacity) builder.capacity = capacity;
    return builder.capacity;
  },
  "Equals(StringBuilder)": (builder: StringBuilder, other: StringBuilder | null) => other?.text === builder.text,
  "Insert(int, char[])": (builder: StringBuilder, at: number, value: NetArray | null) =>
    builder.insert(at, textOfCodes(charCodes(value))),
  "Insert(int, object)": (builder: StringBuilder, at: number, value: unknown) => builder.insert(at, textOf(value)),
  "Insert(int, string)": (builder: StringBuilder, at: number, value: Text) => builder.insert(at, value ?? ""),
  "Insert(int, string, int)": (builder: StringBuilder, at: number, value: Text, count: number) =>
    builder.insert(at, repeated(value ?? "", count, "count")),
  "Remove(int, int)": (builder: StringBuilder, start: number, length: number) => {
    builder.check(start, length);
    return builder.splice(start, length, "");
  },
  "Replace(char, char)": (builder: StringBuilder, old: number, value: number) =>
    replaceWithin(builder, String.fromCharCode(old), String.fromCharCode(value), 0, builder.text.length),
  "Replace(char, char, int, int)": (builder: StringBuilder, old: number, value: number, start: number, count: number) =>
    replaceWithin(builder, String.fromCharCode(old), String.fromCharCode(value), start, count),
  "Replace(string, string)": (builder: StringBuilder, old: Text, value: Text) =>
    replaceWithin(builder, old, value, 0, builder.text.length),
  "Replace(string, string, int, int)": replaceWithin,
  "ToString()": (builder: StringBuilder) => builder.text,
  "ToString(int, int)": (builder: StringBuilder, start: number, length: number) => {
    builder.check(start, length);
    return builder.text.slice(start, start + length);
  },
});
