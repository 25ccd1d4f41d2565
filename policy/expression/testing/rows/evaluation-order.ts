import type { Row } from "./row";

/** What is evaluated when, and which of two failures wins. */
export const rows: readonly Row[] = [
  ['{ string s = null; return s.Substring(int.Parse("x")); }', "throws System.FormatException"],
  ['{ string s = null; return s.IndexOf("a"); }', "throws System.NullReferenceException"],
  ['{ Func<int, int> f = null; return f(int.Parse("x")); }', "throws System.FormatException"],
  ['{ int[] a = null; a[0] = int.Parse("x"); return 1; }', "throws System.FormatException"],
  ['{ int[] a = new int[1]; a[5] = int.Parse("x"); return 1; }', "throws System.FormatException"],
  ['{ int[] a = null; return a[int.Parse("x")]; }', "throws System.FormatException"],
  ['{ int z = 0; return z / z + int.Parse("x"); }', "throws System.DivideByZeroException"],
  ['"abc".Replace(newValue: "x", oldValue: "b")', "axc"],
  [
    '{ var log = ""; string L(string t) { log += t; return t; } L("a").Replace(newValue: L("b"), oldValue: L("a")); return log; }',
    "aba",
  ],
  ['{ var log = ""; int L(int n) { log += n; return n; } var r = L(1) + L(2) * L(3); return log + "=" + r; }', "123=7"],
  [
    '{ var log = ""; int L(int n) { log += n; return n; } var a = new int[3]; a[L(0)] = L(1); a[L(1)] += L(2); return log + a[0] + a[1]; }',
    "011212",
  ],
  [
    '{ var log = ""; bool L(bool b) { log += b ? "T" : "F"; return b; } var r = L(false) && L(true) || L(true); return log; }',
    "FT",
  ],
  [
    '{ var log = ""; bool L(bool b) { log += b ? "T" : "F"; return b; } var r = L(false) & L(true) | L(true); return log; }',
    "FTT",
  ],
  ["{ int i = 1; return i + (i = 5) + i; }", "11"],
  ["{ int i = 0; int[] a = { 10, 20, 30 }; return a[i++] - a[i++] - a[i]; }", "-40"],
  ["{ void Set(ref int n) { n = 5; throw new Exception(); } int x = 1; try { Set(ref x); } catch { } return x; }", "5"],
  ["{ int x = 1; void Both(ref int n) { n = 5; x *= 2; } Both(ref x); return x; }", "10"],
  ["{ void Inc(ref int n) { n++; } int[] a = { 1, 2 }; int i = 0; Inc(ref a[i++]); return a[0] * 10 + i; }", "21"],
  [
    "{ void Twice(ref int n) { Inc(ref n); Inc(ref n); } void Inc(ref int n) { n++; } int x = 0; Twice(ref x); return x; }",
    "2",
  ],
  ['{ int F() { try { return 1; } finally { throw new Exception("f"); } } return F(); }', "throws System.Exception: f"],
  [
    '{ string log = ""; int F() { try { log += "t"; return 1; } finally { log += "f"; } } var r = F(); return log + r; }',
    "tf1",
  ],
  [
    '{ string log = ""; foreach (var i in new[] { 1, 2, 3 }) { try { if (i == 2) break; log += i; } finally { log += "f"; } } return log; }',
    "1ff",
  ],
  [
    '{ string log = ""; try { try { throw new Exception("a"); } finally { log += "1"; } } catch (Exception e) when (e.Message == "a") { log += "2"; } finally { log += "3"; } return log; }',
    "123",
  ],
  [
    '{ try { try { throw new Exception("a"); } catch (Exception e) { throw new InvalidOperationException("b", e); } } catch (Exception e) { return e.Message + e.InnerException.Message; } }',
    "ba",
  ],
  [
    "{ Func<int>[] f = new Func<int>[2]; int i = 0; while (i < 2) { int j = i * 10; f[i++] = () => j++; } return f[0]() + f[0]() + f[1]() + f[1](); }",
    "22",
  ],
  [
    "{ var f = new Func<int>[2]; object[] o = { 4, 6 }; int i = 0; while (i < 2 && o[i] is int n) { f[i++] = () => n; } return f[0]() * 10 + f[1](); }",
    "46",
  ],
];
