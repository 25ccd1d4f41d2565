import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Collections.Generic;
  /// Elements that can be counted, added and removed.
  public interface ICollection<T> : IEnumerable<T> {
    int Count { get; }
    bool IsReadOnly { get; }
    void Add(T item);
    void Clear();
    bool Contains(T item);
    void CopyTo(T[] array, int arrayIndex);
    bool Remove(T item);
  }
`);
