import type { Ref } from "@/policy/expression/values/boxed";
import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentNull, formatException, NetException } from "@/policy/expression/values/net-exception";
import { NetTimeSpan } from "@/policy/kits/time/net-time-span";
import { parseTimeSpan } from "@/policy/kits/time/parse-time-span";
import { parseTimeSpanExact } from "@/policy/kits/time/parse-time-span-exact";

type Text = string | null;
type Formats = NetArray | null;

function parse(text: Text, parameter: string): NetTimeSpan {
  if (text === null) throw argumentNull(parameter);
  return parseTimeSpan(text);
}

function parseExact(text: Text, formats: readonly unknown[] | null, negative = false): NetTimeSpan {
  if (text === null) throw argumentNull("input");
  if (formats === null) throw argumentNull("formats");
  for (const format of formats) {
    if (typeof format !== "string") throw argumentNull("format");
    const span = parseTimeSpanExact(text, format, negative);
    if (span !== null) return span;
  }
  throw formatException(`String '${text}' was not recognized as a valid TimeSpan.`);
}

function attempt(read: () => NetTimeSpan, result: Ref<unknown>): boolean {
  try {
    result.value = read();
    return true;
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    result.value = NetTimeSpan.zero;
    return false;
  }
}

export const reading = {
  "Parse(string)": (text: Text) => parse(text, "s"),
  "Parse(string, IFormatProvider)": (text: Text) => parse(text, "input"),
  "ParseExact(string, string, IFormatProvider)": (text: Text, format: Text) => parseExact(text, [format]),
  "ParseExact(string, string, IFormatProvider, TimeSpanStyles)": (
    text: Text,
    format: Text,
    _: unknown,
    styles: number,
  ) => parseExact(text, [format], styles === 1),
  "ParseExact(string, string[], IFormatProvider)": (text: Text, formats: Formats) =>
    parseExact(text, formats?.items ?? null),
  "TryParse(string, out TimeSpan)": (text: Text, result: Ref<unknown>) => attempt(() => parse(text, "s"), result),
  "TryParse(string, IFormatProvider, out TimeSpan)": (text: Text, _: unknown, result: Ref<unknown>) =>
    attempt(() => parse(text, "s"), result),
  "TryParseExact(string, string, IFormatProvider, out TimeSpan)": (
    text: Text,
    format: Text,
    _: unknown,
    result: Ref<unknown>,
  ) => attempt(() => parseExact(text, [format]), result),
  "TryParseExact(string, string[], IFormatProvider, out TimeSpan)": (
    text: Text,
    formats: Formats,
    _: unknown,
    result: Ref<unknown>,
  ) => attempt(() => parseExact(text, formats?.items ?? null), result),
};
