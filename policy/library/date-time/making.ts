import { msPerDay, msPerHour, msPerMinute, msPerSecond } from "@/policy/kits/time/calendar";
import { fromBinary, fromFileTime, fromOaDate, unixEpoch } from "@/policy/kits/time/file-time";
import { Kind } from "@/policy/kits/time/kind";
import { NetDateTime } from "@/policy/kits/time/net-date-time";
import type { NetTimeSpan } from "@/policy/kits/time/net-time-span";
import { localNow, utcNow } from "@/policy/kits/time/now";

type D = NetDateTime;
type N = number;

const full = (year: N, month: N, day: N, hour: N, minute: N, second: N, ms: N, kind: N) =>
  NetDateTime.ofParts([year, month, day], [hour, minute, second, ms], kind);

/** How one comes by a DateTime: made of parts, of now, or by moving another. */
export const making = {
  MinValue: () => NetDateTime.min,
  MaxValue: () => NetDateTime.max,
  UnixEpoch: () => unixEpoch,
  "new(long)": (ticks: bigint) => NetDateTime.ofTicks(ticks),
  "new(long, DateTimeKind)": (ticks: bigint, kind: N) => NetDateTime.ofTicks(ticks, kind),
  "new(int, int, int)": (year: N, month: N, day: N) => NetDateTime.ofParts([year, month, day]),
  "new(int, int, int, int, int, int)": (y: N, m: N, d: N, hour: N, minute: N, second: N) =>
    full(y, m, d, hour, minute, second, 0, Kind.Unspecified),
  "new(int, int, int, int, int, int, DateTimeKind)": (y: N, m: N, d: N, hour: N, minute: N, second: N, kind: N) =>
    full(y, m, d, hour, minute, second, 0, kind),
  "new(int, int, int, int, int, int, int)": (y: N, m: N, d: N, hour: N, minute: N, second: N, ms: N) =>
    full(y, m, d, hour, minute, second, ms, Kind.Unspecified),
  "new(int, int, int, int, int, int, int, DateTimeKind)": full,
  Now: localNow,
  UtcNow: utcNow,
  Today: () => localNow().midnight,
  "FromBinary(long)": fromBinary,
  "FromFileTime(long)": (ticks: bigint) => fromFileTime(ticks, Kind.Local),
  "FromFileTimeUtc(long)": (ticks: bigint) => fromFileTime(ticks, Kind.Utc),
  "FromOADate(double)": fromOaDate,
  "SpecifyKind(DateTime, DateTimeKind)": (date: D, kind: N) => NetDateTime.ofTicks(date.ticks, kind),
  "Add(TimeSpan)": (self: D, span: NetTimeSpan) => self.add(span),
  "AddDays(double)": (self: D, value: N) => self.addUnits(value, msPerDay),
  "AddHours(double)": (self: D, value: N) => self.addUnits(value, msPerHour),
  "AddMinutes(double)": (self: D, value: N) => self.addUnits(value, msPerMinute),
  "AddSeconds(double)": (self: D, value: N) => self.addUnits(value, msPerSecond),
  "AddMilliseconds(double)": (self: D, value: N) => self.addUnits(value, 1),
  "AddMicroseconds(double)": (self: D, value: N) => self.addUnits(value / 1000, 1),
  "AddMonths(int)": (self: D, months: N) => self.addMonths(months),
  "AddYears(int)": (self: D, years: N) => self.addYears(years),
  "AddTicks(long)": (self: D, ticks: bigint) => self.plus(Number(ticks / 10_000n), Number(ticks % 10_000n)),
  "Subtract(DateTime)": (self: D, other: D) => self.since(other),
  "Subtract(TimeSpan)": (self: D, span: NetTimeSpan) => self.minus(span),
  "ToLocalTime()": (self: D) => self.withKind(Kind.Local),
  "ToUniversalTime()": (self: D) => self.withKind(Kind.Utc),
  "operator +(DateTime, TimeSpan)": (date: D, span: NetTimeSpan) => date.add(span, "t"),
  "operator -(DateTime, TimeSpan)": (date: D, span: NetTimeSpan) => date.minus(span, "t"),
  "operator -(DateTime, DateTime)": (a: D, b: D) => a.since(b),
};
