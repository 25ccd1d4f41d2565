import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Collections.Generic;
  /// Elements that have an index and stay what they are.
  public interface IReadOnlyList<out T> : IReadOnlyCollection<T> {
    T this[int index] { get; }
  }
`);
