import { describe, expect, it } from "vitest";
import { dateOf, daysTo, epochMs } from "./calendar";
import { fromEpochMs } from "./from-epoch-ms";
import { Kind } from "./kind";
import { NetDateTime } from "./net-date-time";
import { NetTimeSpan } from "./net-time-span";
import { NetTimeZone } from "./net-time-zone";
import { localNow, utcNow } from "./now";
import { dateTimes } from "./read-dates";

describe("calendar", () => {
  it("agrees with JavaScript's", () => {
    for (let days = 0; days < 3_652_059; days += 97) {
      const date = new Date(days * 86_400_000 - epochMs);
      const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      expect(dateOf(days)).toEqual(expected);
      expect(daysTo(expected.year, expected.month, expected.day)).toBe(days);
    }
  });
});

describe("DateTime", () => {
  it("writes as JavaScript does", () => {
    for (const ms of [0, 1, -1, 1_705_314_645_123, 951_782_400_000, -62_135_596_800_000, 253_402_300_799_999])
      expect(fromEpochMs(ms).format("yyyy-MM-ddTHH:mm:ss.fffZ")).toBe(new Date(ms).toISOString());
  });

  it("reads what it writes", () => {
    for (let ticks = 12_345n; ticks < 3_155_378_975_999_999_999n; ticks += 31_415_926_535_897_932n) {
      const date = NetDateTime.ofTicks(ticks, Kind.Utc);
      for (const format of ["o", "G", "s", "u", "R", "F", "yyyy-MM-dd hh:mm:ss.fffffff tt"]) {
        const text = date.format(format);
        expect(dateTimes.parse(text).format(format === "o" ? "yyyy-MM-ddTHH:mm:ss.fffffffZ" : format)).toBe(text);
        expect(dateTimes.parseExact(text, format).format(format === "o" ? "o" : format)).toBe(text);
      }
    }
  });

  it("tells the time", () => {
    const before = Date.now();
    expect(utcNow().ms - epochMs).toBeGreaterThanOrEqual(before);
    expect(utcNow().kind).toBe(Kind.Utc);
    expect(localNow().kind).toBe(Kind.Local);
  });
});

describe("TimeSpan", () => {
  it.each([1n, -1n, 9_999n, -9_999n, -10_000n, 864_000_000_001n, -864_000_000_001n])("of %s ticks", (ticks) => {
    const span = NetTimeSpan.ofTicks(ticks);
    expect(span.ticks).toBe(ticks);
    expect(span.negate().ticks).toBe(-ticks);
    expect(span.subtract(NetTimeSpan.ofTicks(5n)).ticks).toBe(ticks - 5n);
  });
});

describe("time zones", () => {
  it.each([
    ["Europe/Berlin", "2024-03-31T00:59:59Z", "2024-03-31T01:59:59"],
    ["Europe/Berlin", "2024-03-31T01:00:00Z", "2024-03-31T03:00:00"],
    ["America/New_York", "2024-11-03T06:00:00Z", "2024-11-03T01:00:00"],
    ["Asia/Kathmandu", "2024-01-01T00:00:00Z", "2024-01-01T05:45:00"],
  ])("%s at %s", (zone, utc, clock) => {
    expect(NetTimeZone.find(zone).fromUtc(dateTimes.parse(utc)).format("s")).toBe(clock);
  });
});
