import { expect, test } from "vitest";
import { drawnLines } from "./drawn-lines";
import { shownLines } from "./shown-lines";

test("what is in sight is drawn, the next origins on both sides and what has the focus, in their order", () => {
  const stops = [0, 40, 80, 500, 900];
  expect(drawnLines(-12, 3, 1_000, stops, null)).toEqual([0, 1, 2, 3, 40]);
  expect(drawnLines(100, 102, 1_000, stops, null)).toEqual([80, 100, 101, 102, 500]);
  expect(drawnLines(100, 102, 1_000, stops, 7)).toEqual([7, 80, 100, 101, 102, 500]);
  expect(drawnLines(998, 1_011, 1_000, stops, 998)).toEqual([900, 998, 999]);
  expect(drawnLines(0, 9, 0, [], null)).toEqual([]);
});

test("lines keep their numbers where others are left out, and say where another document begins", () => {
  const origin = (owner: string) =>
    ({ scope: "api", owner, path: `${owner}/policies/policy`, line: 1, offset: 0, fragment: null }) as const;
  const effective = {
    text: "<policies>\n<base-a/>\n<Own/>\n<base-b/>\n</policies>",
    origins: [null, origin("/"), origin("/apis/a"), origin("/"), null],
  };
  const numbers = (only: string | null, find: string) =>
    shownLines(effective, only, find).lines.map(({ number, isFirst }) => (isFirst ? -number : number));
  expect(numbers(null, "")).toEqual([-1, -2, -3, -4, -5]);
  expect(numbers(null, " BASE ")).toEqual([-2, 4]);
  expect(numbers("/", "")).toEqual([-2, 4]);
  expect(numbers("/apis/a", "own")).toEqual([-3]);
  expect(shownLines(effective, null, "base")).toMatchObject({ count: 5, firsts: [0] });
});
