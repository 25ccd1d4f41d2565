import { type CompileContext, fixed, partsNamed, type Runtime, required } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed } from "@/policy/exchange";
import type { Count, CountingWindow, Take } from "@/policy/host/counters";
import { compileTold, type RateTold } from "@/policy/kits/counter/rate-told";
import { type Applies, appliesTo, placeOf } from "@/policy/kits/counter/scoped-limit";
import { settle } from "@/policy/kits/counter/settle";
import type { PolicyNode } from "@/policy/policy-node";

interface Limit {
  readonly applies: Applies;
  readonly keyOf: (exchange: Exchange, subscriptionId: string) => string;
  readonly window: CountingWindow;
  readonly told: RateTold;
}

export const runtime: Runtime = {
  compile(node, context) {
    const own = limitOf(node, context, () => true);
    const limits = [own, ...partLimits(node, context)];
    return (exchange) => {
      const { subscription } = exchange;
      if (subscription === null) return proceed;
      const { counters } = exchange.host;
      if (limits.length === 1) {
        const taken = counters.take(own.keyOf(exchange, subscription.id), own.window, 1);
        return settle(taken, (count) => told(exchange, [own], [count]));
      }
      const matching = limits.filter(({ applies }) => applies(exchange));
      const takes = matching.map(({ keyOf, window }): Take => {
        return { key: keyOf(exchange, subscription.id), window, amount: 1 };
      });
      return settle(counters.takeAll(takes), (counts) => told(exchange, matching, counts));
    };
  },
};

/** The first of the limits is the policy's own. */
function told(exchange: Exchange, limits: readonly Limit[], counts: readonly Count[]): Flow {
  exchange.trace?.note("rate-limit", {
    limits: limits.map(({ window }, index) => ({
      calls: window.limit,
      seconds: window.lengthMs / 1000,
      ...counts[index],
    })),
  });
  let longest = -1;
  for (let index = 0; index < counts.length; index++) {
    const { allowed, retryAfterMs } = counts[index] as Count;
    if (!allowed && (longest < 0 || retryAfterMs > (counts[longest] as Count).retryAfterMs)) longest = index;
  }
  if (longest >= 0) {
    const { told: teller, window } = limits[longest] as Limit;
    throw teller.refused(exchange, window.limit, counts[longest] as Count);
  }
  let least = Number.POSITIVE_INFINITY;
  for (let index = limits.length - 1; index >= 0; index--) {
    const { told: teller, window } = limits[index] as Limit;
    const { remaining } = counts[index] as Count;
    least = Math.min(least, remaining);
    teller.allowed(exchange, window.limit, index === 0 ? least : remaining);
  }
  return proceed;
}

function partLimits(node: PolicyNode, context: CompileContext): Limit[] {
  const apis = partsNamed(node, "api").flatMap((api) => {
    const inApi = appliesTo(api);
    const operations = partsNamed(api, "operation").map((operation) => {
      const isOperation = appliesTo(operation);
      return limitOf(operation, context, (exchange) => inApi(exchange) && isOperation(exchange));
    });
    return [limitOf(api, context, inApi), ...operations];
  });
  // Directly inside, an operation may come without a limit of its own.
  const operations = partsNamed(node, "operation").filter(
    ({ attributes }) => attributes.has("calls") && attributes.has("renewal-period"),
  );
  return [...apis, ...operations.map((operation) => limitOf(operation, context, appliesTo(operation)))];
}

function limitOf(node: PolicyNode, context: CompileContext, applies: Applies): Limit {
  const wanted = (name: string): number => fixed(node, required(node, name, context.integer(node, name)));
  return {
    applies,
    keyOf: placeOf(node),
    window: {
      kind: "sliding",
      limit: wanted("calls"),
      lengthMs: wanted("renewal-period") * 1000,
      startMs: null,
      whenLost: "open",
    },
    told: compileTold(node, context, "rate-limit"),
  };
}
