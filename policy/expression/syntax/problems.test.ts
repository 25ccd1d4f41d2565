import { describe, expect, it } from "vitest";
import { parseExpression } from "./parse";

/** Each problem as "code message [what it marks]". */
function problems(text: string): string[] {
  return parseExpression(text).problems.map(
    ({ code, message, start, end }) => `${code} ${message} [${text.slice(start, end)}]`,
  );
}

const conditionalMessage =
  "A conditional expression cannot be used directly in a string interpolation because the ':' ends the interpolation. Parenthesize the conditional expression.";

describe("mistakes", () => {
  it.each([
    ["@(a b)", ["CS1026 ) expected [b]"]],
    ["@()", ["CS1525 Invalid expression term ')' [)]"]],
    ["@(a +)", ["CS1525 Invalid expression term ')' [)]"]],
    ["@(a", ["CS1026 ) expected []"]],
    ["@(a) b", ["CS1022 Type or namespace definition, or end-of-file expected [b]"]],
    ["@(a.)", ["CS1001 Identifier expected [)]"]],
    ["@(f(a b))", ["CS1003 Syntax error, ',' expected [b]"]],
    ["@(f(a b, c +))", ["CS1003 Syntax error, ',' expected [b]", "CS1525 Invalid expression term ')' [)]"]],
    ["@(f(a, ))", ["CS1525 Invalid expression term ')' [)]"]],
    ["@(a[0)", ["CS1003 Syntax error, ']' expected [)]"]],
    ["@(a ? b)", ["CS1003 Syntax error, ':' expected [)]"]],
    ["@((int))", ["CS1525 Invalid expression term ')' [)]"]],
    ["@(new A)", ["CS1526 A new expression requires an argument list or (), [], or {} after type [)]"]],
    ["@(new int[])", ["CS1586 Array creation must have array size or array initializer [)]"]],
    ["@(a as)", ["CS1031 Type expected [)]"]],
    ["@(default())", ["CS1031 Type expected [)]"]],
    ["@(a.class)", ["CS1041 Identifier expected; 'class' is a keyword [class]"]],
    ["@(1 + throw a)", ["CS8115 A throw expression is not allowed in this context. [throw]"]],
    ["@(throw a)", ["CS8115 A throw expression is not allowed in this context. [throw]"]],
    ["@(this.a)", ["CS0027 Keyword 'this' is not available in the current context [this]"]],
    ['@("a)', ['CS1010 Newline in constant ["a)]', "CS1026 ) expected []"]],
    ["@('ab')", ["CS1012 Too many characters in character literal ['ab']"]],
    ['@($"{}")', ["CS1733 Expected expression [}]"]],
    ['@($"{a b}")', ["CS1003 Syntax error, '}' expected [b]"]],
    ['@($"{a ? b : c}")', [`CS8361 ${conditionalMessage} [a ? b ]`]],
    ['@($"{a ? "b" : "c"}{d?.e:x}{(int?)f:x}{g as int?:x}")', [`CS8361 ${conditionalMessage} [a ? "b" ]`]],
    ["@{ return a }", ["CS1002 ; expected [}]"]],
    ["@{ var a = 1\n return a; }", ["CS1002 ; expected [\n]"]],
    ["@{ a(); ", ["CS1513 } expected [ ]"]],
    ["@{ if a) b(); }", ["CS1003 Syntax error, '(' expected [a]"]],
    ["@{ if (a b(); }", ["CS1026 ) expected [b]"]],
    ["@{ int a = ; return a; }", ["CS1525 Invalid expression term ';' [;]"]],
    ["@{ int = 5; }", ["CS1001 Identifier expected [=]"]],
    ["@{ return 1); }", ["CS1002 ; expected [)]"]],
    ["@{ a(); ) b(); }", ["CS1525 Invalid expression term ')' [)]"]],
    ["@{ else a(); }", ["CS8641 'else' cannot start a statement. [else]"]],
    ["@{ catch { } }", ["CS1003 Syntax error, 'try' expected [catch]"]],
    ["@{ try { } }", ["CS1524 Expected catch or finally [}]"]],
    [
      "@{ try { } catch { } catch (A) { } }",
      ["CS1017 Catch clauses cannot follow the general catch clause of a try statement [catch]"],
    ],
    ["@{ if (a) int b = 1; }", ["CS1023 Embedded statement cannot be a declaration or labeled statement [int b = 1;]"]],
    ["@{ foreach (a in b) c(); }", ["CS0230 Type and identifier are both required in a foreach statement [in]"]],
    ["@{ const int a; }", ["CS0145 A const field requires a value to be provided [;]"]],
    [
      "@{ switch (a) { b(); } }",
      ["CS1513 } expected [b]", "CS1022 Type or namespace definition, or end-of-file expected [}]"],
    ],
    [
      "@{ int[] a = { { 1 } }; }",
      [
        "CS0623 Array initializers can only be used in a variable or field initializer. Try using a new expression instead. [{]",
      ],
    ],
    ["@{ a = b +; c = d; return e f; }", ["CS1525 Invalid expression term ';' [;]", "CS1002 ; expected [f]"]],
  ])("%s", (text, expected) => expect(problems(text)).toEqual(expected));
});

