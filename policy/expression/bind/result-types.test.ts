import { describe, expect, it } from "vitest";
import { checkExpression } from "@/policy/expression/check-expression";

const typeOf = (text: string): string => {
  const { program, problems } = checkExpression(text);
  return program?.type.display ?? problems.map((problem) => `${problem.code} ${problem.message}`).join("; ");
};

describe("types of expressions", () => {
  it.each([
    ["@(1)", "int"],
    ["@(1L + 1)", "long"],
    ["@(1u + 1)", "uint"],
    ["@(1u + -1)", "long"],
    ["@(1 + 2.0)", "double"],
    ["@(1 + 2m)", "decimal"],
    ["@('a' + 1)", "int"],
    ["@('a' + \"b\")", "string"],
    ["@((byte)1 + (byte)2)", "int"],
    ["@((byte)1)", "byte"],
    ["@(1 > 2 ? 1 : 2L)", "long"],
    ['@("a"?.Length)', "int?"],
    ['@("a"?.Length ?? 0)', "int"],
    ['@("a"?.Trim())', "string"],
    ["@((int?)1 + 1)", "int?"],
    ["@((int?)1 > 1)", "bool"],
    ["@(null)", "object"],
    ["@(default(int?))", "int?"],
    ["@(new[] { 1, 2L })", "long[]"],
    ['@(new[] { "a", null })', "string[]"],
    ['@(new { A = 1, B = "x" })', "<anonymous type: int A, string B>"],
    ["@(typeof(string))", "GH0001 Usage of type 'System.Type' is not supported within expressions"],
    ['@($"{1}")', "string"],
    ["@(nameof(string.Length))", "string"],
    ['@("a" as object)', "object"],
    ['@("abc"[0])', "char"],
    ["@(\"a,b\".Split(','))", "string[]"],
    ["@(\"a,b\".Split(',')[0])", "string"],
    ["@(StringComparison.Ordinal | 0)", "StringComparison"],
    ["@(~StringSplitOptions.None)", "StringSplitOptions"],
    ["@(checked(1 + 2))", "int"],
    ['@(((Func<int, string>)(x => "a"))(1))', "string"],
  ])("%s is %s", (text, type) => expect(typeOf(text)).toBe(type));
});

describe("types of statement bodies", () => {
  it.each([
    ["@{ return 1; }", "int"],
    ['@{ if ("a".Length > 1) return "a"; return null; }', "string"],
    ['@{ if ("a".Length > 1) return 1; return null; }', "object"],
    ['@{ if ("a".Length > 1) return 1; return "a"; }', "object"],
    ['@{ if ("a".Length > 1) return 1; return 1L; }', "object"],
    ['@{ if ("a".Length > 1) return new JObject(); return (JToken)"a"; }', "JToken"],
    ['@{ throw new Exception("a"); }', "object"],
    ["@{ Func<int, Func<int, int>> f = a => b => a + b; return f(1)(2); }", "int"],
    ["@{ return default; }", "object"],
  ])("%s is %s", (text, type) => expect(typeOf(text)).toBe(type));
});

describe("constants", () => {
  it.each([
    ["@(1 + 2 * 3)", 7],
    ['@("a" + "b")', "ab"],
    ["@(1 > 2)", false],
    ["@(true && !false)", true],
    ["@((long)1 << 40)", 1_099_511_627_776n],
    ["@(1.50m + 1)", "2.50"],
    ["@(5 / 2)", 2],
    ["@(true ? 1 : 2)", 1],
    ["@(int.MaxValue)", 2_147_483_647],
    ["@(nameof(string))", "CS"],
    ["@(unchecked(int.MaxValue + 1))", -2_147_483_648],
    ["@((int)StringComparison.Ordinal)", 4],
  ] as const)("%s is %s", (text, value) => {
    if (value === "CS") expect(checkExpression(text).fixed).toBeUndefined();
    else expect(checkExpression(text).fixed?.value).toBe(value);
  });

  it("knows no fixed value of what runs", () => {
    expect(checkExpression('@("a".Length)').fixed).toBeUndefined();
    expect(checkExpression("@{ return 1; }").fixed).toBeUndefined();
  });
});

describe("named values", () => {
  it("leave nothing to run and are no error", () => {
    expect(checkExpression("@({{limit}} + 1)")).toEqual({ problems: [], program: null });
  });

  it("leave the rest checked", () => {
    expect(checkExpression("@({{limit}} + x)").problems.map((problem) => problem.code)).toEqual(["CS0103"]);
  });
});
