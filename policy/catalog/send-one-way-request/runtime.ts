import { type Runtime, read } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed, respond } from "@/policy/exchange";
import type { OutgoingCall } from "@/policy/host/outgoing-call";
import { callOf } from "@/policy/kits/call/call-of";
import { timeoutOf } from "@/policy/kits/call/timeout-of";
import { branchContinues } from "@/policy/kits/control/branch-continues";

const source = "send-one-way-request";

/** Of this process: nobody feels it when these calls pile up, so that something has to keep them from filling it. */
const maxUnderWay = 1_000;
let underWay = 0;

export const runtime: Runtime = {
  compile(node, context) {
    const make = callOf(node, context);
    const timeout = timeoutOf(node, context);

    const send = (exchange: Exchange, call: OutgoingCall): Flow => {
      const { host, trace } = exchange;
      if (underWay >= maxUnderWay) {
        trace?.note(source, { dropped: `${maxUnderWay} of these calls are under way already.` });
        return proceed;
      }
      // Its end has nothing to do with that of the request around it.
      const { signal } = new AbortController();
      const options = { timeoutMs: read(timeout, exchange), followRedirects: false, source, signal };
      underWay++;
      host
        .send(exchange, call, options)
        .catch((error) => trace?.note(source, { failed: error instanceof Error ? error.message : String(error) }))
        .finally(() => underWay--);
      return proceed;
    };
    return (exchange) => {
      const call = make(exchange);
      if (!(call instanceof Promise)) return send(exchange, call);
      const { signal } = exchange;
      return call.then((made) => (branchContinues(exchange, signal) ? send(exchange, made) : respond));
    };
  },
};
