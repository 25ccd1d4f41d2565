import type { CompileContext, Value } from "@/policy/catalog/compile";
import type { PolicyNode } from "@/policy/policy-node";

/** In milliseconds, of timeout-ms, or of timeout, which counts seconds. */
export function timeoutOf(node: PolicyNode, context: CompileContext): Value<number> {
  const ms = context.integer(node, "timeout-ms");
  if (ms !== null) return ms;
  const seconds = context.integer(node, "timeout") ?? { fixed: 60 };
  return "fixed" in seconds
    ? { fixed: seconds.fixed * 1000 }
    : { evaluate: (exchange) => seconds.evaluate(exchange) * 1000 };
}
