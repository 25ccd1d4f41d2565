import { expect, test } from "vitest";
import type { Trace } from "@/contract/trace";
import recorded from "../testing/recorded-runs.json";
import { compareRuns, isDifferent } from "./compare-runs";
import { traceSteps } from "./trace-steps";

const runs = recorded as unknown as Record<string, { trace: Trace }>;
const stepsOf = (name: string) => traceSteps((runs[name] as { trace: Trace }).trace);
const pathOf = (step: { entry: { place?: { path: string } } } | null) => step?.entry.place?.path ?? null;

test("a run is like itself", () => {
  const steps = stepsOf("flaky");
  const rows = compareRuns(steps, steps);
  expect(rows).toHaveLength(steps.length);
  expect(rows.filter(isDifferent)).toEqual([]);
});

test("another branch and other values are seen, each at its place", () => {
  const rows = compareRuns(stepsOf("list"), stepsOf("slow")).filter(isDifferent);
  const values = rows.flatMap(({ differs }) => differs);
  expect(values).toContainEqual({ what: "variable", name: "tenant", a: "gold", b: "public" });
  expect(rows.find(({ b }) => b === null)?.a?.entry.place?.path).toBe("choose[1]/when[1]/set-header[1]");
  expect(rows.filter(({ a }) => a === null).map(({ b }) => pathOf(b))).toEqual([
    "choose[1]/otherwise[1]/set-variable[1]",
    "choose[1]/otherwise[1]/rewrite-uri[1]",
  ]);
});

test("every step of both stands in it once, and each run keeps its order", () => {
  for (const [one, other] of [
    ["list", "jwt"],
    ["flaky", "crash"],
    ["nokey", "place"],
  ] as const) {
    const [a, b] = [stepsOf(one), stepsOf(other)];
    const rows = compareRuns(a, b);
    expect(rows.flatMap((row) => (row.a === null ? [] : [row.a.index]))).toEqual(a.map(({ index }) => index));
    expect(rows.flatMap((row) => (row.b === null ? [] : [row.b.index])).sort((x, y) => x - y)).toEqual(
      b.map(({ index }) => index),
    );
  }
});
