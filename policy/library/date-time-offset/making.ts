import { argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { msPerDay, msPerHour, msPerMinute, msPerSecond } from "@/policy/kits/time/calendar";
import { fromFileTime, toFileTime } from "@/policy/kits/time/file-time";
import { Kind } from "@/policy/kits/time/kind";
import { NetDateTime } from "@/policy/kits/time/net-date-time";
import { NetDateTimeOffset } from "@/policy/kits/time/net-date-time-offset";
import { NetTimeSpan } from "@/policy/kits/time/net-time-span";
import { offsetNow } from "@/policy/kits/time/now";

type O = NetDateTimeOffset;
type S = NetTimeSpan;
type N = number;

const units = (self: O, value: N, msPerUnit: N) => self.withClock(self.clock.addUnits(value, msPerUnit));

function fromUnix(value: bigint, first: bigint, last: bigint, msPerUnit: number, parameter: string): O {
  if (value >= first && value <= last) return NetDateTimeOffset.fromUnix(Number(value) * msPerUnit);
  throw argumentOutOfRange(parameter, `Valid values are between ${first} and ${last}, inclusive.`);
}

const add = (self: O, span: S) => self.withClock(self.clock.add(span));
const subtract = (self: O, span: S) => self.withClock(self.clock.minus(span));
const fromClock = (date: NetDateTime) => new NetDateTimeOffset(date, 0);

export const making = {
  MinValue: () => NetDateTimeOffset.min,
  MaxValue: () => NetDateTimeOffset.max,
  UnixEpoch: () => NetDateTimeOffset.fromUnix(0),
  "new(DateTime)": fromClock,
  "new(DateTime, TimeSpan)": (date: NetDateTime, offset: S) => NetDateTimeOffset.of(date, offset),
  "new(long, TimeSpan)": (ticks: bigint, offset: S) => NetDateTimeOffset.of(NetDateTime.ofTicks(ticks), offset),
  "new(int, int, int, int, int, int, TimeSpan)": (y: N, m: N, d: N, hour: N, minute: N, second: N, offset: S) =>
    NetDateTimeOffset.of(NetDateTime.ofParts([y, m, d], [hour, minute, second, 0]), offset),
  "new(int, int, int, int, int, int, int, TimeSpan)": (
    y: N,
    m: N,
    d: N,
    hour: N,
    minute: N,
    second: N,
    ms: N,
    offset: S,
  ) => NetDateTimeOffset.of(NetDateTime.ofParts([y, m, d], [hour, minute, second, ms]), offset),
  Now: offsetNow,
  UtcNow: offsetNow,
  "FromFileTime(long)": (ticks: bigint) => fromClock(fromFileTime(ticks, Kind.Local)),
  "FromUnixTimeMilliseconds(long)": (ms: bigint) =>
    fromUnix(ms, -62_135_596_800_000n, 253_402_300_799_999n, 1, "milliseconds"),
  "FromUnixTimeSeconds(long)": (seconds: bigint) =>
    fromUnix(seconds, -62_135_596_800n, 253_402_300_799n, 1000, "seconds"),
  "Add(TimeSpan)": add,
  "AddDays(double)": (self: O, value: N) => units(self, value, msPerDay),
  "AddHours(double)": (self: O, value: N) => units(self, value, msPerHour),
  "AddMinutes(double)": (self: O, value: N) => units(self, value, msPerMinute),
  "AddSeconds(double)": (self: O, value: N) => units(self, value, msPerSecond),
  "AddMilliseconds(double)": (self: O, value: N) => units(self, value, 1),
  "AddMicroseconds(double)": (self: O, value: N) => units(self, value / 1000, 1),
  "AddMonths(int)": (self: O, months: N) => self.withClock(self.clock.addMonths(months)),
  "AddYears(int)": (self: O, years: N) => self.withClock(self.clock.addYears(years)),
  "AddTicks(long)": (self: O, ticks: bigint) => add(self, NetTimeSpan.ofTicks(ticks)),
  "Subtract(DateTimeOffset)": (self: O, other: O) => self.since(other),
  "Subtract(TimeSpan)": subtract,
  "ToFileTime()": (self: O) => toFileTime(self.utc),
  "ToLocalTime()": (self: O) => fromClock(self.utc),
  "ToOffset(TimeSpan)": (self: O, offset: S) => self.toOffset(offset),
  "ToUniversalTime()": (self: O) => fromClock(self.utc),
  "implicit DateTimeOffset(DateTime)": fromClock,
  "operator +(DateTimeOffset, TimeSpan)": add,
  "operator -(DateTimeOffset, DateTimeOffset)": (a: O, b: O) => a.since(b),
  "operator -(DateTimeOffset, TimeSpan)": subtract,
};
