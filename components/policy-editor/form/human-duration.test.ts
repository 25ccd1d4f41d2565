import { expect, test } from "vitest";
import { humanDuration } from "./human-duration";

test.each([
  ["60", "seconds", "1 minute"],
  ["90", "seconds", "1 minute, 30 seconds"],
  ["3600", "seconds", "1 hour"],
  ["86400", "seconds", "1 day"],
  ["5400", "seconds", "1 hour, 30 minutes"],
  ["1500", "milliseconds", "1 second, 500 milliseconds"],
  [" 120 ", "seconds", "2 minutes"],
] as const)("%s %s are %s", (value, unit, said) => {
  expect(humanDuration(value, unit, "en")).toBe(said);
});

test("only the two largest units that follow one another are said, and that it is not exact", () => {
  expect(humanDuration("90061", "seconds", "en")).toBe("≈ 1 day, 1 hour");
  expect(humanDuration("86401", "seconds", "en")).toBe("≈ 1 day");
});

test("it is said in the person's language", () => {
  expect(humanDuration("7200", "seconds", "de")).toBe("2 Stunden");
});

test.each([["59"], ["0"], [""], ["many"], ["@(60)"], ["-60"], ["1.5"], ["{{period}}"]])(
  "nothing is said of %j seconds",
  (value) => {
    expect(humanDuration(value, "seconds", "en")).toBeNull();
  },
);

test("milliseconds are said from a second on", () => {
  expect(humanDuration("999", "milliseconds", "en")).toBeNull();
  expect(humanDuration("1000", "milliseconds", "en")).toBe("1 second");
});
