import { describe, expect, it } from "vitest";
import { show } from "@/policy/expression/testing/show-syntax";
import { parseExpression } from "./parse";

function shown(code: string): string {
  const { syntax, problems } = parseExpression(`@(${code})`);
  if (problems.length > 0) return problems.map((problem) => `${problem.code} ${problem.message}`).join("; ");
  return syntax?.kind === "expression-body" ? show(syntax.expression) : "";
}

describe("precedence", () => {
  it.each([
    ["a + b * c", "(a + (b * c))"],
    ["a - b - c", "((a - b) - c)"],
    ["a << b + c", "(a << (b + c))"],
    ["a >> b >> c", "((a >> b) >> c)"],
    ["a < b << c", "(a < (b << c))"],
    ["a == b < c", "(a == (b < c))"],
    ["a & b == c", "(a & (b == c))"],
    ["a ^ b & c", "(a ^ (b & c))"],
    ["a | b ^ c", "(a | (b ^ c))"],
    ["a && b | c", "(a && (b | c))"],
    ["a || b && c", "(a || (b && c))"],
    ["a ?? b || c", "(a ?? (b || c))"],
    ["a ?? b ?? c", "(a ?? (b ?? c))"],
    ["a ? b : c ? d : e", "(a ? b : (c ? d : e))"],
    ["a ?? b ? c : d", "((a ?? b) ? c : d)"],
    ["a = b = c", "(a = (b = c))"],
    ["a += b ?? c", "(a += (b ?? c))"],
    ["a >>= b", "(a >>= b)"],
    ["a >= b", "(a >= b)"],
    ["-a * b", "((-a) * b)"],
    ["-a.b", "(-a.b)"],
    ["!a && ~b != c", "((!a) && ((~b) != c))"],
    ["- -a", "(-(-a))"],
    ["a++ + ++b", "((a++) + (++b))"],
    ["a as B ?? c", "((a as B) ?? c)"],
    ["a is B && c", "((a is B) && c)"],
    ["a == b is C", "(a == (b is C))"],
    ["a % b / c", "((a % b) / c)"],
    ["(a + b) * c", "((a + b) * c)"],
    ["-2147483648", "-2147483648:int"],
    ["-9223372036854775808", '"-9223372036854775808":long'],
    ["- 2147483649", "(-2147483649:uint)"],
  ])("%s", (code, expected) => expect(shown(code)).toBe(expected));
});

describe("casts, generics and comparisons", () => {
  it.each([
    ["(string)a", "((string)a)"],
    ["(int)-1", "((int)(-1:int))"],
    ["(A)-b", "(A - b)"],
    ["(A)b", "((A)b)"],
    ["(A)(b)", "((A)b)"],
    ["(A.B)!c", "((A.B)(!c))"],
    ["(A) + b", "(A + b)"],
    ["(int?)a", "((int?)a)"],
    ["(string[])a[0]", "((string[])a[0:int])"],
    ["(List<int>)a", "((List<int>)a)"],
    ["((string)a).Length", "((string)a).Length"],
    ["(int)a + b", "(((int)a) + b)"],
    ["(bool)a ? b : c", "(((bool)a) ? b : c)"],
    ["(a) is B", "(a is B)"],
    ['(string)$"x"', '((string)$["x"])'],
    ['(A)"b"', '((A)"b":string)'],
    ["(object)null", "((object)null)"],
    ["(Func<int>)(() => 1)", "((Func<int>)( => 1:int))"],
    ["a < b", "(a < b)"],
    ["a < b && c > d", "((a < b) && (c > d))"],
    ["f(a < b, c > d)", "f((a < b), (c > d))"],
    ["f(a < b, c > (d))", "f(a<b,c>(d))"],
    ["a.F<int>(b)", "a.F<int>(b)"],
    ["F<int, string>()", "F<int,string>()"],
    ["F<List<List<int>>>()", "F<List<List<int>>>()"],
    ["A<int>.B", "A<int>.B"],
    ["a < b > c", "((a < b) > c)"],
    ["a.Value<int?>() ?? 1", "(a.Value<int?>() ?? 1:int)"],
    ["a.F<byte[]>() == null", "(a.F<byte[]>() == null)"],
  ])("%s", (code, expected) => expect(shown(code)).toBe(expected));
});

