import { expect, test } from "vitest";
import { suggestionsFor } from "./suggestions-for";

const headers = ["Accept", "Content-Type", "X-Content-Type-Options"].map((value) => ({ value }));
const namedValues = [
  { name: "partner", isSecret: false, title: "Partner" },
  { name: "shop-key", isSecret: true },
  { name: "shop.url", isSecret: false },
];
const offer = (text: string, caret = text.length) => suggestionsFor(text, caret, headers, namedValues, "secret");
const values = (text: string, caret?: number) => offer(text, caret)?.options.map(({ value }) => value) ?? null;

test("what begins with the text comes before what only holds it", () => {
  expect(values("content")).toEqual(["Content-Type", "X-Content-Type-Options"]);
  expect(values("")).toEqual(["Accept", "Content-Type", "X-Content-Type-Options"]);
  expect(offer("content")).toMatchObject({ from: 0, to: 7 });
});

test("nothing is offered where nothing matches, or where it stands there already", () => {
  expect(offer("zzz")).toBeNull();
  expect(offer("Accept")).toBeNull();
});

test("two open braces offer named values, anywhere in a text", () => {
  expect(values("Bearer {{")).toEqual(["{{partner}}", "{{shop-key}}", "{{shop.url}}"]);
  expect(values("Bearer {{shop.")).toEqual(["{{shop.url}}"]);
  expect(offer("Bearer {{sho and more", 12)).toMatchObject({ from: 7, to: 12 });
});

test("a reference that is closed already is replaced with its braces", () => {
  expect(offer("{{par}} rest", 5)).toMatchObject({ from: 0, to: 7, options: [{ value: "{{partner}}" }] });
});

test("a secret is marked, another value shows its title", () => {
  expect(offer("{{")?.options.map(({ note }) => note)).toEqual(["Partner", "secret", undefined]);
});

test("a long list is cut", () => {
  const many = Array.from({ length: 1000 }, (_, at) => ({ value: `header-${at}` }));
  expect(suggestionsFor("header", 6, many, [], "secret")?.options).toHaveLength(100);
});
