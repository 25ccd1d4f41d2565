import type { CacheStore } from "@/policy/host/cache-store";
import type { Counters } from "@/policy/host/counters";
import type { Answer, Ask } from "./messages";

/** The primary's side of AskPrimary. */
export async function answerAsks(asks: readonly Ask[], counters: Counters, cache: CacheStore): Promise<Answer[]> {
  return Promise.all(asks.map((ask) => answerAsk(ask, counters, cache)));
}

async function answerAsk(ask: Ask, counters: Counters, cache: CacheStore): Promise<Answer> {
  switch (ask.what) {
    case "take-all":
      return counters.takeAll(ask.takes);
    case "add":
      return [await counters.add(ask.key, ask.window, ask.amount)];
    case "cache-get":
      return cache.get(ask.key);
    case "cache-set":
      await cache.set(ask.key, ask.value, ask.lifetimeMs);
      return null;
    case "cache-remove":
      await cache.remove(ask.key);
      return null;
  }
}
