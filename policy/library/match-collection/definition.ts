import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Text.RegularExpressions;
  /// All that a regular expression found, in order.
  public class MatchCollection : IEnumerable<Match> {
    int Count { get; }
    Match this[int i] { get; }
  }
`);
