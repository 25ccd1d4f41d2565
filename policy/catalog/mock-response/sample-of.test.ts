import { expect, test } from "vitest";
import { sampleOf } from "./sample-of";

const sample = (schema: unknown, document: unknown = schema) => sampleOf(schema, document);

test.each<[string, unknown, unknown]>([
  ["an example of its own", { type: "object", example: { a: [1] } }, { a: [1] }],
  ["examples as a list", { examples: ["x", "y"] }, "x"],
  ["a default", { type: "integer", default: 7 }, 7],
  ["a false example", { type: "boolean", example: false }, false],
  ["an enumeration", { enum: ["b", "a"] }, "b"],
  ["a constant", { const: "c" }, "c"],
  ["formats", { type: "array", items: { type: "string", format: "uuid" } }, ["00000000-0000-0000-0000-000000000000"]],
  ["an unknown format", { type: "string", format: "constructor" }, "string"],
  ["several types", { type: ["null", "boolean"] }, true],
  ["nothing but properties", { properties: { n: { type: "number", minimum: 2.5 } } }, { n: 2.5 }],
  ["nothing but items", { items: [{ type: "null" }] }, [null]],
  ["a choice", { oneOf: [{ type: "string" }, { type: "number" }] }, "string"],
  [
    "parts",
    { allOf: [{ properties: { a: { const: 1 } } }, { properties: { b: { const: 2 } } }], properties: { c: {} } },
    { a: 1, b: 2, c: null },
  ],
  ["no schema at all", true, null],
])("a sample of %s", (_, schema, expected) => {
  expect(sample(schema)).toEqual(expected);
});

test("references lead into the document, and those that lead in a circle end", () => {
  const document = {
    definitions: {
      "a/b": { type: "object", properties: { self: { $ref: "#/definitions/a~1b" }, x: { const: 1 } } },
      loop: { $ref: "#/definitions/loop" },
    },
  };
  expect(sample({ $ref: "#/definitions/a~1b" }, document)).toMatchObject({ x: 1, self: { x: 1, self: { x: 1 } } });
  expect(sample({ $ref: "#/definitions/loop" }, document)).toBeNull();
  expect(sample({ $ref: "#/constructor/name" }, document)).toBeNull();
  expect(sample({ $ref: "https://elsewhere.example/#/x" }, document)).toBeNull();
});

test("a schema that would grow without end gives a sample of bounded size", () => {
  const document = {
    node: { properties: Object.fromEntries([..."abcdefgh"].map((name) => [name, { $ref: "#/node" }])) },
  };
  expect(JSON.stringify(sample(document.node, document)).length).toBeLessThan(1_000_000);
});

test("a property of any name is only a property", () => {
  const schema = JSON.parse('{"properties": {"__proto__": {"const": 1}, "constructor": {"const": 2}}}');
  expect(JSON.stringify(sample(schema))).toBe('{"__proto__":1,"constructor":2}');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
