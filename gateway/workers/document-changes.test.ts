import { expect, test } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import { apply } from "@/gateway/program/apply";
import { build } from "@/gateway/program/build";
import { api, defaultGlobalPolicy, operation } from "@/gateway/testing/documents";
import { programChanges, wholeProgram } from "./document-changes";

const byId = (documents: readonly GatewayDocument[]) => documents.map(({ id }) => id).sort();

test("a worker that is told what has changed runs what the primary process does", () => {
  const first = build([defaultGlobalPolicy, api("a"), operation("a", "GET", "/x"), api("b")], 1);
  const second = apply(first, { revision: 2, put: [api("c"), api("a", { path: "other" })], remove: ["/apis/b"] });
  const change = programChanges(first, second);
  expect(change).toMatchObject({ revision: 2, isWhole: false, remove: ["/apis/b"] });
  expect(byId(change.put)).toEqual(["/apis/a", "/apis/c"]);

  const whole = structuredClone(wholeProgram(first));
  const worker = apply(build(whole.put, whole.revision), structuredClone(change));
  expect(worker.revision).toBe(2);
  expect(new Map(worker.documents)).toEqual(new Map(second.documents));
  expect(programChanges(second, second)).toMatchObject({ put: [], remove: [] });
});
