import { fixed, type Runtime, read, required } from "@/policy/catalog/compile";
import type { Flow } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { runningEntries } from "@/policy/kits/control/running-entries";

const source = "limit-concurrency";

// Policies that share a key share its count, and each holds it against its own max-count; what Azure does where these
// differ is not documented, nor are reason and message.
export const runtime: Runtime = {
  compile(node, context) {
    const key = required(node, "key", context.text(node, "key"));
    const maxCount = fixed(node, required(node, "max-count", context.integer(node, "max-count")));
    const run = context.sequence(node.children);
    return (exchange) => {
      const name = read(key, exchange);
      const entries = runningEntries(exchange.host);
      if (!entries.enter(name, maxCount)) {
        exchange.trace?.note(source, { running: entries.running(name), maxCount });
        throw tooMany();
      }
      let flow: Flow | Promise<Flow>;
      try {
        flow = run(exchange);
      } catch (error) {
        entries.leave(name);
        throw error;
      }
      if (typeof flow === "number") {
        entries.leave(name);
        return flow;
      }
      let inside = true;
      const leave = () => {
        if (inside) entries.leave(name);
        inside = false;
      };
      // A client that goes away leaves at once, whatever the policies inside still wait for.
      exchange.atEnd(leave);
      return flow.finally(leave);
    };
  },
};

const tooMany = (): Fault =>
  new Fault({
    source,
    reason: "ConcurrencyLimitExceeded",
    status: 429,
    message: "Concurrency limit is exceeded. Try again later.",
  });