describe("what policies do not have", () => {
  const refused = (text: string) => problems(text).map((problem) => problem.slice(0, 6));

  it.each([
    [
      "@{ lock (a) { b(); } return 1; }",
      "GH0002 lock is not supported within expressions. Nothing is shared between requests. [lock]",
    ],
    ["@{ unsafe { } return 1; }", "CS0227 Unsafe code may only appear if compiling with /unsafe [unsafe]"],
    ["@{ fixed (a) { } }", "CS0214 Pointers and fixed size buffers may only be used in an unsafe context [fixed]"],
    ["@{ x: a(); }", "GH0002 Labels and goto are not supported within expressions. [x]"],
    ["@{ goto x; }", "GH0002 Labels and goto are not supported within expressions. [goto x]"],
    [
      "@{ yield return a; }",
      "GH0002 yield is not supported within expressions. Add to a List and return that. [yield]",
    ],
    ["@{ yield break; }", "GH0002 yield is not supported within expressions. Add to a List and return that. [yield]"],
    ["@{ await a.B(); }", "GH0002 await is not supported within expressions. [await]"],
    ["@(await a)", "GH0002 await is not supported within expressions. [await]"],
    ["@(async x => x)", "GH0002 async is not supported within expressions. [async]"],
    ["@(f(async () => { }))", "GH0002 async is not supported within expressions. [async]"],
    ["@{ async void F() { } }", "GH0002 async is not supported within expressions. [async]"],
    [
      "@((from x in a where x > 1 select x).First())",
      "GH0002 Query expressions are not supported within expressions. Use methods such as Where and Select instead. [from]",
    ],
    ["@((a, b))", "GH0002 Tuples are not supported within expressions. Use an anonymous type or an array. [(a, b)]"],
    [
      "@{ (int a, int b) c = d; }",
      "GH0002 Tuples are not supported within expressions. Use an anonymous type or an array. [(int a, int b)]",
    ],
    [
      "@{ (a, b) = (1, 2); }",
      "GH0002 Tuples are not supported within expressions. Use an anonymous type or an array. [(a, b)]",
    ],
    ["@{ var (a, b) = c; }", "GH0002 Deconstruction is not supported within expressions. [var]"],
    ["@{ ref int a = ref b; }", "GH0002 Ref locals are not supported within expressions. [ref]"],
    [
      "@(new int[2, 3])",
      "GH0002 Arrays of several dimensions are not supported within expressions. Use an array of arrays instead. [,]",
    ],
    ["@{ class A { int b; } return 1; }", "GH0002 Types cannot be declared within expressions. [class]"],
    [
      "@{ using System.Text; return 1; }",
      "GH0002 Using directives are not supported within expressions. The namespaces that policies may use are imported already. [using System.Text;]",
    ],
    ["@(stackalloc int[3])", "GH0002 stackalloc is not supported within expressions. Use new instead. [stackalloc]"],
  ])("%s", (text, first) => expect(problems(text)[0]).toBe(first));

  it.each([
    ["@(a switch { 1 => 2, _ => 3 })", "recursive patterns", "8.0"],
    ["@(a is { B: 1 })", "recursive patterns", "8.0"],
    ["@(a is B { C: 1 } d && e)", "recursive patterns", "8.0"],
    ["@(a is not null)", "not pattern", "9.0"],
    ["@(a is 1 or 2)", "or pattern", "9.0"],
    ["@(a is > 1)", "relational pattern", "9.0"],
    ["@(a is [1, 2])", "list pattern", "11.0"],
    ["@(a[1..2])", "range operator", "8.0"],
    ["@(a[^1])", "index operator", "8.0"],
    ["@{ a ??= b; }", "coalescing assignment", "8.0"],
    ["@{ using var a = b; return a; }", "using declarations", "8.0"],
    ["@{ static int F() => 1; }", "static local functions", "8.0"],
    ["@{ A a = new(); }", "target-typed object creation", "9.0"],
    ["@(a!.b)", "nullable reference types", "8.0"],
    ["@(f([1, 2]))", "collection expressions", "12.0"],
    ["@(a with { B = 1 })", "records", "9.0"],
    ["@(static x => x)", "static anonymous function", "9.0"],
    ["@(a >>> b)", "unsigned right shift", "11.0"],
    ['@("""a""")', "raw string literals", "11.0"],
    ["@{ switch (a) { case int: break; } }", "type pattern", "9.0"],
  ])("%s", (text, feature, version) => {
    expect(parseExpression(text).problems.map(({ code, message }) => [code, message])).toEqual([
      ["CS8370", `Feature '${feature}' is not available in C# 7.3. Please use language version ${version} or greater.`],
    ]);
  });

  it("reports one thing once", () => {
    expect(refused("@{ lock (a) { b(); } return 1; }")).toEqual(["GH0002"]);
    expect(refused("@((from x in a where x > 1 select x).First())")).toEqual(["GH0002"]);
    expect(refused("@{ class A { int b; } return 1; }")).toEqual(["GH0002"]);
  });
});

