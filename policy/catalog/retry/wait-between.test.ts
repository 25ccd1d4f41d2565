import { expect, test } from "vitest";
import { type Intervals, secondsBefore } from "./wait-between";

const plain: Intervals = { interval: 10, delta: null, maxInterval: null, firstFast: false };
/** The waits before the first five retries; 0.5 leaves delta as it is written. */
const waits = (given: Partial<Intervals>, chance = 0.5) =>
  [1, 2, 3, 4, 5].map((retry) => Math.round(secondsBefore(retry, { ...plain, ...given }, () => chance)));

test("an interval alone is waited each time", () => {
  expect(waits({})).toEqual([10, 10, 10, 10, 10]);
});

test("with a delta it grows by that each time", () => {
  expect(waits({ delta: 5 })).toEqual([10, 15, 20, 25, 30]);
});

test("with a delta and a limit it doubles, as in the documentation's own example", () => {
  expect(waits({ delta: 10, maxInterval: 100 })).toEqual([10, 20, 40, 80, 100]);
});

test("chance moves the growth by a fifth at most, and never the limit", () => {
  expect(waits({ delta: 10, maxInterval: 100 }, 0)).toEqual([10, 18, 34, 66, 100]);
  expect(waits({ delta: 10, maxInterval: 1000 }, 1)).toEqual([10, 22, 46, 94, 190]);
  expect(waits({ maxInterval: 4 })).toEqual([4, 4, 4, 4, 4]);
});

test("a fast first retry does not wait, and the others wait as they would without it", () => {
  expect(waits({ delta: 5, firstFast: true })).toEqual([0, 15, 20, 25, 30]);
});