describe("operands", () => {
  it.each([
    ["int.Parse(a)", "int.Parse(a)"],
    ["global::System.Math.PI", "System.Math.PI"],
    ["a?.b.c", "(a ? _.b.c)"],
    ["a?.b?.c", "(a ? (_.b ? _.c))"],
    ["a?[0]?.b()", "(a ? (_[0:int] ? _.b()))"],
    ["(a?.b).c", "(a ? _.b).c"],
    ["a?.b ?? c", "((a ? _.b) ?? c)"],
    ["a?.b == c ? d : e", "(((a ? _.b) == c) ? d : e)"],
    ["a ? .5 : 1", "(a ? 0.5:double : 1:int)"],
    ["f(x: 1, y: b ? c : d)", "f(x: 1:int, y: (b ? c : d))"],
    ["f(out var x)", "f(out var x)"],
    ["f(out int x, out y, ref z, out _)", "f(out int x, out y, ref z, out var _)"],
    ["f(out Dictionary<string, int> x)", "f(out Dictionary<string, int> x)"],
    ["default", "default"],
    ["default(int?)", "default(int?)"],
    ["typeof(List<int>)", "typeof(List<int>)"],
    ["nameof(a.b)", "nameof(a.b)"],
    ["sizeof(long)", "8:int"],
    ["checked(a + b)", "checked((a + b))"],
    ["unchecked((int)a)", "unchecked(((int)a))"],
    ["a ?? throw new E()", "(a ?? (throw new E()))"],
    ["a ? b : throw c", "(a ? b : (throw c))"],
    ["x => throw y", "(x => (throw y))"],
    ['$"a{b,-5:x}"', '$["a" {b, (-5:int):x}]'],
    ["{{flag}} && a", "({{flag}} && a)"],
    ["tf_{{name}}_x + 1{{y}}", "({{name}} + {{y}})"],
    ["a % {{Instance-Count}} + 1", "((a % {{Instance-Count}}) + 1:int)"],
    ["@class.@int", "class.int"],
  ])("%s", (code, expected) => expect(shown(code)).toBe(expected));
});

describe("patterns", () => {
  it.each([
    ["a is null", "(a is null)"],
    ["a is string", "(a is type string)"],
    ["a is string s", "(a is string s)"],
    ["a is var s", "(a is var s)"],
    ["a is int _", "(a is int _)"],
    ["a is string s && s == b", "((a is string s) && (s == b))"],
    ["a is string ? b : c", "((a is type string) ? b : c)"],
    ["a is T ? b : c", "((a is T) ? b : c)"],
    ["a is T? && b", "((a is type T?) && b)"],
    ["a is int? ? b : c", "((a is type int?) ? b : c)"],
    ["a is List<int>", "(a is type List<int>)"],
    ["a is string[] s", "(a is string[] s)"],
    ["a is int.MaxValue", "(a is int.MaxValue)"],
    ["a is 5 + 1", "(a is (5:int + 1:int))"],
    ["a is -1", "(a is (-1:int))"],
    ["a as int? ?? 1", "((a as int?) ?? 1:int)"],
    ["a as T ? b : c", "((a as T) ? b : c)"],
    ["a as string[]", "(a as string[])"],
  ])("%s", (code, expected) => expect(shown(code)).toBe(expected));
});

describe("lambdas and new", () => {
  it.each([
    ["x => x", "(x => x)"],
    ["x => y => x", "(x => (y => x))"],
    ["() => 1", "( => 1:int)"],
    ["(x, y) => x + y", "(x, y => (x + y))"],
    ["(int x, string y) => x", "(int x, string y => x)"],
    ["x => { return x; }", "(x => {1})"],
    ["delegate (int x) { return x; }", "(int x => {1})"],
    ["f(x => x > 1, (a, b) => a)", "f((x => (x > 1:int)), (a, b => a))"],
    ["new A()", "new A()"],
    ["new A(1).B", "new A(1:int).B"],
    ["new List<int> { 1, 2, }", "new List<int>{1:int, 2:int}"],
    ['new D<string, int> { { "a", 1 } }', 'new D<string, int>{{"a":string, 1:int}}'],
    ['new D { ["a"] = 1, [b] = { c } }', 'new D{["a":string] = 1:int, [b] = {c}}'],
    ["new A(1) { B = 2, C = { D = 3 } }", "new A(1:int){B = 2:int, C = {D = 3:int}}"],
    ["new { a, b.c, D = 1 }", "new {a, b.c, D = 1:int}"],
    ["new[] { 1, 2 }", "new []{1:int, 2:int}"],
    ["new int[3]", "new int[3:int]"],
    ["new int[] { 1 }", "new int[]{1:int}"],
    ["new int[2] { 1, 2 }", "new int[2:int]{1:int, 2:int}"],
    ["new int[3][]", "new int[][3:int]"],
    ["new int[3][0]", "CS0178 Invalid rank specifier: expected ',' or ']'"],
    ["int", "CS1525 Invalid expression term 'int'"],
    ["new string[0].Length", "new string[0:int].Length"],
    ["new A[] { }[0]", "new A[]{}[0:int]"],
    ["new int?(5)", "new int?(5:int)"],
    ["new System.Text.StringBuilder()", "new System.Text.StringBuilder()"],
  ])("%s", (code, expected) => expect(shown(code)).toBe(expected));
});

it("says where each part stands, space and lines around it included", () => {
  const text = "\n  @(a +\n  b.c)\n";
  const { syntax, problems } = parseExpression(text);
  expect(problems).toEqual([]);
  if (syntax?.kind !== "expression-body" || syntax.expression.kind !== "binary") throw new Error("not a sum");
  expect(text.slice(syntax.start, syntax.end)).toBe("@(a +\n  b.c)");
  expect(text.slice(syntax.expression.right.start, syntax.expression.right.end)).toBe("b.c");
  expect(text.slice(syntax.expression.operatorAt.start, syntax.expression.operatorAt.end)).toBe("+");
});
