import { describe, expect, it } from "vitest";
import { checkExpression } from "@/policy/expression/check-expression";
import { problemsOf } from "./testing/problems-of";

describe("lambdas as arguments", () => {
  it.each([
    ["@(new[] { 1, 2 }.Where(x => x > 1).Select(x => x * 2).Sum())", "int"],
    [
      '@(new[] { "a" }.Select(s => new { S = s, L = s.Length }).Where(p => p.L > 0).OrderBy(p => p.S).First().S)',
      "string",
    ],
    ["@(new[] { 1, 2 }.Select((x, i) => x * i).Max())", "int"],
    ['@(new[] { "1" }.Select(int.Parse).Sum())', "int"],
    ['@(new[] { 1 }.Aggregate("", (text, x) => text + x))', "string"],
    ['@(new[] { 1 }.Select(x => { if (x > 1) return "a"; return null; }).ToList()[0].Length)', "int"],
    [
      "@(new[] { new[] { 1 } }.SelectMany(x => x).GroupBy(k => k % 2).ToDictionary(g => g.Key, g => g.Count()))",
      "Dictionary<int, int>",
    ],
    ["@(new List<int> { 1 }.Count(x => x > 1))", "int"],
    ["@{ var list = new List<int>(); list.ForEach(x => { x++; }); return list.ToArray(); }", "int[]"],
    ["@{ Func<int, Func<int, int>> add = a => b => a + b; return add(1)(2); }", "int"],
    ['@{ var d = new Dictionary<string, Func<int, int>> { ["a"] = v => v + 1 }; return d["a"](2); }', "int"],
    [
      "@{ Action stop = () => throw new Exception(); Func<int> never = () => { throw new Exception(); }; stop(); return never(); }",
      "int",
    ],
  ])("%s is %s", (text, type) => {
    const { program, problems } = checkExpression(text);
    expect(problems.map((problem) => problem.message)).toEqual([]);
    expect(program?.type.display).toBe(type);
  });

  it.each([
    ["@(new[] { 1 }.Select(x => x.Foo).Sum())", "CS1061 1:29"],
    ["@(new[] { 1 }.Where(x => x).Sum())", "CS0029 1:26 CS1662 1:26"],
    ["@(new[] { 1 }.Where(x => missing > x).Select(y => other).Sum())", "CS0103 1:26 CS0103 1:51"],
    ["@(missing.Where(x => x.Foo.Bar).Select(y => y.Any))", "CS0103 1:3"],
    ["@(missing.Where(x => x.Foo + other).Select(y => y.Any))", "CS0103 1:3 CS0103 1:30"],
    ["@{ Func<int> f = () => DateTime; return f(); }", "CS0119 1:24"],
    ["@{ Func<int> f = () => { return DateTime; }; return f(); }", "CS0119 1:33"],
    ["@(new[] { 1 }.Missing(x => x.Foo))", "CS1061 1:15"],
    ["@(new[] { 1 }.Select(x => { int y; return y; }).Sum())", "CS0165 1:43"],
    ["@(new[] { 1 }.Select(x => { var x = 1; return x; }).Sum())", "CS0136 1:33"],
  ])("%s has %s", (text, problems) => expect(problemsOf(text).join(" ")).toBe(problems));

  const nested = (method: string, depth: number, inner: string): string => {
    const open = Array.from({ length: depth }, (_, at) => `new[] { 1 }.${method}(a${at} => `).join("");
    return `@(${open}${inner}${")".repeat(depth)})`;
  };

  // Were they bound anew for every overload around them, forty levels of ten overloads would never end.
  it.each(["Sum", "Max", "Average"])("are bound once, however deep they stand: %s", (method) => {
    expect(problemsOf(nested(method, 40, "a1"))).toEqual([]);
  });

  it("report what is wrong once, however deep it stands", () => {
    expect(problemsOf(nested("Sum", 40, "missing"))).toHaveLength(1);
  });
});
