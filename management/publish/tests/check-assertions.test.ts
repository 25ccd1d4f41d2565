import { expect, test } from "vitest";
import type { Assertion } from "@/contract/console-run";
import { readJsonPath } from "@/management/resources/saved-requests/json-path";
import { checkAssertions, type Observed } from "./check-assertions";

const observed: Observed = {
  status: 201,
  headers: [
    { name: "Content-Type", value: "application/json; charset=utf-8" },
    { name: "X-A", value: "1" },
    { name: "x-a", value: "2" },
    { name: "X-Slow", value: `${"a".repeat(60)}!` },
  ],
  body: '{"items":[{"id":7,"a b":null}],"name":"Ada"}',
  trace: {
    traceId: "t",
    traceEntries: {
      inbound: [
        {
          source: "choose",
          timestamp: "",
          elapsed: "",
          data: { branch: "when[2]" },
          place: { scope: "api", documentId: "/apis/a/policies/policy", path: "choose[1]", start: 1, end: 2 },
          changes: [{ what: "variable", name: "v", before: null, after: "1" }],
        },
      ],
      outbound: [
        {
          source: "set-variable",
          timestamp: "",
          elapsed: "",
          data: {},
          changes: [{ what: "variable", name: "v", before: "1", after: "2" }],
        },
      ],
    },
  },
};
const holds = (assertion: Assertion) => checkAssertions([assertion], observed).length === 0;

test.each<[Assertion, boolean]>([
  [{ kind: "status", equals: 201 }, true],
  [{ kind: "status", equals: 200 }, false],
  [{ kind: "status", from: 200, to: 299 }, true],
  [{ kind: "status", from: 202, to: 299 }, false],
  [{ kind: "header", name: "x-a", is: "exists" }, true],
  [{ kind: "header", name: "x-b", is: "exists" }, false],
  [{ kind: "header", name: "x-a", is: "equals", value: "2" }, true],
  [{ kind: "header", name: "x-a", is: "equals", value: "1, 2" }, true],
  [{ kind: "header", name: "content-type", is: "contains", value: "json" }, true],
  [{ kind: "header", name: "content-type", is: "matches", value: "^application/\\w+; " }, true],
  [{ kind: "header", name: "content-type", is: "matches", value: "(" }, false],
  [{ kind: "header", name: "x-slow", is: "matches", value: "^(a+)+$" }, false],
  [{ kind: "body", is: "contains", value: "Ada" }, true],
  [{ kind: "body", is: "equals", value: "Ada" }, false],
  [{ kind: "json", path: "$.items[0].id", is: "equals", value: "7" }, true],
  [{ kind: "json", path: "/items/0/id", is: "equals", value: "8" }, false],
  [{ kind: "json", path: "$.name", is: "equals", value: "Ada" }, true],
  [{ kind: "json", path: "$.items[0]['a b']", is: "exists" }, true],
  [{ kind: "json", path: "$.constructor", is: "exists" }, false],
  [{ kind: "json", path: "$.items", is: "equals", value: '[ {"a b": null, "id": 7} ]' }, true],
  [{ kind: "variable", name: "v", value: "2" }, true],
  [{ kind: "variable", name: "w", value: "" }, false],
  [{ kind: "policy", path: "choose[1]/when[2]" }, true],
  [{ kind: "policy", path: "inbound[1]/choose[1]" }, true],
  [{ kind: "policy", path: "outbound[1]/choose[1]" }, false],
  [{ kind: "policy", path: "choose[1]", documentId: "/policies/policy" }, false],
])("%j", (assertion, expected) => {
  expect(holds(assertion)).toBe(expected);
});

test("patterns that take long hold up nobody, however many there are, and say so", () => {
  const slow: Assertion = { kind: "header", name: "x-slow", is: "matches", value: "^(a+)+$" };
  const failures = checkAssertions(Array<Assertion>(200).fill(slow), observed);
  expect(new Set(failures.map(({ actual }) => actual))).toEqual(new Set(["(the pattern takes too long)"]));
  const given = { ...observed, headers: [{ name: "x", value: "y".repeat(100_000) }] };
  const way: Assertion = { kind: "header", name: "x", is: "matches", value: "^this\\.constructor$|^y+$" };
  expect(checkAssertions([way], given)).toEqual([]);
});

test("what was expected is told by its beginning only", () => {
  const [failure] = checkAssertions([{ kind: "body", is: "equals", value: "x".repeat(90_000) }], observed);
  expect(JSON.stringify(failure).length).toBeLessThan(2_000);
});

test("a path is one of two kinds", () => {
  expect(readJsonPath("$")).toEqual([]);
  expect(readJsonPath("/a~1b/~0")).toEqual(["a/b", "~"]);
  for (const wrong of ["a.b", "$..a", "$[a]", "$.a["]) expect(readJsonPath(wrong)).toBeNull();
});
