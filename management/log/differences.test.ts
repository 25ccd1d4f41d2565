import { expect, test } from "vitest";
import { differences } from "./differences";

test("each property that differs is told with its path, and no other", () => {
  const before = { url: "http://a", same: [1], deep: { kept: true, gone: 1 }, list: [{ n: 1 }, { n: 2 }], sized: [1] };
  const after = {
    url: "http://b",
    same: [1],
    deep: { kept: true, made: 2 },
    list: [{ n: 1 }, { n: 3 }],
    sized: [1, 2],
  };
  expect(differences(before, after)).toEqual([
    { path: "url", before: "http://a", after: "http://b" },
    { path: "deep.gone", before: 1 },
    { path: "deep.made", after: 2 },
    { path: "list[1].n", before: 2, after: 3 },
    { path: "sized", before: [1], after: [1, 2] },
  ]);
  expect(differences(before, structuredClone(before))).toEqual([]);
});

test("of a secret only that it differs is told", () => {
  const [one, two] = [{ $secret: "1" }, { $secret: "2" }];
  expect(differences({ key: one, other: one }, { key: two, other: one })).toEqual([{ path: "key", secret: true }]);
  expect(differences({ key: "plain" }, { key: two })).toEqual([{ path: "key", secret: true, before: "plain" }]);
  expect(differences({}, { keys: { "x-a": [one] } })).toEqual([{ path: "keys.x-a", after: [one] }]);
});

test("a document that comes or goes is told member by member", () => {
  expect(differences(null, { a: 1, b: { c: 2 }, none: null, empty: {} })).toEqual([
    { path: "a", after: 1 },
    { path: "b.c", after: 2 },
    { path: "none", after: null },
    { path: "empty", after: {} },
  ]);
  expect(differences({ a: 1 }, null)).toEqual([{ path: "a", before: 1 }]);
  expect(differences({ a: null }, { a: {} })).toEqual([{ path: "a", before: null, after: {} }]);
});
