import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Collections.Generic;
  /// Elements that have an index.
  public interface IList<T> : ICollection<T> {
    T this[int index] { get; set; }
    int IndexOf(T item);
    void Insert(int index, T item);
    void RemoveAt(int index);
  }
`);
