import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// Whether a DateTime is of UTC, of the local zone (which is UTC here too) or of none.
  public enum DateTimeKind {
    [Beyond] Unspecified = 0,
    Utc = 1,
    [Beyond] Local = 2
  }
`);
