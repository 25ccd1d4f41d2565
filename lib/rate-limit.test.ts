import { expect, test } from "vitest";
import { RateLimit } from "./rate-limit";

test("a burst passes, then what is refilled, per key", () => {
  let now = 0;
  const limit = new RateLimit({ burst: 3, refillPerS: 0.5, now: () => now });
  const taken = Array.from({ length: 4 }, () => limit.take("a"));
  expect(taken.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
  expect(taken[3]).toEqual({ allowed: false, retryAfterS: 2 });
  expect(limit.take("b").allowed).toBe(true);
  now += 1_999;
  expect(limit.take("a")).toEqual({ allowed: false, retryAfterS: 1 });
  now += 1;
  expect(limit.take("a").allowed).toBe(true);
  now += 3_600_000;
  expect(Array.from({ length: 4 }, () => limit.take("a").allowed)).toEqual([true, true, true, false]);
});

test("waiting as long as it says is enough, and asking early costs nothing", () => {
  let now = 0;
  const limit = new RateLimit({ burst: 1, refillPerS: 0.3, now: () => now });
  for (let i = 0; i < 200; i++) {
    const answer = limit.take("a");
    if (answer.allowed) continue;
    now += answer.retryAfterS * 1000;
    expect(limit.take("a").allowed).toBe(true);
  }
});

test("a flood of keys forgets the oldest instead of filling memory; a clock set back gives nothing away", () => {
  let now = 10_000;
  const limit = new RateLimit({ burst: 1, refillPerS: 1, maxKeys: 2, now: () => now });
  limit.take("a");
  limit.take("b");
  limit.take("a");
  limit.take("c");
  expect(limit.take("a").allowed).toBe(false);
  now = 0;
  expect(limit.take("a").allowed).toBe(false);
});
