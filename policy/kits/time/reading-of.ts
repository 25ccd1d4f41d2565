import type { Ref } from "@/policy/expression/values/boxed";
import type { NetArray } from "@/policy/expression/values/net-array";
import type { DateReader } from "./read-dates";

type Text = string | null;
type Out = Ref<unknown>;

/** What DateTime and DateTimeOffset read from texts, alike but for their own name. */
export const readingOf = (name: string, dates: DateReader<unknown>) => ({
  "Parse(string)": (text: Text) => dates.parse(text),
  "Parse(string, IFormatProvider)": (text: Text) => dates.parse(text),
  "Parse(string, IFormatProvider, DateTimeStyles)": (text: Text, _: unknown, styles: number) =>
    dates.parse(text, styles),
  "ParseExact(string, string, IFormatProvider)": (text: Text, format: Text) => dates.parseExact(text, format),
  "ParseExact(string, string, IFormatProvider, DateTimeStyles)": (
    text: Text,
    format: Text,
    _: unknown,
    styles: number,
  ) => dates.parseExact(text, format, styles),
  "ParseExact(string, string[], IFormatProvider, DateTimeStyles)": (
    text: Text,
    formats: NetArray | null,
    _: unknown,
    styles: number,
  ) => dates.parseExactAny(text, formats, styles),
  [`TryParse(string, out ${name})`]: (text: Text, result: Out) => dates.tryParse(text, 0, result),
  [`TryParse(string, IFormatProvider, out ${name})`]: (text: Text, _: unknown, result: Out) =>
    dates.tryParse(text, 0, result),
  [`TryParse(string, IFormatProvider, DateTimeStyles, out ${name})`]: (
    text: Text,
    _: unknown,
    styles: number,
    result: Out,
  ) => dates.tryParse(text, styles, result),
  [`TryParseExact(string, string, IFormatProvider, DateTimeStyles, out ${name})`]: (
    text: Text,
    format: Text,
    _: unknown,
    styles: number,
    result: Out,
  ) => dates.tryParseExact(text, format, styles, result),
  [`TryParseExact(string, string[], IFormatProvider, DateTimeStyles, out ${name})`]: (
    text: Text,
    formats: NetArray | null,
    _: unknown,
    styles: number,
    result: Out,
  ) => dates.tryParseExactAny(text, formats, styles, result),
});
