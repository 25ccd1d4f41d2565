import { fixedOptional, type Runtime, read, required } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed } from "@/policy/exchange";
import type { Count, CountingWindow } from "@/policy/host/counters";
import { counterKey } from "@/policy/kits/counter/counter-key";
import { compileIncrement } from "@/policy/kits/counter/increment";
import { compileTold } from "@/policy/kits/counter/rate-told";
import { settle } from "@/policy/kits/counter/settle";

// flexible-retry-window is not documented: it is read, and changes nothing.

export const runtime: Runtime = {
  compile(node, context) {
    const calls = required(node, "calls", context.integer(node, "calls"));
    const period = required(node, "renewal-period", context.integer(node, "renewal-period"));
    const key = required(node, "counter-key", context.text(node, "counter-key"));
    const afterResponse = fixedOptional(node, context.boolean(node, "increment-after-response")) ?? false;
    const increment = compileIncrement(node, context, afterResponse);
    const told = compileTold(node, context, "rate-limit-by-key");
    const known = "fixed" in calls && "fixed" in period ? windowOf(calls.fixed, period.fixed) : null;

    const tell = (exchange: Exchange, window: CountingWindow, count: Count): Flow => {
      exchange.trace?.note("rate-limit-by-key", { calls: window.limit, seconds: window.lengthMs / 1000, ...count });
      if (!count.allowed) throw told.refused(exchange, window.limit, count);
      told.allowed(exchange, window.limit, count.remaining);
      return proceed;
    };

    return (exchange) => {
      const { counters } = exchange.host;
      const window = known ?? windowOf(read(calls, exchange), read(period, exchange));
      const name = counterKey("rate-limit-by-key|", read(key, exchange));
      if (increment.isEarly) {
        return settle(increment.early(exchange), (amount) =>
          settle(counters.take(name, window, Math.max(0, amount)), (count) => tell(exchange, window, count)),
        );
      }
      return settle(counters.take(name, window, 0), (count) => {
        const flow = tell(exchange, window, count);
        increment.late(exchange, (amount) => {
          if (amount > 0) void counters.add(name, window, amount);
        });
        return flow;
      });
    };
  },
};

const windowOf = (calls: number, seconds: number): CountingWindow => ({
  kind: "sliding",
  limit: calls,
  lengthMs: seconds * 1000,
  startMs: null,
  whenLost: "open",
});
