import { createHandler } from "@/gateway/handle";
import { fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { fakeHost } from "@/gateway/pipeline/testing/fake-host";
import { build } from "@/gateway/program/build";
import { MemoryCounters } from "@/gateway/stores/counters/memory-counters";
import { newResponse } from "@/policy/message";
import { documents, requestHeaders, steps } from "./ten-policies";

const batch = 20_000;
const rounds = 15;

// Run as it is shipped, as one file: what runs sources adds calls of its own to every closure.

/** Nanoseconds that each policy adds to a request that is answered without a backend, so that nothing else is measured. */
async function stepCosts(): Promise<{ name: string; ns: number }[]> {
  const names = Object.keys(steps);
  const none = await costOf([]);
  const single: { name: string; ns: number }[] = [];
  for (const name of names) {
    // What another one leaves behind is part of what it works on.
    const needed = name.startsWith("choose") ? ["set-variable (expression)"] : [];
    const before = needed.length === 0 ? none : await costOf(needed);
    single.push({ name, ns: (await costOf([...needed, name])) - before });
  }
  return [...single, { name: "all together", ns: (await costOf(names)) - none }];
}

async function costOf(names: readonly string[]): Promise<number> {
  const program = build(documents("http://backend.example", names, 1), 1);
  const handle = createHandler(() => program);
  const host = fakeHost({
    counters: new MemoryCounters(),
    // Synchronous, unlike any real one.
    forward: ((exchange: { response: unknown }) => {
      exchange.response = newResponse();
      return 0;
    }) as never,
  });
  const once = (): void | Promise<void> => {
    const exchange = fakeExchange({ url: "/orders/7", headers: { ...requestHeaders } }, host);
    const done = handle(exchange);
    if (done !== undefined) return done;
    if (exchange.response?.status !== 200) throw new Error(`${names.join()}: ${exchange.lastError?.message}`);
  };
  // A token that is new is checked in a thread of its own; from then on nothing waits.
  for (let index = 0; index < 3; index++) await once();
  for (let index = 0; index < batch; index++) once();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const startedAt = process.hrtime.bigint();
    for (let index = 0; index < batch; index++) once();
    best = Math.min(best, Number(process.hrtime.bigint() - startedAt) / batch);
  }
  return best;
}

console.log(JSON.stringify(await stepCosts()));
