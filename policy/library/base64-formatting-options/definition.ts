import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// Whether Base64 text is cut into lines.
  [Flags] public enum Base64FormattingOptions {
    None = 0,
    InsertLineBreaks = 1
  }
`);
