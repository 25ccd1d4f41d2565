import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import { formatString } from "@/policy/kits/text/format-string";
import { joinTexts } from "@/policy/kits/text/join";

const concat = (...values: unknown[]) => joinTexts("", values);

function itemsOf(values: NetArray | null, parameter: string): readonly unknown[] {
  if (values === null) throw argumentNull(parameter);
  return values.items;
}

function sequence(values: unknown): Iterable<unknown> {
  if (values === null) throw argumentNull("values");
  return enumerate(values);
}

function joinPart(separator: string | null, values: NetArray | null, start: number, count: number): string {
  const items = itemsOf(values, "value");
  if (start < 0) throw argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.");
  if (count < 0) throw argumentOutOfRange("count", "Count cannot be less than zero.");
  if (start > items.length - count)
    throw argumentOutOfRange("startIndex", "Index and count must refer to a location within the buffer.");
  return joinTexts(separator ?? "", items.slice(start, start + count));
}

type Text = string | null;
const character = (code: number) => String.fromCharCode(code);

/** Members of string that put texts together. */
export const joining = {
  "Concat(object)": concat,
  "Concat(object, object)": concat,
  "Concat(object, object, object)": concat,
  "Concat(params object[])": (values: NetArray | null) => joinTexts("", itemsOf(values, "args")),
  "Concat(string, string)": concat,
  "Concat(string, string, string)": concat,
  "Concat(string, string, string, string)": concat,
  "Concat(params string[])": (values: NetArray | null) => joinTexts("", itemsOf(values, "values")),
  "Concat(IEnumerable<string>)": (values: unknown) => joinTexts("", sequence(values)),
  "Concat<T>(IEnumerable<T>)": (_type: unknown, values: unknown) => joinTexts("", sequence(values)),
  "Format(string, object)": (format: Text, a: unknown) => formatString(format, [a]),
  "Format(string, object, object)": (format: Text, a: unknown, b: unknown) => formatString(format, [a, b]),
  "Format(string, object, object, object)": (format: Text, a: unknown, b: unknown, c: unknown) =>
    formatString(format, [a, b, c]),
  "Format(string, params object[])": (format: Text, values: NetArray | null) =>
    formatString(format, itemsOf(values, format === null ? "format" : "args")),
  "Format(IFormatProvider, string, object)": (_: unknown, format: Text, a: unknown) => formatString(format, [a]),
  "Format(IFormatProvider, string, object, object)": (_: unknown, format: Text, a: unknown, b: unknown) =>
    formatString(format, [a, b]),
  "Format(IFormatProvider, string, object, object, object)": (
    _: unknown,
    format: Text,
    a: unknown,
    b: unknown,
    c: unknown,
  ) => formatString(format, [a, b, c]),
  "Format(IFormatProvider, string, params object[])": (_: unknown, format: Text, values: NetArray | null) =>
    formatString(format, itemsOf(values, format === null ? "format" : "args")),
  "Join(string, params string[])": (separator: Text, values: NetArray | null) =>
    joinTexts(separator ?? "", itemsOf(values, "value")),
  "Join(string, params object[])": (separator: Text, values: NetArray | null) =>
    joinTexts(separator ?? "", itemsOf(values, "values")),
  "Join(string, IEnumerable<string>)": (separator: Text, values: unknown) =>
    joinTexts(separator ?? "", sequence(values)),
  "Join<T>(string, IEnumerable<T>)": (_type: unknown, separator: Text, values: unknown) =>
    joinTexts(separator ?? "", sequence(values)),
  "Join(string, string[], int, int)": joinPart,
  "Join(char, params string[])": (separator: number, values: NetArray | null) =>
    joinTexts(character(separator), itemsOf(values, "value")),
  "Join(char, params object[])": (separator: number, values: NetArray | null) =>
    joinTexts(character(separator), itemsOf(values, "values")),
  "Join<T>(char, IEnumerable<T>)": (_type: unknown, separator: number, values: unknown) =>
    joinTexts(character(separator), sequence(values)),
  "Join(char, string[], int, int)": (separator: number, values: NetArray | null, start: number, count: number) =>
    joinPart(character(separator), values, start, count),
};
