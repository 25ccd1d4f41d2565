import { describe, expect, test } from "vitest";
import { MemoryCache } from "./memory-cache";
import { cacheConformance } from "./testing/cache-conformance";

describe("a cache in memory", () => {
  cacheConformance(async () => new MemoryCache());
});

test("when it is full, what was not asked for the longest goes first", () => {
  const cache = new MemoryCache({ maxBytes: 5_000 });
  for (const key of ["a", "b", "c", "d"]) cache.set(key, new Uint8Array(1_000), 60_000);
  cache.get("a");
  cache.set("e", new Uint8Array(1_000), 60_000);
  expect(["a", "b", "c", "d", "e"].filter((key) => cache.get(key) !== null)).toEqual(["a", "c", "d", "e"]);
  expect(cache.bytes).toBeLessThanOrEqual(5_000);
});

test("bytes are counted by what is there", () => {
  const clock = { now: 0 };
  const cache = new MemoryCache({ now: () => clock.now });
  cache.set("a", new Uint8Array(1_000), 10);
  cache.set("a", new Uint8Array(10), 10);
  cache.set("b", new Uint8Array(10), 10);
  clock.now = 10;
  expect([cache.get("a"), cache.get("b")]).toEqual([null, null]);
  expect(cache.bytes).toBe(0);
});

test("a view into a larger buffer does not keep that", () => {
  const cache = new MemoryCache();
  cache.set("k", new Uint8Array(1_000_000).subarray(0, 10), 60_000);
  expect(cache.get("k")?.buffer.byteLength).toBe(10);
});
