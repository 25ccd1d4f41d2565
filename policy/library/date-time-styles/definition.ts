import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Globalization;
  /// How a text is read as a date.
  [Flags] public enum DateTimeStyles {
    None = 0,
    AllowLeadingWhite = 1,
    AllowTrailingWhite = 2,
    AllowInnerWhite = 4,
    AllowWhiteSpaces = 7,
    NoCurrentDateDefault = 8,
    AdjustToUniversal = 16,
    AssumeLocal = 32,
    AssumeUniversal = 64,
    RoundtripKind = 128
  }
`);
