import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Collections.Generic;
  /// Last in, first out.
  public class Stack<T> : IReadOnlyCollection<T> {
    Stack();
    Stack(int capacity);
    Stack(IEnumerable<T> collection);
    int Count { get; }
    void Clear();
    bool Contains(T item);
    void CopyTo(T[] array, int arrayIndex);
    int EnsureCapacity(int capacity);
    IEnumerator<T> GetEnumerator();
    T Peek();
    T Pop();
    void Push(T item);
    T[] ToArray();
    void TrimExcess();
    bool TryPeek(out T result);
    bool TryPop(out T result);
  }
`);
