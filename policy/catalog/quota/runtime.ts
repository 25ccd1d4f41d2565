import { type CompileContext, fixedOptional, partsNamed, type Runtime } from "@/policy/catalog/compile";
import { type Exchange, proceed } from "@/policy/exchange";
import type { Count, Take } from "@/policy/host/counters";
import { quotaExceeded } from "@/policy/kits/counter/quota-exceeded";
import { type QuotaWindows, quotaWindows } from "@/policy/kits/counter/quota-windows";
import { type Applies, appliesTo, placeOf } from "@/policy/kits/counter/scoped-limit";
import { settle } from "@/policy/kits/counter/settle";
import type { PolicyNode } from "@/policy/policy-node";

interface Quota {
  readonly applies: Applies;
  readonly keyOf: (exchange: Exchange, subscriptionId: string) => string;
  /** Of periods that began at that moment. */
  readonly windowsFrom: (startMs: number | null) => QuotaWindows;
}

interface Counted {
  readonly calls: Take[];
  readonly bandwidth: Take[];
}

export const runtime: Runtime = {
  compile(node, context) {
    const quotas = [quotaOf(node, context, 0, () => true), ...partQuotas(node, context)];
    return (exchange) => {
      const { subscription } = exchange;
      if (subscription === null) return proceed;
      const startMs = momentOf(subscription.startDate ?? subscription.createdAt);
      const counted = countedBy(quotas, exchange, subscription.id, startMs);
      const { counters } = exchange.host;
      return settle(counters.takeAll([...counted.calls, ...counted.bandwidth]), (counts) => {
        exchange.trace?.note("quota", { counts });
        refuse(counts, counted.calls.length);
        // Bytes are known afterwards, so that the last call may go beyond.
        exchange.atEnd(({ receivedBytes, sentBytes }) => {
          const bytes = receivedBytes + sentBytes;
          if (bytes > 0) for (const { key, window } of counted.bandwidth) void counters.add(key, window, bytes);
        });
        return proceed;
      });
    };
  },
};

function countedBy(
  quotas: readonly Quota[],
  exchange: Exchange,
  subscriptionId: string,
  startMs: number | null,
): Counted {
  const counted: Counted = { calls: [], bandwidth: [] };
  for (const { applies, keyOf, windowsFrom } of quotas) {
    if (!applies(exchange)) continue;
    const { calls, bandwidth } = windowsFrom(startMs);
    const key = keyOf(exchange, subscriptionId);
    if (calls !== null) counted.calls.push({ key: `quota|calls|${key}`, window: calls, amount: 1 });
    if (bandwidth !== null) counted.bandwidth.push({ key: `quota|bytes|${key}`, window: bandwidth, amount: 0 });
  }
  return counted;
}

/** Throws where any is exceeded; of several the one that lasts longest. */
function refuse(counts: readonly Count[], calls: number): void {
  let longest: number | null = null;
  counts.forEach(({ allowed, retryAfterMs }, index) => {
    if (!allowed && (longest === null || retryAfterMs > (counts[longest] as Count).retryAfterMs)) longest = index;
  });
  if (longest === null) return;
  const of = longest < calls ? "call volume" : "bandwidth";
  throw quotaExceeded("quota", of, (counts[longest] as Count).retryAfterMs);
}

/** Periods without a known beginning begin with the first call. */
function momentOf(date: string | null): number | null {
  const moment = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(moment) ? null : moment;
}

function partQuotas(node: PolicyNode, context: CompileContext): Quota[] {
  const period = secondsOf(node, context, 0);
  return partsNamed(node, "api").flatMap((api) => {
    const inApi = appliesTo(api);
    const apiPeriod = secondsOf(api, context, period);
    const operations = partsNamed(api, "operation").map((operation) => {
      const isOperation = appliesTo(operation);
      return quotaOf(operation, context, apiPeriod, (exchange) => inApi(exchange) && isOperation(exchange));
    });
    return [quotaOf(api, context, period, inApi), ...operations];
  });
}

/** The page requires the period of a part, and its example leaves it out: then it is that of what is around it. */
const secondsOf = (node: PolicyNode, context: CompileContext, around: number): number =>
  fixedOptional(node, context.integer(node, "renewal-period")) ?? around;

function quotaOf(node: PolicyNode, context: CompileContext, around: number, applies: Applies): Quota {
  const calls = fixedOptional(node, context.integer(node, "calls"));
  const kilobytes = fixedOptional(node, context.integer(node, "bandwidth"));
  const seconds = secondsOf(node, context, around);
  return {
    applies,
    keyOf: placeOf(node),
    windowsFrom: (startMs) => quotaWindows(calls, kilobytes, seconds, startMs),
  };
}
