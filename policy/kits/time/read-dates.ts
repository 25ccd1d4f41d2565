import type { Ref } from "@/policy/expression/values/boxed";
import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentNull, formatException, NetException } from "@/policy/expression/values/net-exception";
import { NetDateTime } from "./net-date-time";
import { NetDateTimeOffset } from "./net-date-time-offset";
import { parseDate } from "./parse-date";
import { parseDateExact } from "./parse-date-exact";
import {
  checkStyles,
  type DateResult,
  notRecognized,
  orThrow,
  type ParsedDate,
  toDateTime,
  toDateTimeOffset,
} from "./parsed-date";

type Settle<T> = (parsed: ParsedDate, text: string, styles: number) => DateResult<T>;

/** Parse, ParseExact and the Try forms of DateTime and DateTimeOffset, which differ only in what they make of a date. */
export class DateReader<T> {
  private readonly settle: Settle<T>;
  private readonly none: T;
  private readonly parameter: string;

  constructor(settle: Settle<T>, none: T, parameter: string) {
    this.settle = settle;
    this.none = none;
    this.parameter = parameter;
  }

  parse(text: string | null, styles = 0): T {
    if (text === null) throw argumentNull(this.parameter);
    checkStyles(styles);
    return orThrow(this.read(text, styles));
  }

  tryParse(text: string | null, styles: number, result: Ref<unknown>): boolean {
    checkStyles(styles);
    return this.put(text === null ? "" : this.read(text, styles), result);
  }

  parseExact(text: string | null, format: string | null, styles = 0): T {
    if (text === null) throw argumentNull(this.parameter);
    if (format === null) throw argumentNull("format");
    checkStyles(styles);
    return orThrow(this.readExact(text, format, styles));
  }

  parseExactAny(text: string | null, formats: NetArray | null, styles: number): T {
    if (text === null) throw argumentNull(this.parameter);
    if (formats === null) throw argumentNull("formats");
    checkStyles(styles);
    return orThrow(this.readAny(text, formats, styles));
  }

  tryParseExact(text: string | null, format: string | null, styles: number, result: Ref<unknown>): boolean {
    checkStyles(styles);
    return this.attempt(() => (text === null || format === null ? "" : this.readExact(text, format, styles)), result);
  }

  tryParseExactAny(text: string | null, formats: NetArray | null, styles: number, result: Ref<unknown>): boolean {
    checkStyles(styles);
    return this.attempt(() => (text === null || formats === null ? "" : this.readAny(text, formats, styles)), result);
  }

  private read(text: string, styles: number): DateResult<T> {
    const parsed = parseDate(text);
    return typeof parsed === "string" ? parsed : this.settle(parsed, text, styles);
  }

  private readExact(text: string, format: string, styles: number): DateResult<T> {
    const exact = parseDateExact(text, format, styles);
    return typeof exact === "string" ? exact : this.settle(exact.parsed, text, exact.styles);
  }

  private readAny(text: string, formats: NetArray, styles: number): DateResult<T> {
    for (const format of formats.items) {
      if (typeof format !== "string" || format === "") throw formatException("Format specifier was invalid.");
      const date = this.readExact(text, format, styles);
      if (typeof date !== "string") return date;
    }
    return notRecognized(text);
  }

  /** A format that is none makes the Try forms say no. */
  private attempt(read: () => DateResult<T>, result: Ref<unknown>): boolean {
    try {
      return this.put(read(), result);
    } catch (error) {
      if (error instanceof NetException && error.typeName === "System.FormatException") return this.put("", result);
      throw error;
    }
  }

  private put(date: DateResult<T>, result: Ref<unknown>): boolean {
    result.value = typeof date === "string" ? this.none : date;
    return typeof date !== "string";
  }
}

export const dateTimes = new DateReader<NetDateTime>(toDateTime, NetDateTime.min, "s");
export const dateTimeOffsets = new DateReader<NetDateTimeOffset>(toDateTimeOffset, NetDateTimeOffset.min, "input");
