import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// How strings are compared. The culture is always the invariant one.
  public enum StringComparison {
    CurrentCulture = 0,
    CurrentCultureIgnoreCase = 1,
    InvariantCulture = 2,
    InvariantCultureIgnoreCase = 3,
    Ordinal = 4,
    OrdinalIgnoreCase = 5
  }
`);
