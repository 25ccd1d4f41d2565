import type { Caches } from "@/policy/host/cache-store";
import type { Counters } from "@/policy/host/counters";
import { MemoryCache } from "./cache/memory-cache";
import { RedisCache } from "./cache/redis-cache";
import { KeptCounts, type KeptCountsOptions } from "./counters/kept-counts";
import { MemoryCounters } from "./counters/memory-counters";
import { RedisCounters } from "./counters/redis-counters";
import { RedisLink, type RedisLog } from "./redis/redis-link";

export interface Stores {
  readonly counters: Counters;
  readonly caches: Caches;
  close(): void;
}

/** Where a Redis is set up, gateways count in it together and share an external cache; the internal one is this gateway's. */
export function openStores(
  redisUrl: string | undefined,
  log: RedisLog,
  own: { counters?: Counters; cache?: Caches["internal"]; kept?: KeptCountsOptions } = {},
): Stores {
  const internal = own.cache ?? new MemoryCache();
  if (redisUrl === undefined) {
    const caches = { internal, external: null };
    if (own.counters !== undefined) return { counters: own.counters, caches, close: () => {} };
    const counters = new MemoryCounters();
    const kept = own.kept === undefined ? null : new KeptCounts(counters, own.kept);
    return { counters, caches, close: () => kept?.close() };
  }
  const link = new RedisLink({ url: redisUrl, log });
  return {
    counters: new RedisCounters(link),
    caches: { internal, external: new RedisCache(link) },
    close: () => link.close(),
  };
}
