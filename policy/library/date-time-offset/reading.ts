import type { Ref } from "@/policy/expression/values/boxed";
import type { NetArray } from "@/policy/expression/values/net-array";
import { dateTimeOffsets } from "@/policy/kits/time/read-dates";

type Text = string | null;
type Out = Ref<unknown>;

export const reading = {
  "Parse(string)": (text: Text) => dateTimeOffsets.parse(text),
  "Parse(string, IFormatProvider)": (text: Text) => dateTimeOffsets.parse(text),
  "Parse(string, IFormatProvider, DateTimeStyles)": (text: Text, _: unknown, styles: number) =>
    dateTimeOffsets.parse(text, styles),
  "ParseExact(string, string, IFormatProvider)": (text: Text, format: Text) => dateTimeOffsets.parseExact(text, format),
  "ParseExact(string, string, IFormatProvider, DateTimeStyles)": (
    text: Text,
    format: Text,
    _: unknown,
    styles: number,
  ) => dateTimeOffsets.parseExact(text, format, styles),
  "ParseExact(string, string[], IFormatProvider, DateTimeStyles)": (
    text: Text,
    formats: NetArray | null,
    _: unknown,
    styles: number,
  ) => dateTimeOffsets.parseExactAny(text, formats, styles),
  "TryParse(string, out DateTimeOffset)": (text: Text, result: Out) => dateTimeOffsets.tryParse(text, 0, result),
  "TryParse(string, IFormatProvider, out DateTimeOffset)": (text: Text, _: unknown, result: Out) =>
    dateTimeOffsets.tryParse(text, 0, result),
  "TryParse(string, IFormatProvider, DateTimeStyles, out DateTimeOffset)": (
    text: Text,
    _: unknown,
    styles: number,
    result: Out,
  ) => dateTimeOffsets.tryParse(text, styles, result),
  "TryParseExact(string, string, IFormatProvider, DateTimeStyles, out DateTimeOffset)": (
    text: Text,
    format: Text,
    _: unknown,
    styles: number,
    result: Out,
  ) => dateTimeOffsets.tryParseExact(text, format, styles, result),
  "TryParseExact(string, string[], IFormatProvider, DateTimeStyles, out DateTimeOffset)": (
    text: Text,
    formats: NetArray | null,
    _: unknown,
    styles: number,
    result: Out,
  ) => dateTimeOffsets.tryParseExactAny(text, formats, styles, result),
};
