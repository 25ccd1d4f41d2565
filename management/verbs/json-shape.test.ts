import { expect, test } from "vitest";
import { z } from "zod";
import { hostileShape, mergePatch, withoutNulls, withoutPaths } from "./json-shape";

test("a patch merges as RFC 7396 says, by its own examples", () => {
  const cases = [
    [{ a: "b" }, { a: "c" }, { a: "c" }],
    [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
    [{ a: "b" }, { a: null }, {}],
    [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
    [{ a: ["b"] }, { a: "c" }, { a: "c" }],
    [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
    [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
    [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
    [
      ["a", "b"],
      ["c", "d"],
      ["c", "d"],
    ],
    [{ a: "foo" }, "bar", "bar"],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: "b", c: null }, { a: "b" }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ] as const;
  for (const [target, patch, merged] of cases) {
    const before = JSON.stringify(target);
    expect(mergePatch(structuredClone(target) as never, patch as never)).toEqual(merged);
    expect(JSON.stringify(target)).toBe(before);
  }
});

test("null is absence where the schema has no use for it, and a value where it has", () => {
  const schema = z.strictObject({
    text: z.string().optional(),
    limit: z.number().nullable().optional(),
    list: z.array(z.strictObject({ weight: z.number().optional() })).optional(),
    map: z.record(z.string(), z.string()).optional(),
    free: z.unknown(),
  });
  const given = {
    text: null,
    limit: null,
    list: [{ weight: null }],
    map: { a: null },
    free: { a: null },
    stranger: null,
  };
  expect(withoutNulls(given, schema)).toEqual({ limit: null, list: [{}], map: {}, free: { a: null }, stranger: null });
});

test("members are left out by their paths, in lists and maps too", () => {
  const value = { a: 1, b: { c: 2, d: 3 }, list: [{ e: 4, f: 5 }], map: { x: { e: 6, f: 7 } } };
  expect(withoutPaths(value, ["a", "b.c", "list.*.e", "map.*.e", "gone.at.all"])).toEqual({
    b: { d: 3 },
    list: [{ f: 5 }],
    map: { x: { f: 7 } },
  });
});

test("a prototype in disguise and a forged pointer are found wherever they stand", () => {
  expect(hostileShape({ a: [{ b: 1, constructor: 2, prototype: 3 }] })).toBeNull();
  expect(hostileShape(JSON.parse('{"a":[{"__proto__":1}]}'))?.target).toBe("a[0].__proto__");
  expect(hostileShape({ a: [{ $secret: "1" }] })?.target).toBe("a[0]");
  expect(hostileShape({ a: { $secret: "1", more: 2 } })).toBeNull();
});
