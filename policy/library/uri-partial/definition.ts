import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// How much of a URI GetLeftPart gives.
  public enum UriPartial { Scheme = 0, Authority = 1, Path = 2, Query = 3 }
`);
