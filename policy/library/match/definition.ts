import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Text.RegularExpressions;
  /// What a regular expression found.
  public class Match : Group {
    /// A match that was not found.
    static Match Empty { get; }
    GroupCollection Groups { get; }
    /// The first match behind this one.
    [Beyond] Match NextMatch();
    /// A replacement pattern with $1 and the like filled in.
    string Result(string replacement);
  }
`);
