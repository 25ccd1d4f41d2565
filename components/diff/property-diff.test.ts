import { expect, test } from "vitest";
import { propertyDiff, sameJson } from "./property-diff";
import { getAt, setAt } from "./set-at";

test("leaf by leaf, through groups and lists of one length", () => {
  const before = { a: 1, b: { c: [{ d: 1 }, { d: 2 }] } };
  expect(propertyDiff(before, { a: 1, b: { c: [{ d: 1 }, { d: 3 }] } })).toEqual([
    { path: "b.c.1.d", before: 2, after: 3 },
  ]);
});

test("a list of another length is one difference", () => {
  expect(propertyDiff({ a: [1] }, { a: [1, 2] })).toEqual([{ path: "a", before: [1], after: [1, 2] }]);
});

test("a group that comes or goes is shown by its members", () => {
  expect(propertyDiff({}, { proxy: { url: "u" } })).toEqual([{ path: "proxy.url", before: undefined, after: "u" }]);
  expect(propertyDiff({ proxy: { url: "u" } }, {})).toEqual([{ path: "proxy.url", before: "u", after: undefined }]);
});

test("a stored secret is one value", () => {
  expect(propertyDiff({ v: { $secret: "1" } }, { v: { $secret: "2" } })).toHaveLength(1);
});

test("the order of members does not matter", () => {
  expect(sameJson({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
  expect(sameJson({ a: 1 }, { b: 1 })).toBe(false);
});

test("sets, makes and removes members", () => {
  expect(setAt({}, "a.b", 1)).toEqual({ a: { b: 1 } });
  expect(setAt({ a: { b: 1 }, c: 2 }, "a.b", undefined)).toEqual({ c: 2 });
  expect(setAt({ a: [{ b: 1 }, { b: 2 }] }, "a.1.b", 3)).toEqual({ a: [{ b: 1 }, { b: 3 }] });
  expect(getAt({ a: [{ b: 1 }] }, "a.0.b")).toBe(1);
  expect(getAt({ a: 1 }, "a.constructor")).toBeUndefined();
});
