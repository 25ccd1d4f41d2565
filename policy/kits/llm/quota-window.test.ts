import { expect, test } from "vitest";
import { type QuotaPeriod, quotaWindow } from "./quota-window";

const moment = Date.UTC(2028, 1, 29, 13, 45, 7);

/** The period that the moment lies in. */
function periodAt(period: QuotaPeriod): [string, string] {
  const { lengthMs, startMs } = quotaWindow(period, 1, moment);
  const start = startMs ?? 0;
  const from = start + Math.floor((moment - start) / lengthMs) * lengthMs;
  return [new Date(from).toISOString(), new Date(from + lengthMs).toISOString()];
}

test.each([
  ["Hourly", "2028-02-29T13:00:00.000Z", "2028-02-29T14:00:00.000Z"],
  ["Daily", "2028-02-29T00:00:00.000Z", "2028-03-01T00:00:00.000Z"],
  ["Weekly", "2028-02-28T00:00:00.000Z", "2028-03-06T00:00:00.000Z"],
  ["Monthly", "2028-02-01T00:00:00.000Z", "2028-03-01T00:00:00.000Z"],
  ["Yearly", "2028-01-01T00:00:00.000Z", "2029-01-01T00:00:00.000Z"],
] as const)("%s: from %s until %s", (period, from, until) => {
  expect(periodAt(period)).toEqual([from, until]);
});

test("Indefinite never ends", () => {
  expect(quotaWindow("Indefinite", 5, moment)).toMatchObject({
    kind: "fixed",
    limit: 5,
    lengthMs: Number.POSITIVE_INFINITY,
  });
});
