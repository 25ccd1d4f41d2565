import { expect, test } from "vitest";
import { check } from "@/policy/check";
import { checkOptionsOf, type Standing } from "@/policy/knowledge";
import { format } from "@/policy/xml/format";
import { blankPolicy } from "./blank-policy";

const nothing = { namedValues: [], backends: [], fragments: [], certificates: [], loggers: [] };
const standings: Standing[] = [
  { kind: "policies", scope: "global" },
  { kind: "policies", scope: "product" },
  { kind: "policies", scope: "api" },
  { kind: "policies", scope: "operation", urlTemplate: "/" },
  { kind: "fragment", scope: "any" },
];

test.each(standings)("a blank document of $kind $scope has nothing wrong with it and nothing to format", (standing) => {
  const text = blankPolicy(standing);
  expect(check(text, checkOptionsOf(nothing, standing))).toEqual([]);
  expect(format(text).formatted).toBe(text);
});

test("it takes over what is set further out, in each section", () => {
  expect(blankPolicy({ kind: "policies", scope: "api" }).match(/<base \/>/g)).toHaveLength(4);
});
