import type { CacheStore } from "@/policy/host/cache-store";

const flights = new WeakMap<CacheStore, Map<string, Promise<void>>>();

/** Of several in this process that need the same value at one moment, one works it out. */
export const flightsOf = (store: CacheStore): Map<string, Promise<void>> => {
  const known = flights.get(store) ?? new Map<string, Promise<void>>();
  flights.set(store, known);
  return known;
};
