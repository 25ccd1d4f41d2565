import { expect, test } from "vitest";
import { Refusal } from "../refusals";
import { parseFilter } from "./filter";

const members = ["displayName", "count", "tags", "keyVault.secretIdentifier"];
const parse = (text: string) => parseFilter(text, members);
const refusalOf = (text: string): string => {
  try {
    parse(text);
  } catch (error) {
    if (Refusal.is(error)) return error.message;
    throw error;
  }
  throw new Error(`${text} was understood.`);
};

test("comparisons with texts, numbers, truth values and null", () => {
  expect(parse("displayName eq 'it''s'")).toEqual({ op: "eq", member: ["displayName"], value: "it's" });
  expect(parse("count ge -1.5")).toEqual({ op: "ge", member: ["count"], value: -1.5 });
  expect(parse("NAME NE true")).toEqual({ op: "ne", member: ["name"], value: true });
  expect(parse("properties/keyVault/secretIdentifier eq null")).toEqual({
    op: "eq",
    member: ["keyVault", "secretIdentifier"],
    value: null,
  });
});

test("functions, with a comparison behind them or none", () => {
  const contains = { op: "contains", member: ["displayName"], value: "a" };
  expect(parse("contains(displayName,'a')")).toEqual(contains);
  expect(parse("substringof('a', displayName)")).toEqual(contains);
  expect(parse("contains(displayName, 'a') eq false")).toEqual({ op: "not", of: contains });
  expect(parse("startswith(name, 'x') ne false")).toEqual({ op: "startswith", member: ["name"], value: "x" });
  expect(parse("tags/any(t: t eq 'x')")).toEqual({ op: "any", member: ["tags"], value: "x" });
});

test("not binds before and, and before or; parentheses before all", () => {
  const is = (value: number) => ({ op: "eq", member: ["count"], value });
  expect(parse("count eq 1 or count eq 2 and not count eq 3")).toEqual({
    op: "or",
    left: is(1),
    right: { op: "and", left: is(2), right: { op: "not", of: is(3) } },
  });
  expect(parse("(count eq 1 or count eq 2) and count eq 3")).toMatchObject({ op: "and", left: { op: "or" } });
});

test.each([
  ["", "position 1. Expected a member, a function or '(', found the end"],
  ["displayName", "position 12. Expected eq, ne, gt, ge, lt or le, found the end"],
  ["displayName eq", "position 15. Expected a value"],
  ["displayName eq 'a", "position 16. The text has no closing quote"],
  ["displayName eq 'a' 'b'", "position 20. Expected 'and', 'or' or the end, found 'b'"],
  ["(count eq 1", "position 12. Expected ')', found the end"],
  ["password eq 'a'", "position 1. 'password' is not a member that can be filtered. Those are name, displayName"],
  ["tags/any(t: s eq 'x')", "position 13. Expected the variable t, found 's'"],
  ["count eq 1 && count eq 2", "position 12. Unexpected '&'"],
  ["constructor eq 1", "position 1. 'constructor' is not a member"],
  [`${"(".repeat(40)}count eq 1`, "is nested deeper than 32 levels"],
  [`${"not ".repeat(40)}count eq 1`, "is nested deeper than 32 levels"],
])("%s: %s", (text, message) => {
  expect(refusalOf(text)).toContain(message);
});

test("a hostile filter is refused, not recursed into", () => {
  for (const text of [
    "a ".repeat(100_000),
    "'".repeat(99_999),
    `name eq '${"''".repeat(50_000)}`,
    "(".repeat(100_000),
  ]) {
    expect(refusalOf(text)).not.toBe("");
  }
});
