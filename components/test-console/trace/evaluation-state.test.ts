import { expect, test } from "vitest";
import type { Trace, TraceEntry } from "@/contract/trace";
import { evaluationState } from "./evaluation-state";
import { stateAfter, stateBefore } from "./state-at";
import { traceSteps } from "./trace-steps";

const ends = { sentBody: null, answerBody: null };
const entry = (source: string, more: Partial<TraceEntry>): TraceEntry => ({
  source,
  timestamp: "2026-11-21T15:00:00.000Z",
  elapsed: "00:00:00",
  data: {},
  ...more,
});
const traced = (...inbound: TraceEntry[]): Trace => ({
  traceId: "",
  traceEntries: {
    inbound: [
      entry("api-inspector", { data: { request: { method: "GET", url: "http://gw:8080/shop/a?q=1", headers: [] } } }),
      entry("api-inspector", {
        data: { configuration: { api: { id: "/apis/shop", from: "/shop", to: "https://b.example/v1/" } } },
      }),
      ...inbound,
    ],
  },
});

test("the address is where the request will go, and the original one stays", () => {
  const rewritten = { what: "target" as const, name: "url", before: "https://b.example/v1/a?q=1" };
  const steps = traceSteps(
    traced(entry("rewrite-uri", { changes: [{ ...rewritten, after: "https://b.example/v1/z" }] })),
  );
  const before = evaluationState(stateBefore(steps, 2, ends));
  expect(before).toMatchObject({
    url: "https://b.example/v1/a?q=1",
    originalUrl: "http://gw:8080/shop/a?q=1",
  });
  const after = evaluationState(stateAfter(steps, 2, ends));
  expect(after).toMatchObject({ url: "https://b.example/v1/z", originalUrl: "http://gw:8080/shop/a?q=1" });
});

test("until a policy changes it, the address follows from the API's runtime URL", () => {
  const steps = traceSteps(traced(entry("validate-jwt", {})));
  expect(evaluationState(stateBefore(steps, 2, ends)).url).toBe("https://b.example/v1/a?q=1");
  const nowhere = traceSteps(
    traced(entry("x", { changes: [{ what: "target", name: "url", before: "", after: "/b" }] })),
  );
  expect(evaluationState(stateAfter(nowhere, 2, ends)).url).toBe("http://gw:8080/b");
});

test("variables keep their types, and one that is null is no text", () => {
  const variable = (name: string, after: string, type?: string) =>
    ({ what: "variable", name, before: null, after, ...(type === undefined ? {} : { type }) }) as const;
  const steps = traceSteps(
    traced(
      entry("set-variable", {
        changes: [variable("n", "7", "System.Int32"), variable("s", "null", "System.String"), variable("none", "null")],
      }),
      entry("set-variable", { changes: [{ ...variable("n", "8", "System.String"), before: "7" }] }),
    ),
  );
  expect(evaluationState(stateAfter(steps, 2, ends)).variables).toEqual([
    { name: "n", value: "7", type: "System.Int32" },
    { name: "s", value: "null", type: "System.String" },
    { name: "none", value: null },
  ]);
  expect(evaluationState(stateAfter(steps, 3, ends)).variables?.[0]).toEqual({
    name: "n",
    value: "8",
    type: "System.String",
  });
});
