import { expect, test } from "vitest";
import { comparisonHref, readChosen, readComparison, toggleChosen } from "./comparison";

test("a comparison survives its address", () => {
  for (const comparison of [
    { from: 0, to: null, document: null, below: true },
    { from: 3, to: 12, document: "/apis/orders;rev=2", below: true },
    { from: 12, to: 3, document: "/apis/a&b", below: false },
  ]) {
    const { search } = new URL(comparisonHref(comparison), "https://portal.example");
    expect(readComparison(new URLSearchParams(search))).toEqual(comparison);
  }
});

test("what is no revision in an address is none", () => {
  const read = readComparison(new URLSearchParams("from=-1&to=1e3"));
  expect(read).toMatchObject({ from: null, to: null });
});

test("at most two revisions are ticked: a third takes the place of the first", () => {
  expect(toggleChosen([], 5)).toEqual([5]);
  expect(toggleChosen([5], 9)).toEqual([5, 9]);
  expect(toggleChosen([5, 9], 7)).toEqual([9, 7]);
  expect(toggleChosen([5, 9], 5)).toEqual([9]);
  expect(readChosen("5,9")).toEqual([5, 9]);
  expect(readChosen("5,x,")).toEqual([5]);
  expect(readChosen(null)).toEqual([]);
});
