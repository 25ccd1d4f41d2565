import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Collections.Generic;
  /// An order of values.
  public interface IComparer<in T> {
    int Compare(T x, T y);
  }
`);
