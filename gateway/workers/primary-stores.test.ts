import { describe, expect, test } from "vitest";
import { MemoryCache } from "@/gateway/stores/cache/memory-cache";
import { cacheConformance } from "@/gateway/stores/cache/testing/cache-conformance";
import { MemoryCounters } from "@/gateway/stores/counters/memory-counters";
import { countersConformance } from "@/gateway/stores/counters/testing/counters-conformance";
import type { CountingWindow } from "@/policy/host/counters";
import { answerAsks } from "./answer-asks";
import { AskPrimary, type Line } from "./ask-primary";
import type { ToPrimary, ToWorker } from "./messages";
import { PrimaryCache } from "./primary-cache";
import { PrimaryCounters } from "./primary-counters";

/** Messages are copied as they are between processes. */
function connect(counters: MemoryCounters, cache: MemoryCache, sent: ToPrimary[] = []): Line {
  const listeners: ((message: ToWorker) => void)[] = [];
  return {
    listen: (listener) => listeners.push(listener),
    send: (message) => {
      const copy = structuredClone(message);
      sent.push(copy);
      if (copy.kind !== "asks") return;
      void answerAsks(copy.asks, counters, cache).then((answers) => {
        for (const listener of listeners) listener(structuredClone({ kind: "answers", id: copy.id, answers }));
      });
    },
  };
}

describe("counters of the primary process", () => {
  countersConformance(async () => {
    const clock = { now: 0 };
    const line = connect(new MemoryCounters({ now: () => clock.now }), new MemoryCache());
    return { counters: new PrimaryCounters(new AskPrimary(line)), clock };
  });
});

describe("the cache of the primary process", () => {
  cacheConformance(async () => new PrimaryCache(new AskPrimary(connect(new MemoryCounters(), new MemoryCache()))));
});

test("several workers count as one, and what one asks in one turn goes as one message", async () => {
  const shared = new MemoryCounters();
  const sent: ToPrimary[] = [];
  const workers = [1, 2, 3, 4].map(() => {
    return new PrimaryCounters(new AskPrimary(connect(shared, new MemoryCache(), sent)));
  });
  const window: CountingWindow = { kind: "sliding", limit: 100, lengthMs: 60_000, startMs: null, whenLost: "open" };
  const counts = await Promise.all(
    Array.from({ length: 400 }, (_, turn) => (workers[turn % 4] as PrimaryCounters).take("k", window, 1)),
  );
  expect(counts.filter(({ allowed }) => allowed)).toHaveLength(100);
  expect(sent).toHaveLength(4);
});
