import { expect, test } from "vitest";
import type { Counters, CountingWindow } from "@/policy/host/counters";

export interface CountersFixture {
  counters: Counters;
  /** The moment, which the test moves. */
  clock: { now: number };
}

const start = Date.UTC(2026, 0, 1, 12, 0, 30);
const sliding = (limit: number, lengthMs = 60_000): CountingWindow => ({
  kind: "sliding",
  limit,
  lengthMs,
  startMs: null,
  whenLost: "closed",
});
const fixed = (limit: number, lengthMs = 60_000, startMs: number | null = 0): CountingWindow => ({
  kind: "fixed",
  limit,
  lengthMs,
  startMs,
  whenLost: "closed",
});

/** What all counters do, wherever they are kept. `open` gives empty ones. */
export function countersConformance(open: () => Promise<CountersFixture>): void {
  const begin = async () => {
    const fixture = await open();
    fixture.clock.now = start;
    return fixture;
  };

  test.each([
    ["sliding", sliding(73)],
    ["fixed", fixed(73)],
  ])("of 200 parallel takes exactly the limit is allowed: %s", async (_, window) => {
    const { counters } = await begin();
    const counts = await Promise.all(Array.from({ length: 200 }, () => counters.take("k", window, 1)));
    expect(counts.filter(({ allowed }) => allowed)).toHaveLength(73);
    expect(await counters.look("k", window)).toMatchObject({ allowed: false, used: 73, remaining: 0 });
  });

  test("a sliding window forgets each count when it is as old as the window, and not before", async () => {
    const { counters, clock } = await begin();
    const window = sliding(2);
    expect(await counters.take("k", window, 1)).toEqual({ allowed: true, used: 1, remaining: 1, retryAfterMs: 0 });
    clock.now = start + 30_000;
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: true, used: 2 });
    expect(await counters.take("k", window, 1)).toEqual({
      allowed: false,
      used: 2,
      remaining: 0,
      retryAfterMs: 30_000,
    });
    clock.now = start + 59_999;
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: false, retryAfterMs: 1 });
    clock.now = start + 60_000;
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: true, used: 2, remaining: 0 });
    clock.now = start + 89_999;
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: false });
    clock.now = start + 90_000;
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: true });
  });

  test("in no window of that length is more allowed than the limit, however the calls come", async () => {
    const { counters, clock } = await begin();
    const window = sliding(20, 10_000);
    const allowed: number[] = [];
    let seed = 7;
    for (let turn = 0; turn < 600; turn++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      clock.now += seed % 97;
      if ((await counters.take("k", window, 1)).allowed) allowed.push(clock.now);
    }
    expect(allowed.length).toBeGreaterThan(40);
    for (const moment of allowed) {
      expect(allowed.filter((other) => other > moment - 10_000 && other <= moment).length).toBeLessThanOrEqual(20);
    }
  });

  test("periods of a fixed window begin at multiples of its length after its start", async () => {
    const { counters, clock } = await begin();
    const window = fixed(1, 60_000, Date.UTC(2024, 1, 29, 0, 0, 10));
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: true });
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: false, retryAfterMs: 40_000 });
    clock.now = start + 39_999;
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: false, retryAfterMs: 1 });
    clock.now = start + 40_000;
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: true });
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: false, retryAfterMs: 60_000 });
  });

  test("the first period may have begun in the year 1, or be still to come", async () => {
    const { counters } = await begin();
    const ancient = fixed(1, 86_400_000, Date.parse("0001-01-01T00:00:00Z"));
    await counters.take("ancient", ancient, 1);
    expect(await counters.look("ancient", ancient)).toMatchObject({ retryAfterMs: 43_170_000 });
    const coming = fixed(1, 60_000, Date.UTC(2030, 0, 1, 0, 0, 45));
    await counters.take("coming", coming, 1);
    expect(await counters.look("coming", coming)).toMatchObject({ retryAfterMs: 15_000 });
  });

  test("a period without a start begins with the first count", async () => {
    const { counters, clock } = await begin();
    const window = fixed(1, 60_000, null);
    await counters.take("k", window, 1);
    clock.now = start + 59_000;
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: false, retryAfterMs: 1_000 });
    clock.now = start + 60_000;
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: true });
    expect(await counters.look("k", window)).toMatchObject({ retryAfterMs: 60_000 });
  });

  test("a window that never ends is never allowed again", async () => {
    const { counters, clock } = await begin();
    const window = fixed(1, Number.POSITIVE_INFINITY);
    await counters.take("k", window, 1);
    clock.now = start + 1e12;
    expect(await counters.take("k", window, 1)).toEqual({
      allowed: false,
      used: 1,
      remaining: 0,
      retryAfterMs: Number.POSITIVE_INFINITY,
    });
  });

  test("what would go beyond the limit is not counted; a smaller amount still is", async () => {
    const { counters } = await begin();
    const window = sliding(10);
    await counters.take("k", window, 7);
    expect(await counters.take("k", window, 4)).toMatchObject({ allowed: false, used: 7, remaining: 3 });
    expect(await counters.take("k", window, 3)).toMatchObject({ allowed: true, used: 10, remaining: 0 });
  });

  test("add counts beyond the limit, and look counts nothing", async () => {
    const { counters, clock } = await begin();
    const window = sliding(10);
    expect(await counters.look("k", window)).toEqual({ allowed: true, used: 0, remaining: 10, retryAfterMs: 0 });
    expect(await counters.add("k", window, 4)).toMatchObject({ allowed: true, used: 4, remaining: 6 });
    clock.now = start + 10_000;
    expect(await counters.add("k", window, 9)).toEqual({
      allowed: false,
      used: 13,
      remaining: 0,
      retryAfterMs: 50_000,
    });
    expect(await counters.look("k", window)).toMatchObject({ allowed: false, used: 13 });
    expect(await counters.take("k", window, 0)).toMatchObject({ allowed: false, used: 13 });
    clock.now = start + 60_000;
    expect(await counters.look("k", window)).toMatchObject({ allowed: true, used: 9, remaining: 1 });
  });

  test("of several takes all are counted or none", async () => {
    const { counters } = await begin();
    const wide = { key: "wide", window: sliding(10), amount: 1 };
    const narrow = { key: "narrow", window: fixed(1), amount: 1 };
    const asks = { key: "asked", window: sliding(1), amount: 0 };
    const allowedOf = (counts: { allowed: boolean }[]) => counts.map(({ allowed }) => allowed);
    expect(allowedOf(await counters.takeAll([wide, narrow, asks]))).toEqual([true, true, true]);
    expect(allowedOf(await counters.takeAll([wide, narrow]))).toEqual([true, false]);
    expect(await counters.look("wide", wide.window)).toMatchObject({ used: 1 });
    expect(await counters.look("asked", asks.window)).toMatchObject({ used: 0 });
    expect(await counters.takeAll([])).toEqual([]);
  });

  test("keys may hold any characters, and kinds and lengths of windows are counts of their own", async () => {
    const { counters } = await begin();
    const keys = ["", " ", "a:b", "a|b", "ä 漢 😀", "\u0000\r\n", "{x}", "__proto__", "k".repeat(5_000)];
    for (const key of keys) {
      expect((await counters.take(key, sliding(1), 1)).allowed, key).toBe(true);
      expect((await counters.take(key, sliding(1), 1)).allowed, key).toBe(false);
      expect((await counters.take(key, sliding(1, 1_000), 1)).allowed, key).toBe(true);
      expect((await counters.take(key, fixed(1), 1)).allowed, key).toBe(true);
    }
  });

  test("large amounts are counted to the last one", async () => {
    const { counters } = await begin();
    const window = fixed(9_000_000_000_000_000);
    await counters.add("k", window, 8_999_999_999_999_998);
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: true, used: 8_999_999_999_999_999 });
    expect(await counters.take("k", window, 2)).toMatchObject({ allowed: false, remaining: 1 });
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: true, used: 9_000_000_000_000_000 });
  });

  test("a limit that changes holds from the next take on", async () => {
    const { counters } = await begin();
    for (let turn = 0; turn < 3; turn++) await counters.take("k", sliding(3), 1);
    expect(await counters.take("k", sliding(2), 1)).toMatchObject({ allowed: false, used: 3, remaining: 0 });
    expect(await counters.take("k", sliding(4), 1)).toMatchObject({ allowed: true, used: 4 });
  });
}
