import { expect, test } from "vitest";
import { retryDelayMs } from "./retry-delay";

test("the first retry is immediate, later ones wait longer and longer, and never beyond ten seconds", () => {
  const most = (failures: number) => retryDelayMs(failures, () => 1);
  const least = (failures: number) => retryDelayMs(failures, () => 0);
  expect(most(1)).toBe(0);
  expect([2, 3, 4, 5].map(most)).toEqual([200, 400, 800, 1600]);
  expect([2, 3, 4, 5].map(least)).toEqual([100, 200, 400, 800]);
  for (const failures of [9, 20, 100, 10_000]) {
    expect(most(failures)).toBe(10_000);
    expect(least(failures)).toBe(5_000);
  }
});
