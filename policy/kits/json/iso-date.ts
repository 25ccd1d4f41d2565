import type { Formattable } from "@/policy/expression/values/net-object";
import type { NetDateTime } from "@/policy/kits/time/net-date-time";
import { Kind, newDate } from "./time-values";

const pattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,7}))?(?:([Zz])|([+-])(\d\d)(?::?(\d\d))?)?$/;
const ticksPerMinute = 600_000_000n;
/** From the year 1 to 1970. */
const epochTicks = 621_355_968_000_000_000n;

/** A string that Newtonsoft takes for a date when it reads JSON; null of any other. */
export function isoDate(text: string): NetDateTime | null {
  if (text.length < 19 || text.length > 40 || text[10] !== "T") return null;
  const match = pattern.exec(text);
  if (!match) return null;
  const clock = clockTicks(match);
  if (clock === null) return null;
  if (match[8] !== undefined) return newDate(clock, Kind.Utc);
  if (match[9] === undefined) return newDate(clock, Kind.Unspecified);
  const minutes = BigInt(match[10]!) * 60n + BigInt(match[11] ?? 0);
  return newDate(clock + minutes * (match[9] === "-" ? ticksPerMinute : -ticksPerMinute), Kind.Local);
}

function clockTicks(match: RegExpExecArray): bigint | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const fraction = BigInt((match[7] ?? "").padEnd(7, "0"));
  const isMidnightAfter = hour === 24 && minute === 0 && second === 0 && fraction === 0n;
  if (minute > 59 || second > 59 || (hour > 23 && !isMidnightAfter)) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  // A day that is in no calendar comes out as another one.
  if (year === 0 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const ms = date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
  return epochTicks + BigInt(ms) * 10_000n + fraction;
}

/** A DateTime or DateTimeOffset as JSON and XML write it: with a zone as far as one is known. */
export const isoText = (value: unknown): string => (value as Formattable).format("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK");
