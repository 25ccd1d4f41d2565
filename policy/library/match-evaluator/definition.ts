import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Text.RegularExpressions;
  /// Gives the text that replaces a match.
  public delegate string MatchEvaluator(Match match);
`);
