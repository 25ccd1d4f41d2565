import { expect, test } from "vitest";
import { durationMs } from "./duration";

test.each([
  ["PT1H", 3_600_000],
  ["PT0.5S", 500],
  ["PT0.57S", 570],
  ["P1DT1M", 86_460_000],
  ["P2W", 1_209_600_000],
  ["PT0S", 0],
  ["P", null],
  ["PT", null],
  ["P1DT", null],
  ["P1M", null],
  ["P1Y", null],
  ["1h", null],
])("the duration %s", (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});
