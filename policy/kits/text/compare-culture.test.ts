import { expect, it } from "vitest";
import { compareCulture } from "./compare-culture";

it.each([
  ["a", "A", -1],
  ["A", "b", -1],
  ["a", "B", -1],
  ["abc", "ABC", -1],
  ["ABD", "abc", 1],
  ["résumé", "resume", 1],
  ["résumé", "resumf", -1],
  ["a", "ab", -1],
  ["1", "a", -1],
  ["_", "-", -1],
  ["", "a", -1],
  ["é", "e\u0301", 0],
  ["Z", "é", 1],
])("%s and %s", (a, b, order) => {
  expect(compareCulture(a, b, false)).toBe(order);
  expect(compareCulture(b, a, false)).toBe(order === 0 ? 0 : -order);
});

it("ignores case when told to", () => {
  expect(compareCulture("Abc", "aBC", true)).toBe(0);
});
