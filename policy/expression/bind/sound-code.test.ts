import { describe, expect, it } from "vitest";
import { problemsOf } from "./testing/problems-of";

const codes: readonly string[] = [
  "@{ while (true) { } }",
  '@{ int.TryParse("1", out var n); return n; }',
  "@(default)",
  '@{ string s; try { s = "a"; } catch { s = "b"; } return s; }',
  '@{ const string a = "x"; const string b = a + "y"; return b; }',
  "@(1 + {{nv}})",
  "@{ int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); return Fib(10); }",
  '@("a".Substring(length: 1, startIndex: 0))',
  "@{ int F(int a, int b = 2, params int[] c) { return a + b + c.Length; } return F(1) + F(1, 2, 3, 4) + F(b: 1, a: 2); }",
  "@{ Func<int, int> f = null; f = n => n < 1 ? 0 : f(n - 1); return f(3); }",
  '@{ Func<string, int> f = int.Parse; return f("1"); }',
  "@{ checked { return 1; } }",
  "@(unchecked(int.MaxValue + 1))",
  "@(unchecked((byte)300))",
  '@{ object o = 1; switch (o) { case int n when n > 1: return n; case int n: return -n; case null: return 0; default: return "x"; } }',
  "@{ int x = 1; x = x; return 1; }",
  "@{ int a = 5; int b() => a; a = 6; return b(); }",
  "@{ string s = null; return s?.Length.ToString() + s?.Substring(1)?.Length; }",
  "@{ return F(1); int F(int a) => a; }",
  "@{ return default(string) ?? default; }",
  "@(true ? throw null : 1)",
  "@{ int x = 1; { return x; } }",
  "@{ var a = new int[3]; return a[1L] + a[1u]; }",
  "@{ int x; void F() { x = 1; } F(); return x; }",
  "@{ int x; F(); return x; void F() => x = 1; }",
  "@{ string s = null; if (!(((object)s) is string t)) return 1; return t.Length; }",
  '@{ if (!int.TryParse("1", out var n) || n > 5) return 0; return n; }',
  "@{ int x; while (true) { x = 1; break; } return x; }",
  '@{ int x; for (;;) { if (1 > int.Parse("0")) { x = 2; break; } } return x; }',
  "@{ int x; do { x = 1; if (x > 1) continue; } while (x < 1); return x; }",
  "@{ int x; try { x = 1; } finally { } return x; }",
  '@{ int x; try { x = int.Parse("1"); } catch (Exception) { throw; } return x; }',
  '@{ int x; switch (int.Parse("1")) { case 1: x = 1; break; default: x = 2; break; } return x; }',
  "@{ int x; switch (1) { case 1: x = 1; goto default; default: x = 2; break; } return x; }",
  "@{ bool b; int x = 0; if (x > 0 && (b = true)) return b; return null; }",
  "@{ int x; int F(out int a) { a = 1; return a; } F(out x); return x; }",
];

describe("code without problems", () => {
  it.each(codes)("%s", (code) => {
    expect(problemsOf(code)).toEqual([]);
  });
});
