import { argumentException, formatException } from "@/policy/expression/values/net-exception";
import { daysTo, endMs, isDate, msPerDay, msPerMinute } from "./calendar";
import { Kind } from "./kind";
import { NetDateTime } from "./net-date-time";
import { NetDateTimeOffset } from "./net-date-time-offset";
import { utcNow } from "./now";

/** Values of System.Globalization.DateTimeStyles. */
export const Style = {
  leadingWhite: 1,
  trailingWhite: 2,
  innerWhite: 4,
  noCurrentDate: 8,
  adjustToUniversal: 16,
  assumeLocal: 32,
  assumeUniversal: 64,
  roundtripKind: 128,
} as const;

/** What a text says of a date; null where it says nothing. */
export interface ParsedDate {
  year: number | null;
  month: number | null;
  day: number | null;
  /** 0 is Sunday. */
  dayOfWeek: number | null;
  hour: number;
  minute: number;
  second: number;
  /** Ticks; 10000000 when it was rounded up. */
  fraction: number;
  /** Minutes ahead of UTC. */
  offset: number | null;
  isUtc: boolean;
}

export const emptyDate = (): ParsedDate => ({
  year: null,
  month: null,
  day: null,
  dayOfWeek: null,
  hour: 0,
  minute: 0,
  second: 0,
  fraction: 0,
  offset: null,
  isUtc: false,
});

/** A string is the message of a FormatException. */
export type DateResult<T> = T | string;

export const notRecognized = (text: string): string => `String '${text}' was not recognized as a valid DateTime.`;

export function orThrow<T>(result: DateResult<T>): T {
  if (typeof result === "string") throw formatException(result);
  return result;
}

export function checkStyles(styles: number): void {
  if (styles & ~0xff) throw argumentException("An undefined DateTimeStyles value is being used.", "style");
  if (styles & Style.assumeLocal && styles & Style.assumeUniversal)
    throw argumentException(
      "The DateTimeStyles values AssumeLocal and AssumeUniversal cannot be used together.",
      "style",
    );
}

/** The clock time that was read, of no kind. */
function clockOf(parsed: ParsedDate, text: string, styles: number): DateResult<NetDateTime> {
  const { hour, minute, second, fraction } = parsed;
  if (hour > 23 || minute > 59 || second > 59) return notRecognized(text);
  const [year, month, day] = dayOf(parsed, styles);
  if (!isDate(year, month, day))
    return `The DateTime represented by the string '${text}' is not supported in calendar 'System.Globalization.GregorianCalendar'.`;
  const ms = daysTo(year, month, day) * msPerDay + ((hour * 60 + minute) * 60 + second) * 1000;
  const clock = new NetDateTime(ms, 0, Kind.Unspecified).plus(0, fraction);
  if (parsed.dayOfWeek !== null && parsed.dayOfWeek !== clock.dayOfWeek)
    return `String '${text}' was not recognized as a valid DateTime because the day of week was incorrect.`;
  return clock;
}

/** A time alone is of today, a month alone of this year. */
function dayOf({ year, month, day }: ParsedDate, styles: number): readonly [number, number, number] {
  if (year !== null && month !== null && day !== null) return [year, month, day];
  const today = utcNow().date;
  if (year === null && month === null && day === null)
    return styles & Style.noCurrentDate ? [1, 1, 1] : [today.year, today.month, today.day];
  return [year ?? today.year, month ?? 1, day ?? 1];
}

const outside = (text: string): string =>
  `The UTC representation of the date '${text}' falls outside the year range 1-9999.`;

export function toDateTime(parsed: ParsedDate, text: string, styles: number): DateResult<NetDateTime> {
  const clock = clockOf(parsed, text, styles);
  if (typeof clock === "string") return clock;
  const toUtc = (styles & Style.adjustToUniversal) !== 0;
  if (parsed.offset !== null) {
    const ms = clock.ms - parsed.offset * msPerMinute;
    if (ms < 0 || ms >= endMs) return outside(text);
    const staysUtc = toUtc || (parsed.isUtc && (styles & Style.roundtripKind) !== 0);
    return new NetDateTime(ms, clock.sub, staysUtc ? Kind.Utc : Kind.Local);
  }
  if (styles & (Style.assumeLocal | Style.assumeUniversal)) return clock.withKind(toUtc ? Kind.Utc : Kind.Local);
  return clock;
}

export function toDateTimeOffset(parsed: ParsedDate, text: string, styles: number): DateResult<NetDateTimeOffset> {
  const clock = clockOf(parsed, text, styles);
  if (typeof clock === "string") return clock;
  const offset = parsed.offset ?? 0;
  if (Math.abs(offset) > 14 * 60) return "The time zone offset must be within plus or minus 14 hours.";
  const ms = clock.ms - offset * msPerMinute;
  if (ms < 0 || ms >= endMs) return outside(text);
  if (styles & Style.adjustToUniversal) return new NetDateTimeOffset(new NetDateTime(ms, clock.sub, Kind.Utc), 0);
  return new NetDateTimeOffset(clock, offset);
}

/** What the digits after the point say, rounded to ticks. */
export const fractionTicks = (digits: string): number => Math.round(Number(`0.${digits.slice(0, 20)}`) * 10_000_000);
