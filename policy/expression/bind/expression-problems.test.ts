import { describe, expect, it } from "vitest";
import { problemsOf } from "./testing/problems-of";

/** What is wrong, and the line and column where the compiler would say so. */
const rows: readonly (readonly [code: string, problems: string])[] = [
  ["@(x)", "CS0103 1:3"],
  ['@((int)"a")', "CS0030 1:3"],
  ["@(1 = 2)", "CS0131 1:3"],
  ['@("abc".Length = 2)', "CS0200 1:3"],
  ["@(5[0])", "CS0021 1:3"],
  ["@(true + 1)", "CS0019 1:3"],
  ['@(-"a")', "CS0023 1:3"],
  ["@(System)", "CS0118 1:3"],
  ['@("a".Trim)', "CS0428 1:3"],
  ['@(true ? 1 : "a")', "CS0173 1:3"],
  ['@("a".Foo())', "CS1061 1:7"],
  ['@("a".Substring("b"))', "CS1503 1:17"],
  ['@("a".Substring())', "CS1501 1:7"],
  ["@(string.Foo)", "CS0117 1:10"],
  ['@("a".Empty)', "CS0176 1:7"],
  ["@(string.Length)", "CS0120 1:10"],
  ["@(new string())", "CS1729 1:7"],
  ["@(1 ?? 2)", "CS0019 1:3"],
  ["@(null.Foo)", "CS0023 1:3"],
  ['@(new[] { 1, "a" })', "CS0826 1:3"],
  ["@(1 as string)", "CS0039 1:3"],
  ['@("a" as int)', "CS0077 1:3"],
  ["@(1 / 0)", "CS0020 1:3"],
  ["@(int.MaxValue + 1)", "CS0220 1:3"],
  ["@((byte)300)", "CS0221 1:3"],
  ['@("a"())', "CS0149 1:3"],
  ["@(new { A = null })", "CS0828 1:13"],
  ["@(new { 1 })", "CS0746 1:9"],
  ["@(nameof(1))", "CS8081 1:10"],
  ["@(typeof(string))", "GH0001 1:3"],
  ['@(System.IO.File.ReadAllText("x"))', "GH0001 1:3"],
  ["@(new Foo())", "CS0246 1:7"],
  ["@(x + y)", "CS0103 1:3 CS0103 1:7"],
  ['@("a".Substring(startIndex: 1, lenght: 2))', "CS1739 1:32"],
  ['@("a" is int)', "warning CS0184 1:3"],
  ["@(new string('a', 3) { Length = 2 })", "CS0200 1:24"],
  ['@("a" == 1)', "CS0019 1:3"],
  ['@("a" && true)', "CS0019 1:3"],
  ["@(!1)", "CS0023 1:3"],
  ['@(1 < "a")', "CS0019 1:3"],
  ["@(5?.ToString())", "CS0023 1:3"],
  ["@(true ? null : 1)", "CS0173 1:3"],
  ['@(1.5 % "a")', "CS0019 1:3"],
  ["@(Math)", "CS0119 1:3"],
  ['@("abc"[true])', "CS1503 1:9"],
  ['@("abc"[1L])', "CS1503 1:9"],
  ['@(context.Variables["a"] == "x")', "warning CS0252 1:3"],
  ['@("x" == context.Variables["a"])', "warning CS0253 1:3"],
  ["@(context.Response.StatusCode == null)", "warning CS0472 1:3"],
  ['@(context.Trace("x"))', "CS0029 1:3"],
];

describe("problems of expressions", () => {
  it.each(rows)("%s", (code, expected) => {
    expect(problemsOf(code).join(" ")).toBe(expected);
  });
});
