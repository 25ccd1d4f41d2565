import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Collections.Generic;
  /// An order of values.
  public abstract class Comparer<T> : IComparer<T> {
    /// The order that values of the type have of themselves.
    static Comparer<T> Default { get; }
    static Comparer<T> Create(Comparison<T> comparison);
    int Compare(T x, T y);
  }
`);
