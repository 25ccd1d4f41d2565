import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Text.RegularExpressions;
  /// How a regular expression matches.
  [Flags] public enum RegexOptions {
    None = 0,
    IgnoreCase = 1,
    /// ^ and $ stand for the start and end of every line.
    Multiline = 2,
    /// Only named groups capture.
    ExplicitCapture = 4,
    /// Changes nothing here.
    Compiled = 8,
    /// A point stands for every character, new lines too.
    Singleline = 16,
    /// White space and what follows # are not part of the pattern.
    IgnorePatternWhitespace = 32,
    /// Not supported.
    RightToLeft = 64,
    ECMAScript = 256,
    CultureInvariant = 512,
    NonBacktracking = 1024
  }
`);
