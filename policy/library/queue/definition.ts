import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Collections.Generic;
  /// First in, first out.
  public class Queue<T> : IReadOnlyCollection<T> {
    Queue();
    Queue(int capacity);
    Queue(IEnumerable<T> collection);
    int Count { get; }
    void Clear();
    bool Contains(T item);
    void CopyTo(T[] array, int arrayIndex);
    T Dequeue();
    void Enqueue(T item);
    int EnsureCapacity(int capacity);
    IEnumerator<T> GetEnumerator();
    T Peek();
    T[] ToArray();
    void TrimExcess();
    bool TryDequeue(out T result);
    bool TryPeek(out T result);
  }
`);
