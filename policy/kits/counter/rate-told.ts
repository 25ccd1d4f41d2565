import { type CompileContext, readOptional } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { Count } from "@/policy/host/counters";
import type { PolicyNode } from "@/policy/policy-node";
import { secondsOf } from "./seconds";

/** In which headers and variables a rate limit tells how it stands. */
export interface RateTold {
  allowed(exchange: Exchange, calls: number, remaining: number): void;
  /** What to throw where it is exceeded. */
  refused(exchange: Exchange, calls: number, count: Count): Fault;
}

export function compileTold(node: PolicyNode, context: CompileContext, source: string): RateTold {
  const retryAfterHeader = context.text(node, "retry-after-header-name");
  const retryAfterVariable = context.text(node, "retry-after-variable-name");
  const remainingHeader = context.text(node, "remaining-calls-header-name");
  const remainingVariable = context.text(node, "remaining-calls-variable-name");
  const totalHeader = context.text(node, "total-calls-header-name");

  const headers = (exchange: Exchange, calls: number, remaining: number): [string, string][] => {
    const lines: [string, string][] = [];
    const remainingName = readOptional(remainingHeader, exchange);
    const totalName = readOptional(totalHeader, exchange);
    if (remainingName !== null) lines.push([remainingName, String(remaining)]);
    if (totalName !== null) lines.push([totalName, String(calls)]);
    return lines;
  };
  const remainingIs = (exchange: Exchange, remaining: number): void => {
    const name = readOptional(remainingVariable, exchange);
    if (name !== null) exchange.variables.set(name, remaining);
  };

  return {
    allowed(exchange, calls, remaining) {
      if (remainingVariable !== null) remainingIs(exchange, remaining);
      if (remainingHeader === null && totalHeader === null) return;
      const lines = headers(exchange, calls, remaining);
      exchange.atResponse((response) => {
        for (const [name, value] of lines) response.headers.set(name, value);
      });
    },
    refused(exchange, calls, count) {
      const seconds = secondsOf(count.retryAfterMs) ?? 1;
      const variable = readOptional(retryAfterVariable, exchange);
      if (variable !== null) exchange.variables.set(variable, seconds);
      remainingIs(exchange, 0);
      const name = readOptional(retryAfterHeader, exchange) ?? "Retry-After";
      return new Fault({
        source,
        reason: "RateLimitExceeded",
        status: 429,
        message: "Rate limit is exceeded",
        publicMessage: `Rate limit is exceeded. Try again in ${seconds} seconds.`,
        headers: [[name, String(seconds)], ...headers(exchange, calls, 0)],
      });
    },
  };
}
