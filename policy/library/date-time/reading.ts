import type { Ref } from "@/policy/expression/values/boxed";
import type { NetArray } from "@/policy/expression/values/net-array";
import { dateTimes } from "@/policy/kits/time/read-dates";

type Text = string | null;
type Out = Ref<unknown>;

export const reading = {
  "Parse(string)": (text: Text) => dateTimes.parse(text),
  "Parse(string, IFormatProvider)": (text: Text) => dateTimes.parse(text),
  "Parse(string, IFormatProvider, DateTimeStyles)": (text: Text, _: unknown, styles: number) =>
    dateTimes.parse(text, styles),
  "ParseExact(string, string, IFormatProvider)": (text: Text, format: Text) => dateTimes.parseExact(text, format),
  "ParseExact(string, string, IFormatProvider, DateTimeStyles)": (
    text: Text,
    format: Text,
    _: unknown,
    styles: number,
  ) => dateTimes.parseExact(text, format, styles),
  "ParseExact(string, string[], IFormatProvider, DateTimeStyles)": (
    text: Text,
    formats: NetArray | null,
    _: unknown,
    styles: number,
  ) => dateTimes.parseExactAny(text, formats, styles),
  "TryParse(string, out DateTime)": (text: Text, result: Out) => dateTimes.tryParse(text, 0, result),
  "TryParse(string, IFormatProvider, out DateTime)": (text: Text, _: unknown, result: Out) =>
    dateTimes.tryParse(text, 0, result),
  "TryParse(string, IFormatProvider, DateTimeStyles, out DateTime)": (
    text: Text,
    _: unknown,
    styles: number,
    result: Out,
  ) => dateTimes.tryParse(text, styles, result),
  "TryParseExact(string, string, IFormatProvider, DateTimeStyles, out DateTime)": (
    text: Text,
    format: Text,
    _: unknown,
    styles: number,
    result: Out,
  ) => dateTimes.tryParseExact(text, format, styles, result),
  "TryParseExact(string, string[], IFormatProvider, DateTimeStyles, out DateTime)": (
    text: Text,
    formats: NetArray | null,
    _: unknown,
    styles: number,
    result: Out,
  ) => dateTimes.tryParseExactAny(text, formats, styles, result),
};
