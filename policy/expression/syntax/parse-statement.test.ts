import { expect, it } from "vitest";
import { showStatement } from "@/policy/expression/testing/show-statement";
import { parseExpression } from "./parse";

function shown(code: string): string {
  const { syntax, problems } = parseExpression(`@{${code}}`);
  if (problems.length > 0) return problems.map((problem) => `${problem.code} ${problem.message}`).join("; ");
  return syntax?.kind === "statement-body" ? syntax.block.statements.map(showStatement).join(" ") : "";
}

it.each([
  ["return a;", "[return a]"],
  ["return;", "[return]"],
  [";", "[empty]"],
  ["{ a(); { } }", "{[a()] {}}"],
  ["int a;", "[int a]"],
  ["int a = 1, b;", "[int a = 1:int, b]"],
  ["var a = b;", "[var a = b]"],
  ["const int a = 1;", "[const int a = 1:int]"],
  ["string[] a = { b, c, };", "[string[] a = {b, c}]"],
  ["List<string> a = null;", "[List<string> a = null]"],
  ["Dictionary<string, List<int>> a;", "[Dictionary<string, List<int>> a]"],
  ["System.Text.Encoding a = b;", "[System.Text.Encoding a = b]"],
  ["int? a = null;", "[int? a = null]"],
  ["int[][] a;", "[int[][] a]"],
  ["DateTime? a = b ? c : d;", "[DateTime? a = (b ? c : d)]"],
  ["a = b;", "[(a = b)]"],
  ["a[0] = b;", "[(a[0:int] = b)]"],
  ["a.b.c();", "[a.b.c()]"],
  ["a < b;", "[(a < b)]"],
  ["a++;", "[(a++)]"],
  ["int.Parse(a);", "[int.Parse(a)]"],
  ["var = 1;", "[(var = 1:int)]"],
  ["if (a) b(); else if (c) d(); else { }", "[if a [b()] else [if c [d()] else {}]]"],
  ["if (a) if (b) c(); else d();", "[if a [if b [c()] else [d()]]]"],
  ["for (int i = 0, j = 1; i < 5; i++, j--) a();", "[for [int i = 0:int, j = 1:int]; (i < 5:int); (i++), (j--) [a()]]"],
  ["for (;;) break;", "[for ;;  [break]]"],
  ["for (i = 0, j = 1; ; ) { continue; }", "[for [(i = 0:int)] [(j = 1:int)];;  {[continue]}]"],
  ["foreach (var a in b) c();", "[foreach var a in b [c()]]"],
  ["foreach (KeyValuePair<string, string> a in b) { }", "[foreach KeyValuePair<string, string> a in b {}]"],
  ["while (a) b();", "[while a [b()]]"],
  ["do { a(); } while (b);", "[do {[a()]} while b]"],
  [
    "switch (a) { case 1: case 2: b(); break; default: return c; }",
    "[switch a case 1:int: case 2:int: [b()] [break] default: [return c]]",
  ],
  [
    'switch (a) { case "x": goto case "y"; case "y": goto default; default: break; }',
    '[switch a case "x":string: [goto case "y":string] case "y":string: [goto default] default: [break]]',
  ],
  [
    "switch (a) { case int n when n > 5: break; case string s: break; case null: break; case var x: break; }",
    "[switch a case int n when (n > 5:int): [break] case string s: [break] case null: [break] case var x: [break]]",
  ],
  ["switch (a) { case A.B: break; case C | D: break; }", "[switch a case A.B: [break] case (C | D): [break]]"],
  ["switch (a) { case 1 when b: break; }", "[switch a case 1:int when b: [break]]"],
  ["switch (a) { }", "[switch a ]"],
  ["throw new E(a);", "[throw new E(a)]"],
  ["try { a(); } catch { throw; }", "[try {[a()]} catch {[throw]}]"],
  [
    "try { } catch (A) { } catch (B e) when (e.c) { } finally { d(); }",
    "[try {} catch A {} catch B e when e.c {} finally {[d()]}]",
  ],
  ["using (var a = b) c();", "[using [var a = b] [c()]]"],
  ["using (a) { }", "[using a {}]"],
  ["checked { a = b + c; }", "[checked {[(a = (b + c))]}]"],
  ["unchecked { }", "[unchecked {}]"],
  ["checked(a).b();", "[checked(a).b()]"],
  ["int F(int a, string b = null) { return a; }", "[int F(int a, string b = null) {[return a]}]"],
  ["int F(int a) => a * 2;", "[int F(int a) (a * 2:int)]"],
  ["void F(out int a, ref int b, params string[] c) { }", "[void F(out int a, ref int b, params string[] c) {}]"],
  ["T F<T, U>(T a) where T : class => a;", "[T F<T,U>(T a) a]"],
  ["Func<int, int> f = x => x;", "[Func<int, int> f = (x => x)]"],
  ["Func<int> f = () => { return 1; };", "[Func<int> f = ( => {1})]"],
  ["{{whole-statement}} return {{a}};", "[{{whole-statement}}] [return {{a}}]"],
  ["{{type}} a = 1;", "[{{type}}] [(a = 1:int)]"],
  ["_ = a;", "[(_ = a)]"],
  ["dynamic await = from;", "[dynamic await = from]"],
])("%s", (code, expected) => expect(shown(code)).toBe(expected));