describe("limits", () => {
  const codes = (text: string) => parseExpression(text).problems.map((problem) => problem.code);

  it.each([
    ["brackets", (n: number) => `@(${"(".repeat(n)}a${")".repeat(n)})`],
    ["signs", (n: number) => `@(${"!".repeat(n)}a)`],
    ["casts", (n: number) => `@(${"(int)".repeat(n)}a)`],
    ["conditionals", (n: number) => `@(${"a ? b : ".repeat(n)}c)`],
    ["assignments", (n: number) => `@(${"a = ".repeat(n)}c)`],
    ["fallbacks", (n: number) => `@(${"a ?? ".repeat(n)}c)`],
    ["lambdas", (n: number) => `@(${"x => ".repeat(n)}c)`],
    ["conditional access", (n: number) => `@(a${"?.b".repeat(n)})`],
    ["calls within", (n: number) => `@(${"f(".repeat(n)}${")".repeat(n)})`],
    ["types", (n: number) => `@(new ${"A<".repeat(n)}int${">".repeat(n)}())`],
    ["blocks", (n: number) => `@{${"{".repeat(n)}${"}".repeat(n)}}`],
    ["ifs", (n: number) => `@{${"if (a) ".repeat(n)}b(); }`],
    ["else ifs", (n: number) => `@{${"if (a) b(); else ".repeat(n)}b(); }`],
    ["initialisers", (n: number) => `@(new A ${"{ B = ".repeat(n)} 1 ${"}".repeat(n)})`],
    ["holes", (n: number) => `@(${'$"{'.repeat(n)}a${'}"'.repeat(n)})`],
    ["sums", (n: number) => `@(${"a + ".repeat(n)}a)`],
    ["members", (n: number) => `@(a${".b".repeat(n)})`],
  ])("of %s are kept", (_, build) => {
    expect(codes(build(50))).toEqual([]);
    expect(codes(build(5000))).toEqual(["CS8078"]);
  });

  it("of generic names are kept", () => {
    const build = (n: number) => `@(${"A<".repeat(n)}int${">".repeat(n)}.B())`;
    expect(codes(build(50))).toEqual([]);
    expect(codes(build(5000))).not.toEqual([]);
  });

  it("of the number of problems", () => {
    expect(codes(`@{${"a b c +;".repeat(100)}}`)).toHaveLength(20);
  });

  it("takes time in proportion to the length", () => {
    for (const piece of ["a < ", "(", "a<b,", "(a.b", "{", "x?", "[", '$"{', "a(b,", "((a)", "case 1:", "/*", "'"]) {
      parseExpression(`@(${piece.repeat(50_000)}`);
      parseExpression(`@{${piece.repeat(50_000)}`);
    }
  });
});

it.each(["", "  ", "a", "@", "@[a]", "(a)"])("wants an expression, not %j", (text) => {
  const { syntax, problems: found } = parseExpression(text);
  expect(syntax).toBeNull();
  expect(found.map(({ code }) => code)).toEqual(["GH0004"]);
});
