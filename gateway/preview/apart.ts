import type { CacheStore, Caches } from "@/policy/host/cache-store";
import type { Counters } from "@/policy/host/counters";

/** The same counters under other names, so that what a preview counts is nobody else's. */
export function countersApart(counters: Counters, prefix: string): Counters {
  return {
    take: (key, window, amount) => counters.take(prefix + key, window, amount),
    takeAll: (takes) => counters.takeAll(takes.map((take) => ({ ...take, key: prefix + take.key }))),
    add: (key, window, amount) => counters.add(prefix + key, window, amount),
    look: (key, window) => counters.look(prefix + key, window),
  };
}

export function cachesApart({ internal, external }: Caches, prefix: string): Caches {
  return { internal: storeApart(internal, prefix), external: external === null ? null : storeApart(external, prefix) };
}

const storeApart = (store: CacheStore, prefix: string): CacheStore => ({
  get: (key) => store.get(prefix + key),
  set: (key, value, lifetimeMs) => store.set(prefix + key, value, lifetimeMs),
  remove: (key) => store.remove(prefix + key),
});
