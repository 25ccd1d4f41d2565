import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Collections.Generic;
  /// Elements that can be counted.
  public interface IReadOnlyCollection<out T> : IEnumerable<T> {
    int Count { get; }
  }
`);
