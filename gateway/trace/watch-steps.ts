import type { TraceEntry } from "@/contract/trace";
import type { Watch } from "@/gateway/pipeline/compile-context";
import type { Exchange, Flow } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { PolicyNode } from "@/policy/policy-node";
import { bodyChangeNow, changesBetween, type ObservedState, observe } from "./observed-state";
import { TraceWriter } from "./trace-recorder";

/** Has each step of a traced request tell what it did. Requests that nobody traces run by a pipeline without this. */
export const watchSteps: Watch = (step, node) => (exchange) => {
  const { trace } = exchange;
  if (!(trace instanceof TraceWriter)) return step(exchange);
  const entry = trace.add(node.name, {});
  entry.place = placeOf(node);
  const before = observe(exchange);
  const startedAt = performance.now();
  return trace.inside(entry, () => {
    try {
      const flow = step(exchange);
      if (typeof flow !== "number") {
        return flow.then(
          (done) => ended(trace, entry, exchange, before, startedAt, done),
          (error) => failed(trace, entry, exchange, before, startedAt, error),
        );
      }
      return ended(trace, entry, exchange, before, startedAt, flow);
    } catch (error) {
      return failed(trace, entry, exchange, before, startedAt, error);
    }
  });
};

function ended(
  trace: TraceWriter,
  entry: TraceEntry,
  exchange: Exchange,
  before: ObservedState,
  startedAt: number,
  flow: Flow,
): Flow {
  entry.durationMs = Math.round((performance.now() - startedAt) * 1000) / 1000;
  const after = observe(exchange);
  const changes = changesBetween(before, after);
  // What a policy inside has changed stands with that one.
  const inner = new Set((entry.entries ?? []).flatMap(changesWithin));
  const own = changes.filter((change) => !inner.has(`${change.what} ${change.name}`));
  if (own.length > 0) trace.changed(entry, own);
  for (const change of own) {
    if (change.name === "body" && change.what !== "variable") {
      trace.later(() => Object.assign(change, bodyChangeNow(change.what, before, after)));
    }
  }
  return flow;
}

function failed(
  trace: TraceWriter,
  entry: TraceEntry,
  exchange: Exchange,
  before: ObservedState,
  startedAt: number,
  error: unknown,
): never {
  ended(trace, entry, exchange, before, startedAt, 0);
  entry.error =
    error instanceof Fault
      ? { source: error.source, reason: error.reason, message: error.message }
      : { source: entry.source, reason: null, message: "An unexpected error occurred." };
  trace.failed(error, entry.place);
  throw error;
}

const changesWithin = ({ changes = [], entries = [] }: TraceEntry): string[] => [
  ...changes.map(({ what, name }) => `${what} ${name}`),
  ...entries.flatMap(changesWithin),
];

const placeOf = ({ origin: { scope, documentId, path, span } }: PolicyNode): TraceEntry["place"] => ({
  scope,
  documentId,
  path,
  start: span.start,
  end: span.end,
});
