import { expect, test } from "vitest";
import type { Trace } from "@/contract/trace";
import recorded from "../testing/recorded-runs.json";
import { proposeAssertions } from "./propose-assertions";

const runs = recorded as unknown as Record<
  string,
  { status: number; headers: { name: string; value: string }[]; body: string; trace: Trace }
>;
const proposed = (name: string) => {
  const run = runs[name];
  if (run === undefined) throw new Error(name);
  return proposeAssertions({
    head: { status: run.status, reason: "", headers: run.headers, afterMs: 0 },
    chunks: [{ text: run.body, encoding: "text", afterMs: 0 }],
    trace: run.trace,
  });
};

test("status, content type, some values and the branch that was taken", () => {
  const assertions = proposed("list");
  expect(assertions.slice(0, 3)).toEqual([
    { kind: "status", equals: 200 },
    { kind: "header", name: "Content-Type", is: "contains", value: "application/json" },
    { kind: "json", path: "$.method", is: "equals", value: '"GET"' },
  ]);
  expect(assertions).toContainEqual({
    kind: "policy",
    path: "inbound[1]/choose[1]/when[1]",
    documentId: "/apis/cx-shop/operations/list-items/policies/policy",
  });
});

test("what refused the request is expected to refuse it again", () => {
  expect(proposed("jwt")).toContainEqual({
    kind: "policy",
    path: "inbound[1]/validate-jwt[1]",
    documentId: "/apis/cx-shop/operations/check-token/policies/policy",
  });
});

test("ids and times are only expected to be there", () => {
  const run = (body: unknown) =>
    proposeAssertions({
      head: { status: 200, reason: "", headers: [], afterMs: 0 },
      chunks: [{ text: JSON.stringify(body), encoding: "text", afterMs: 0 }],
      trace: null,
    });
  expect(run({ id: 7, created_at: "now", "odd name": null, list: [{ ok: true }] })).toEqual([
    { kind: "status", equals: 200 },
    { kind: "json", path: "$.id", is: "exists" },
    { kind: "json", path: "$.created_at", is: "exists" },
    { kind: "json", path: '$["odd name"]', is: "equals", value: "null" },
    { kind: "json", path: "$.list[0].ok", is: "equals", value: "true" },
  ]);
  expect(run(Array.from({ length: 100 }, (_, at) => at))).toHaveLength(2);
  expect(proposeAssertions({ head: null, chunks: [], trace: null })).toEqual([]);
});
