import {
  type CompileContext,
  CompileError,
  type Runtime,
  read,
  readOptional,
  required,
  type Value,
} from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import type { PolicyNode } from "@/policy/policy-node";
import { Attempts, type RetryOptions } from "./attempts";
import type { Intervals } from "./wait-between";

// Whether a condition sees context.LastError is not documented; it does. What the children of a failed attempt have
// changed stays changed. What the last attempt fails with is what the retry fails with.
export const runtime: Runtime = {
  compile(node, context) {
    const condition = context.lateBoolean(node, "condition");
    if (condition === null) throw new CompileError(node, "The required attribute 'condition' is missing.");
    const options: RetryOptions = { source: node.name, run: context.sequence(node.children), condition };
    const count = required(node, "count", context.integer(node, "count"));
    const intervals = intervalsOf(node, context);
    return (exchange) => {
      return new Attempts(exchange, options, read(count, exchange), read(intervals, exchange)).run();
    };
  },
};

function intervalsOf(node: PolicyNode, context: CompileContext): Value<Intervals> {
  const interval = required(node, "interval", context.integer(node, "interval"));
  const delta = context.integer(node, "delta");
  const maxInterval = context.integer(node, "max-interval");
  const firstFast = required(node, "first-fast-retry", context.boolean(node, "first-fast-retry"));
  const evaluate = (exchange: Exchange): Intervals => ({
    interval: read(interval, exchange),
    delta: readOptional(delta, exchange),
    maxInterval: readOptional(maxInterval, exchange),
    firstFast: read(firstFast, exchange),
  });
  if (!("fixed" in interval && "fixed" in firstFast) || isEvaluated(delta) || isEvaluated(maxInterval))
    return { evaluate };
  const [most, growth] = [maxInterval?.fixed ?? null, delta?.fixed ?? null];
  return { fixed: { interval: interval.fixed, delta: growth, maxInterval: most, firstFast: firstFast.fixed } };
}

const isEvaluated = <T>(value: Value<T> | null): value is Exclude<Value<T>, { readonly fixed: T }> =>
  value !== null && "evaluate" in value;
