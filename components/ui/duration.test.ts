import { expect, test } from "vitest";
import { readDuration, writeDuration } from "./duration";

test.each([
  ["PT1H", 1, "hours"],
  ["PT90M", 90, "minutes"],
  ["PT1H30M", 90, "minutes"],
  ["P1D", 1, "days"],
  ["P2W", 14, "days"],
  ["PT0S", 0, "seconds"],
  ["PT1.5S", 1.5, "seconds"],
] as const)("reads %s", (text, amount, unit) => expect(readDuration(text)).toEqual({ amount, unit }));

test.each(["", "P", "PT", "P1M", "P1Y", "1h", "P1DT"])("leaves %j to be typed as it is", (text) =>
  expect(readDuration(text)).toBeNull(),
);

test("writes what it reads", () => {
  for (const text of ["PT5S", "PT10M", "PT2H", "P3D"]) {
    const read = readDuration(text)!;
    expect(writeDuration(read.amount, read.unit)).toBe(text);
  }
  expect(writeDuration(1.5, "minutes")).toBe("PT90S");
});
