import { Kind } from "@/policy/kits/time/kind";
import type { NetDateTimeOffset } from "@/policy/kits/time/net-date-time-offset";
import { parts as ofDateTime } from "@/policy/library/date-time/parts";

type O = NetDateTimeOffset;

export const parts = {
  Date: (self: O) => self.clock.midnight,
  DateTime: (self: O) => self.clock,
  Day: (self: O) => self.clock.date.day,
  DayOfWeek: (self: O) => self.clock.dayOfWeek,
  DayOfYear: (self: O) => ofDateTime.DayOfYear(self.clock),
  Hour: (self: O) => ofDateTime.Hour(self.clock),
  LocalDateTime: (self: O) => self.utc.withKind(Kind.Local),
  Microsecond: (self: O) => ofDateTime.Microsecond(self.clock),
  Millisecond: (self: O) => ofDateTime.Millisecond(self.clock),
  Minute: (self: O) => ofDateTime.Minute(self.clock),
  Month: (self: O) => self.clock.date.month,
  Nanosecond: (self: O) => ofDateTime.Nanosecond(self.clock),
  Offset: (self: O) => self.offset,
  Second: (self: O) => ofDateTime.Second(self.clock),
  Ticks: (self: O) => self.clock.ticks,
  TimeOfDay: (self: O) => self.clock.timeOfDay,
  TotalOffsetMinutes: (self: O) => self.minutes,
  UtcDateTime: (self: O) => self.utc,
  UtcTicks: (self: O) => self.utc.ticks,
  Year: (self: O) => self.clock.date.year,
  "ToUnixTimeMilliseconds()": (self: O) => BigInt(self.unixMs),
  "ToUnixTimeSeconds()": (self: O) => BigInt(self.unixSeconds),
};
