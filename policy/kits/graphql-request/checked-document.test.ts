import * as library from "graphql";
import { expect, test } from "vitest";
import { authorizeFields } from "./authorize-fields";
import { checkedDocument } from "./checked-document";
import { RequestError } from "./graphql-errors";
import { measure } from "./measure";

const schema = library.buildSchema("type Query { a: Query b(x: [Int]): Int me: Query }");
const limits = { depth: 10, totalDepth: null, complexity: null };

function problem(query: string): string {
  try {
    checkedDocument(query, schema, limits, library);
    return "none";
  } catch (error) {
    if (error instanceof RequestError) return error.message;
    throw error;
  }
}

test("hostile documents are refused before they cost anything", () => {
  const many = 100_000;
  expect(problem("{a".repeat(many))).toMatch(/token|nested/i);
  expect(problem(`${"{a".repeat(7_000)}${"}".repeat(7_000)}`)).toMatch(/token|nested|fields/i);
  expect(problem(`{${"b ".repeat(14_000)}}`)).toBe("The query has 14000 fields, and at most 250 are allowed.");
  expect(problem(`{b(x: ${"[".repeat(7_000)}`)).toMatch(/token|nested|Syntax/i);
  expect(problem("{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }")).toMatch(/itself/);
  expect(problem("")).toMatch(/Syntax Error/);
  // Each fragment asks twice for the next: as many fields as there are atoms, told without counting them one by one.
  const bomb = Array.from(
    { length: 60 },
    (_, at) => `fragment F${at} on Query { x: a { ...F${at + 1} } y: a { ...F${at + 1} } }`,
  );
  expect(problem(`{ ...F0 } ${bomb.join(" ")} fragment F60 on Query { b }`)).toMatch(/depth of 61/);
});

test("fragments count where they are asked for", () => {
  const parsed = library.parse("{ a { ...F } me { ...F } } fragment F on Query { b a { b } }");
  expect(measure(parsed)).toEqual({ depth: 3, totalDepth: 6, fields: 8 });
});

test("rules stand for whole names, and a star for anything in them", () => {
  const removed = (path: string, query: string): number =>
    authorizeFields(library.parse(query), schema, [{ path, action: () => "remove" }], library).removed.length;
  expect(removed("/Query/a", "{ a { b } me { b } }")).toBe(1);
  expect(removed("/a", "{ a { a { b } } b }")).toBe(1);
  expect(removed("/Query/*", "{ b me { b } }")).toBe(2);
  expect(removed("/Q*y/m*e", "{ me { b } }")).toBe(1);
  for (const path of ["/Quer/a", "/Query/A", "/", "", "/Query/a/b", "/constructor/a", "/*x*x*x*/a"]) {
    expect(removed(path, "{ a { b } }"), path).toBe(0);
  }
});
