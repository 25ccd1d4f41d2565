import { describe, expect, test } from "vitest";
import type { CountingWindow } from "@/policy/host/counters";
import { MemoryCounters } from "./memory-counters";
import { countersConformance } from "./testing/counters-conformance";

describe("counters in memory", () => {
  countersConformance(async () => {
    const clock = { now: 0 };
    return { counters: new MemoryCounters({ now: () => clock.now }), clock };
  });
});

const window: CountingWindow = { kind: "sliding", limit: 1e9, lengthMs: 1_000, startMs: null, whenLost: "open" };

test("they answer at once", () => {
  expect(new MemoryCounters().take("k", window, 1)).toMatchObject({ allowed: true, used: 1 });
});

test("keys that are idle are forgotten as new ones come", () => {
  const clock = { now: 0 };
  const counters = new MemoryCounters({ now: () => clock.now });
  for (let turn = 0; turn < 100; turn++) {
    clock.now += 1_000;
    for (let key = 0; key < 100; key++) counters.take(`${turn}/${key}`, window, 1);
  }
  expect(counters.size).toBeLessThan(400);
});

test("there are never more keys than there may be, and the oldest go first", () => {
  const counters = new MemoryCounters({ maxKeys: 10 });
  for (let key = 0; key < 25; key++) counters.take(String(key), window, 1);
  expect(counters.size).toBe(10);
  expect(counters.look("24", window).used).toBe(1);
  expect(counters.look("0", window).used).toBe(0);
});

test("a busy key takes a bounded amount of memory", () => {
  const clock = { now: 0 };
  const counters = new MemoryCounters({ now: () => clock.now });
  for (let turn = 0; turn < 100_000; turn++) {
    clock.now += 0.1;
    counters.add("k", window, 1);
  }
  // In a window of a second: ten calls in each millisecond, and at most a part of the window too many.
  const { used } = counters.look("k", window);
  expect(used).toBeGreaterThanOrEqual(9_999);
  expect(used).toBeLessThanOrEqual(10_000 * (1 + 1 / 64));
});

test("keys of one kind of policy push out none of another's", () => {
  const counters = new MemoryCounters({ maxKeys: 10 });
  counters.take("quota-by-key|calls|customer", { ...window }, 7);
  for (let key = 0; key < 25; key++) counters.take(`rate-limit-by-key|${key}`, { ...window }, 1);
  expect(counters.look("quota-by-key|calls|customer", { ...window }).used).toBe(7);
});

test("windows whose lengths are made up by the thousand take a bounded amount of memory, and push out none before them", () => {
  const counters = new MemoryCounters({ maxKeys: 100 });
  counters.take("rate-limit-by-key|k", { ...window }, 7);
  for (let length = 0; length < 5_000; length++) {
    counters.take("rate-limit-by-key|k", { ...window, lengthMs: 10_000_000 + length }, 1);
  }
  expect(counters.size).toBeLessThanOrEqual(1_000);
  expect(counters.look("rate-limit-by-key|k", { ...window }).used).toBe(7);
});
