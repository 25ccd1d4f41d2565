import { fixed, fixedOptional, type Runtime, read, required } from "@/policy/catalog/compile";
import { type Exchange, type Outcome, proceed } from "@/policy/exchange";
import type { Count, Counters, CountingWindow, Take } from "@/policy/host/counters";
import { counterKey } from "@/policy/kits/counter/counter-key";
import { compileIncrement } from "@/policy/kits/counter/increment";
import { quotaExceeded } from "@/policy/kits/counter/quota-exceeded";
import { quotaWindows } from "@/policy/kits/counter/quota-windows";
import { settle } from "@/policy/kits/counter/settle";

export const runtime: Runtime = {
  compile(node, context) {
    const calls = fixedOptional(node, context.integer(node, "calls"));
    const kilobytes = fixedOptional(node, context.integer(node, "bandwidth"));
    const seconds = fixed(node, required(node, "renewal-period", context.integer(node, "renewal-period")));
    const start = fixedOptional(node, context.text(node, "first-period-start"));
    const windows = quotaWindows(calls, kilobytes, seconds, start === null ? null : momentOf(start));
    const key = required(node, "counter-key", context.text(node, "counter-key"));
    const increment = compileIncrement(node, context, false);

    return (exchange) => {
      const { counters } = exchange.host;
      const name = read(key, exchange);
      const callsKey = counterKey("quota-by-key|calls|", name);
      const bytesKey = counterKey("quota-by-key|bytes|", name);
      // Of several policies that would count the same call under the same key, the first one does.
      const isFirst = begin(exchange, `${seconds} ${name}`);
      const admitted = (amount: number): void => {
        if (!isFirst || amount <= 0 || windows.bandwidth === null) return;
        addBytesAtEnd(exchange, counters, bytesKey, windows.bandwidth);
      };
      const asks = (amount: number): Take[] => [
        ...(windows.calls === null ? [] : [{ key: callsKey, window: windows.calls, amount }]),
        ...(windows.bandwidth === null ? [] : [{ key: bytesKey, window: windows.bandwidth, amount: 0 }]),
      ];
      const judge = (counts: readonly Count[], hasCounted: boolean): void => {
        exchange.trace?.note("quota-by-key", { counts });
        refuse(counts, windows.calls, hasCounted);
      };

      if (!isFirst) {
        return settle(counters.takeAll(asks(0)), (counts) => {
          judge(counts, true);
          return proceed;
        });
      }
      if (increment.isEarly) {
        return settle(increment.early(exchange), (amount) =>
          settle(counters.takeAll(asks(Math.max(0, amount))), (counts) => {
            judge(counts, false);
            admitted(amount);
            return proceed;
          }),
        );
      }
      return settle(counters.takeAll(asks(0)), (counts) => {
        judge(counts, false);
        increment.late(exchange, (amount) => {
          if (amount > 0 && windows.calls !== null) void counters.add(callsKey, windows.calls, amount);
          admitted(amount);
        });
        return proceed;
      });
    };
  },
};

/** `hasCounted`: this very call is among those counted, so that it may be the last of them. */
function refuse(counts: readonly Count[], calls: CountingWindow | null, hasCounted: boolean): void {
  counts.forEach(({ allowed, used, retryAfterMs }, index) => {
    if (allowed) return;
    const isCalls = index === 0 && calls !== null;
    if (isCalls && hasCounted && used <= calls.limit) return;
    throw quotaExceeded("quota-by-key", isCalls ? "call volume" : "bandwidth", retryAfterMs);
  });
}

function addBytesAtEnd(exchange: Exchange, counters: Counters, key: string, window: CountingWindow): void {
  exchange.atEnd(({ receivedBytes, sentBytes }: Outcome) => {
    const bytes = receivedBytes + sentBytes;
    if (bytes > 0) void counters.add(key, window, bytes);
  });
}

const counting = Symbol("quota-by-key: what this request has been counted under");

function begin(exchange: Exchange, name: string): boolean {
  const names = (exchange.notes.get(counting) as Set<string> | undefined) ?? new Set();
  exchange.notes.set(counting, names);
  if (names.has(name)) return false;
  names.add(name);
  return true;
}

/** Without a zone it is UTC. */
function momentOf(date: string): number {
  const text = date.trim();
  return Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(text) || !text.includes("T") ? text : `${text}Z`);
}
