import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { RedisCache } from "@/gateway/stores/cache/redis-cache";
import { cacheConformance } from "@/gateway/stores/cache/testing/cache-conformance";
import { RedisCounters } from "@/gateway/stores/counters/redis-counters";
import { countersConformance } from "@/gateway/stores/counters/testing/counters-conformance";
import type { CountingWindow } from "@/policy/host/counters";
import { RedisLink, type RedisLog } from "./redis-link";
import { type RedisServer, redisMissing, startRedis } from "./testing/start-redis";

if (redisMissing !== null) console.warn(`Redis: ${redisMissing}`);

const window: CountingWindow = { kind: "sliding", limit: 5, lengthMs: 60_000, startMs: null, whenLost: "open" };
const soon = { timeout: 10_000, interval: 20 };

describe.skipIf(redisMissing !== null)("Redis", () => {
  let server: RedisServer;
  const links: RedisLink[] = [];
  let prefixes = 0;
  const prefix = () => `test-${prefixes++}:`;

  async function connect(options: { commandTimeoutMs?: number; log?: RedisLog } = {}): Promise<RedisLink> {
    // Patient, because the machine that tests run on may be busy; tests of losses say otherwise.
    const link = new RedisLink({ url: server.url, commandTimeoutMs: 10_000, pauseMs: 50, ...options });
    links.push(link);
    expect(await link.ready(10_000)).toBe(true);
    return link;
  }

  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => {
    for (const link of links) link.close();
    await server.close();
  });

  describe("counters", () => {
    countersConformance(async () => {
      const clock = { now: 0 };
      return { counters: new RedisCounters(await connect(), { prefix: prefix(), now: () => clock.now }), clock };
    });

    test("several gateways count as one, by the clock of Redis", async () => {
      const own = prefix();
      const gateways = await Promise.all(
        [1, 2, 3].map(async () => new RedisCounters(await connect(), { prefix: own })),
      );
      const counts = await Promise.all(
        Array.from({ length: 60 }, (_, turn) => (gateways[turn % 3] as RedisCounters).take("k", window, 1)),
      );
      expect(counts.filter(({ allowed }) => allowed)).toHaveLength(5);
    });

    test("every key is of ours and ends by itself", async () => {
      const own = prefix();
      const counters = new RedisCounters(await connect(), { prefix: own });
      await counters.take("a", window, 1);
      await counters.add("b", { ...window, kind: "fixed", startMs: 0 }, 1);
      await counters.add("c", { ...window, kind: "fixed", lengthMs: Number.POSITIVE_INFINITY }, 1);
      await counters.look("d", window);
      const redis = new Redis(server.url);
      const keys = await redis.keys(`${own}*`);
      expect(keys).toHaveLength(3);
      for (const key of keys) expect(await redis.pttl(key), key).toBeGreaterThan(0);
      redis.disconnect();
    });

    test("a Redis that has forgotten its scripts is told them again", async () => {
      const counters = new RedisCounters(await connect(), { prefix: prefix() });
      await counters.take("k", window, 1);
      const redis = new Redis(server.url);
      await redis.script("FLUSH");
      redis.disconnect();
      expect(await counters.take("k", window, 1)).toMatchObject({ used: 2 });
    });
  });

  describe("cache", () => {
    cacheConformance(async () => new RedisCache(await connect(), { prefix: prefix() }));
  });

  test("while Redis is away limits fail as they say and caches are empty; when it is back all work again", async () => {
    const said: string[] = [];
    const note = (_: object, message: string) => said.push(message);
    const link = await connect({ log: { info: note, warn: note } });
    const counters = new RedisCounters(link, { prefix: prefix() });
    const cache = new RedisCache(link, { prefix: prefix() });
    const closed: CountingWindow = { ...window, whenLost: "closed" };
    expect(await counters.take("k", window, 5)).toMatchObject({ allowed: true });
    expect(await counters.take("k", window, 1)).toMatchObject({ allowed: false });
    await server.kill();
    await vi.waitFor(async () => expect(await counters.take("k", window, 1)).toMatchObject({ allowed: true }), soon);
    expect(await counters.take("k", closed, 1)).toMatchObject({ allowed: false, remaining: 0, retryAfterMs: 1_000 });
    const both = [window, closed].map((each) => ({ key: "k", window: each, amount: 1 }));
    expect((await counters.takeAll(both)).map(({ allowed }) => allowed)).toEqual([true, false]);
    await cache.set("k", new Uint8Array(1), 60_000);
    expect(await cache.get("k")).toBeNull();
    await cache.remove("k");
    await server.restart();
    await vi.waitFor(async () => expect(await counters.take("back", closed, 1)).toMatchObject({ allowed: true }), soon);
    await cache.set("k", new Uint8Array(1), 60_000);
    expect(await cache.get("k")).not.toBeNull();
    expect(said[0]).toBe("Redis is out of reach; limits and the external cache do without it");
    expect(said).toContain("Redis is there again");
  });

  test("a Redis that hangs is not waited for: one question finds out, the next are answered without it", async () => {
    const link = await connect({ commandTimeoutMs: 100 });
    const counters = new RedisCounters(link, { prefix: prefix() });
    await counters.look("k", window);
    server.process.kill("SIGSTOP");
    try {
      const counts = await Promise.all(Array.from({ length: 50 }, () => counters.take("k", window, 5)));
      expect(counts.every(({ allowed }) => allowed)).toBe(true);
    } finally {
      server.process.kill("SIGCONT");
    }
    await vi.waitFor(async () => expect((await counters.add("on", window, 1)).used).toBeGreaterThan(0), soon);
  });
});
