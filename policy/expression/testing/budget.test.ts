import { describe, expect, it } from "vitest";
import { compileExpression } from "@/policy/expression/compile-expression";
import { ExpressionFailure } from "@/policy/expression/expression-failure";
import { BudgetExceeded } from "@/policy/expression/values/budget";
import { compiledOutcome } from "./outcome";
import { testLibrary } from "./test-library";

function failureOf(text: string): ExpressionFailure {
  const compiled = compileExpression(text, testLibrary);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  try {
    compiled.evaluate(null);
  } catch (error) {
    if (error instanceof ExpressionFailure) return error;
    throw error;
  }
  throw new Error("It ended.");
}

/** Each would go on for ever, or take all memory, and no policy can catch what ends it. */
const endless = [
  "@{ while (true) { } }",
  "@{ for (;;) { } }",
  "@{ do { } while (true); }",
  "@{ int i = 0; while (i >= 0) { i = (i + 1) % 1000; } return i; }",
  "@{ for (;;) { try { while (true) { } } catch { } } }",
  "@{ for (;;) { try { while (true) { } } catch (Exception e) when (true) { } finally { } } }",
  '@{ try { try { while (true) { } } finally { throw new Exception("x"); } } catch { return 1; } }',
  "@{ try { while (true) { } } finally { while (true) { } } }",
  "@{ switch (1) { case 1: goto case 2; case 2: goto case 1; } return 0; }",
  '@{ var s = "x"; while (true) { s += s; } }',
  '@{ var s = "x"; for (int i = 0; i < 100; i++) { s = $"{s}{s}"; } return s; }',
  "@{ return new int[2000000000].Length; }",
  "@{ long n = 99999999999; return new byte[n].Length; }",
  "@{ var a = new object[1]; while (true) { a = new object[] { a, new int[1000] }; } }",
  "@{ Func<int, int> f = null; f = n => { while (true) { } }; return f(1); }",
  '@($"{1,2000000000}")',
  "@(new string('x', 2000000000))",
  '@("x".PadLeft(2000000000))',
  "@(Enumerable.Repeat(1, int.MaxValue).Count(x => x > 1))",
  "@(Enumerable.Range(0, int.MaxValue).ToList().Count)",
  "@(Enumerable.Range(0, int.MaxValue).Sum(x => (long)x))",
  "@(Enumerable.Range(0, int.MaxValue).Select(x => x * 2).Where(x => x < 0).Count())",
  "@(Enumerable.Range(0, int.MaxValue).Reverse().First())",
  "@(Enumerable.Range(0, int.MaxValue).OrderBy(x => -x).First())",
  "@(Enumerable.Range(0, 100000).SelectMany(x => Enumerable.Range(0, 100000)).Count(x => x < 0))",
  '@(string.Concat(Enumerable.Repeat("abc", int.MaxValue)))',
  '@(string.Join(",", Enumerable.Repeat("abc", int.MaxValue)))',
  "@{ var l = new List<int>(); while (true) { l.Add(1); } }",
  "@{ var l = new List<int> { 1 }; while (true) { l.AddRange(l.ToArray()); } }",
  '@{ var b = new StringBuilder("x"); while (true) { b.Append(b.ToString()); } }',
  "@{ var d = new Dictionary<int, int>(); for (int i = 0; ; i++) { d[i] = i; } }",
  '@{ var s = "ab"; while (true) { s = s.Replace("a", "aa"); } }',
  "@{ var j = new JArray(); while (true) { j.Add(1); } }",
];

const deep = [
  "@{ Func<int, int> f = null; f = n => f(n + 1); return f(1); }",
  "@{ int F(int n) { return F(n + 1) + 1; } return F(1); }",
  "@{ int F(int n) { try { return F(n + 1) + 1; } catch { return 0; } finally { n = 0; } } return F(1); }",
  "@{ Func<int, int> f = null; f = n => { try { return f(n + 1); } catch (Exception) { return 1; } }; return f(1); }",
];

describe("an expression that would not end", () => {
  for (const text of endless) {
    it(`is ended: ${text}`, () => {
      expect(failureOf(text).cause).toBeInstanceOf(BudgetExceeded);
    });
  }

  for (const text of deep) {
    it(`is ended when it calls itself for ever: ${text}`, () => {
      expect(failureOf(text).exception).toBeNull();
    });
  }

  it("leaves the next one its own budget", () => {
    failureOf("@{ while (true) { } }");
    const text = "@{ int s = 0; for (int i = 0; i < 100000; i++) { s += i % 7; } return s; }";
    expect(compiledOutcome(text, testLibrary)).toBe("299995");
  });
});
