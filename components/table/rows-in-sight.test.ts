import { expect, test } from "vitest";
import { rowsInSight } from "./rows-in-sight";

test.each([
  ["at the top", 0, 360, 1_000, { first: 0, last: 9 }],
  ["within: rows that are cut count", 50, 360, 1_000, { first: 1, last: 11 }],
  ["at the end", 36_000 - 360, 360, 1_000, { first: 990, last: 999 }],
  ["past an end that has come nearer", 36_000, 360, 3, { first: 2, last: 2 }],
  ["drawn out beyond the top", -40, 360, 1_000, { first: 0, last: 8 }],
  ["fewer rows than there is room", 0, 360, 4, { first: 0, last: 3 }],
  ["no row", 0, 360, 0, { first: 0, last: -1 }],
  ["not laid out yet", 0, 0, 1_000, { first: 0, last: -1 }],
])("%s", (_, top, extent, count, span) => {
  expect(rowsInSight({ top, extent }, 36, count)).toEqual(span);
});
