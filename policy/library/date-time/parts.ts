import { argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { dayOfYear, daysIn, isLeap } from "@/policy/kits/time/calendar";
import { toBinary, toFileTime, toOaDate } from "@/policy/kits/time/file-time";
import type { NetDateTime } from "@/policy/kits/time/net-date-time";
import { outOfRange } from "@/policy/kits/time/out-of-range";

type D = NetDateTime;

function checkYear(year: number): void {
  if (year < 1 || year > 9999) throw argumentOutOfRange("year", "Year must be between 1 and 9999.");
}

export const parts = {
  Year: (self: D) => self.date.year,
  Month: (self: D) => self.date.month,
  Day: (self: D) => self.date.day,
  Hour: (self: D) => Math.floor(self.ms / 3_600_000) % 24,
  Minute: (self: D) => Math.floor(self.ms / 60_000) % 60,
  Second: (self: D) => Math.floor(self.ms / 1000) % 60,
  Millisecond: (self: D) => self.ms % 1000,
  Microsecond: (self: D) => Math.floor(self.sub / 10),
  Nanosecond: (self: D) => (self.sub % 10) * 100,
  Date: (self: D) => self.midnight,
  DayOfWeek: (self: D) => self.dayOfWeek,
  DayOfYear: (self: D) => dayOfYear(self.date),
  Kind: (self: D) => self.kind,
  Ticks: (self: D) => self.ticks,
  TimeOfDay: (self: D) => self.timeOfDay,
  "IsDaylightSavingTime()": () => false,
  "ToBinary()": toBinary,
  "ToFileTime()": toFileTime,
  "ToFileTimeUtc()": toFileTime,
  "ToOADate()": toOaDate,
  "DaysInMonth(int, int)": (year: number, month: number) => {
    if (month < 1 || month > 12) throw outOfRange("Month must be between one and twelve. (Parameter 'month')");
    checkYear(year);
    return daysIn(year, month);
  },
  "IsLeapYear(int)": (year: number) => {
    checkYear(year);
    return isLeap(year);
  },
};
