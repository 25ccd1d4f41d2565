import type { Row } from "./row";

/** Primitive values behind the interfaces that they implement, and as objects. */
export const rows: readonly Row[] = [
  ["{ IComparable<int> c = 5; return c.CompareTo(6); }", "-1"],
  ["{ IComparable c = 5; return c.CompareTo(5); }", "0"],
  ['{ IComparable c = "b"; return c.CompareTo("a"); }', "1"],
  ['{ IComparable c = 5; return c.CompareTo("a"); }', "throws System.ArgumentException: Object must be of type Int32."],
  ['{ IEquatable<string> e = "a"; return e.Equals("a"); }', "True"],
  ['{ IFormattable f = 1.5; return f.ToString("F2", null); }', "1.50"],
  ['{ IFormattable f = Guid.Empty; return f.ToString("N", null); }', "00000000000000000000000000000000"],
  ["{ object o = 1.5; return o.ToString(); }", "1.5"],
  ["{ object o = 'x'; return o.ToString(); }", "x"],
  ["{ object o = 1.50m; return o.ToString(); }", "1.50"],
  ["{ object o = 1; object p = 1; return o.Equals(p); }", "True"],
  ["{ object o = 1; return o.Equals(1.0); }", "False"],
  ["{ object o = (byte)1; return o is byte; }", "True"],
  ["{ object o = 1u; return o.GetHashCode(); }", "1"],
  ["{ object o = true; return (bool)o ? 1 : 0; }", "1"],
  ["{ object o = 1; return (long)o; }", "throws System.InvalidCastException"],
  ['{ object o = "a"; return o is IComparable; }', "True"],
  ["{ object o = 5L; return o is IFormattable; }", "True"],
];
