import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Text.RegularExpressions;
  /// What a group of a regular expression captured; its value is the last capture.
  public class Group : Capture {
    CaptureCollection Captures { get; }
    [Beyond] string Name { get; }
    bool Success { get; }
  }
`);
