import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System;
  /// What Split does with its parts.
  [Flags] public enum StringSplitOptions {
    None = 0,
    RemoveEmptyEntries = 1,
    TrimEntries = 2
  }
`);
