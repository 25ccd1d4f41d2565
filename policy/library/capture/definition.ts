import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Text.RegularExpressions;
  /// A piece of a text that a regular expression captured.
  public class Capture {
    int Index { get; }
    int Length { get; }
    string Value { get; }
    string ToString();
  }
`);
