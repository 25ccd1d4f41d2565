import { expect, test } from "vitest";
import { BackOff } from "./back-off";

test("each failure past the free ones doubles the wait, up to the longest", () => {
  let now = 0;
  const backOff = new BackOff({ free: 3, firstMs: 1_000, maxMs: 10_000, now: () => now });
  const waits: number[] = [];
  for (let i = 0; i < 9; i++) {
    expect(backOff.begin("k").allowed).toBe(true);
    const next = backOff.begin("k");
    if (next.allowed) continue;
    waits.push(next.retryAfterS);
    now += next.retryAfterS * 1_000;
  }
  expect(waits.slice(0, 5)).toEqual([1, 2, 4, 8, 10]);
  expect(backOff.begin("other").allowed).toBe(true);
});

test("success forgives, and so does a long quiet", () => {
  let now = 0;
  const backOff = new BackOff({ free: 1, firstMs: 1_000, maxMs: 4_000, now: () => now });
  backOff.begin("k");
  expect(backOff.begin("k").allowed).toBe(false);
  backOff.succeed("k");
  expect(backOff.begin("k").allowed).toBe(true);
  for (let i = 0; i < 3; i++) {
    now += 4_000;
    backOff.begin("k");
  }
  expect(backOff.begin("k")).toEqual({ allowed: false, retryAfterS: 4 });
  now += 9_000;
  backOff.begin("k");
  expect(backOff.begin("k")).toEqual({ allowed: false, retryAfterS: 1 });
});

test("guesses sent at once pass no more than the free ones", () => {
  const backOff = new BackOff({ free: 5, firstMs: 1_000, maxMs: 4_000, now: () => 0 });
  expect(Array.from({ length: 50 }, () => backOff.begin("k")).filter(({ allowed }) => allowed)).toHaveLength(5);
});
