import { fixedOptional, type Runtime, read } from "@/policy/catalog/compile";
import { type Exchange, proceed, respond } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { OutgoingCall } from "@/policy/host/outgoing-call";
import { callOf } from "@/policy/kits/call/call-of";
import { timeoutOf } from "@/policy/kits/call/timeout-of";
import { branchContinues } from "@/policy/kits/control/branch-continues";
import { BufferedResponse } from "@/policy/kits/message/buffered-response";

const source = "send-request";

// An answer is always whole and in memory, so that buffer-response changes nothing. Redirects are answers like others:
// what Azure does with them is not documented, and forward-request does not follow them of its own accord.
export const runtime: Runtime = {
  compile(node, context) {
    const make = callOf(node, context);
    const timeout = timeoutOf(node, context);
    const variable = fixedOptional(node, context.text(node, "response-variable-name"));
    const ignoresErrors = fixedOptional(node, context.boolean(node, "ignore-error")) ?? false;
    const failsOnStatus = fixedOptional(node, context.boolean(node, "fail-on-error-status-code")) ?? false;

    const send = async (
      exchange: Exchange,
      call: OutgoingCall,
      signal: AbortSignal | null,
    ): Promise<BufferedResponse> => {
      const options = { timeoutMs: read(timeout, exchange), followRedirects: false, source };
      const answer = await exchange.host.send(exchange, call, signal === null ? options : { ...options, signal });
      if (failsOnStatus && answer.status >= 400) throw errorStatus(answer.status);
      return new BufferedResponse(answer.status, answer.reason, answer.headers, answer.body);
    };
    return async (exchange) => {
      // That of the branch that runs now; after a wait it may be another one's.
      const { signal = null } = exchange;
      const making = make(exchange);
      const call = making instanceof Promise ? await making : making;
      if (!branchContinues(exchange, signal)) return respond;
      let response: BufferedResponse | null = null;
      try {
        response = await send(exchange, call, signal);
      } catch (error) {
        if (!ignoresErrors || !(error instanceof Fault)) throw error;
        exchange.trace?.note(source, { ignored: error.message });
      }
      // A branch of a wait that was outrun leaves nothing behind.
      if (!branchContinues(exchange, signal)) return respond;
      if (variable !== null) exchange.variables.set(variable, response);
      return proceed;
    };
  },
};

const errorStatus = (status: number): Fault =>
  new Fault({
    source,
    reason: "BackendErrorStatusCode",
    status: 500,
    message: `The call was answered with status code ${status}.`,
  });
