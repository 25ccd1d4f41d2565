import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json";
import { chainText, withHash } from "./chain";
import type { FrameToGateway } from "./stream";

test("one value has one spelling, whatever the order of its members", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "é\n" }], a: true, absent: undefined })).toBe(
    '{"a":true,"b":[1,{"c":"é\\n","d":null}]}',
  );
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  expect(canonicalJson([])).toBe("[]");
  expect(canonicalJson({})).toBe("{}");
});

test("a member named __proto__ is a member like any other", () => {
  const value = JSON.parse('{"__proto__":{"x":1},"a":2}');
  expect(canonicalJson(value)).toBe('{"__proto__":{"x":1},"a":2}');
});

test("a frame's text leaves out its hash, and the frame sent parses to the same text", () => {
  const change: FrameToGateway = {
    kind: "change",
    revision: 2,
    previousRevision: 1,
    committedAt: 5,
    anchor: "a",
    put: [],
    remove: ["/backends/x"],
    hash: "old",
  };
  const text = chainText(change);
  expect(text).not.toContain("old");
  const sent = JSON.parse(withHash(text, "abc"));
  expect(sent).toEqual({ ...change, hash: "abc" });
  expect(chainText(sent)).toBe(text);
});
