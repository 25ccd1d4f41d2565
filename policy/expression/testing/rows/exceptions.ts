import type { Row } from "./row";

/** System.Exception and those derived from it, and System.Enum. */
export const rows: readonly Row[] = [
  ['new Exception("a").Message', "a"],
  ["new Exception().Message", "Exception of type 'System.Exception' was thrown."],
  ['new Exception("a", new FormatException("b")).InnerException.Message', "b"],
  ['new Exception("a").ToString()', "System.Exception: a"],
  ['new InvalidOperationException("x").ToString()', "System.InvalidOperationException: x"],
  [
    'new Exception("a", new FormatException("b")).ToString()',
    "System.Exception: a\n ---> System.FormatException: b\n   --- End of inner exception stack trace ---",
  ],
  ["new FormatException().Message", "One of the identified items was in an invalid format."],
  ['new ArgumentException("bad", "p").Message', "bad (Parameter 'p')"],
  ['new ArgumentException("bad", "p").ParamName', "p"],
  ['new ArgumentNullException("p").Message', "Value cannot be null. (Parameter 'p')"],
  ['new ArgumentNullException("p") is ArgumentException', "True"],
  ['{ throw new Exception("no"); }', "throws System.Exception: no"],
  ['{ try { throw new FormatException("f"); } catch (FormatException e) { return e.Message; } }', "f"],
  [
    '{ try { return int.Parse("x"); } catch (Exception e) { return e.Message; } }',
    "The input string 'x' was not in a correct format.",
  ],
  [
    '{ try { return int.Parse("x").ToString(); } catch (OverflowException) { return "o"; } catch (FormatException) { return "f"; } }',
    "f",
  ],
  [
    "{ try { int z = 0; return (1 / z).ToString(); } catch (ArithmeticException e) { return e.Message; } }",
    "Attempted to divide by zero.",
  ],
  ['new Exception("a", new Exception("b", new Exception("c"))).GetBaseException().Message', "c"],
  ['Enum.Parse<StringComparison>("Ordinal")', "Ordinal"],
  ['(int)Enum.Parse<StringComparison>("ordinalignorecase", true)', "5"],
  ['Enum.Parse<StringComparison>("nope")', "throws System.ArgumentException: Requested value 'nope' was not found."],
  ['Enum.Parse<StringSplitOptions>("RemoveEmptyEntries, TrimEntries")', "RemoveEmptyEntries, TrimEntries"],
  ['Enum.TryParse<StringComparison>("4", out var c) ? c.ToString() : "no"', "Ordinal"],
  ['Enum.TryParse("Ordinal", out StringComparison c) && c == StringComparison.Ordinal', "True"],
  ["StringComparison.Ordinal.ToString()", "Ordinal"],
  ["((object)StringComparison.Ordinal).ToString()", "Ordinal"],
];
