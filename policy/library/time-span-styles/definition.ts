import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Globalization;
  /// How TimeSpan.ParseExact reads a text.
  [Flags] public enum TimeSpanStyles {
    None = 0,
    AssumeNegative = 1
  }
`);
