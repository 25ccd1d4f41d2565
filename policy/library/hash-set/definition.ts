import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Collections.Generic;
  /// Elements of which no two are equal.
  public class HashSet<T> : ISet<T>, IReadOnlyCollection<T> {
    HashSet();
    HashSet(int capacity);
    HashSet(IEqualityComparer<T> comparer);
    HashSet(int capacity, IEqualityComparer<T> comparer);
    HashSet(IEnumerable<T> collection);
    HashSet(IEnumerable<T> collection, IEqualityComparer<T> comparer);
    IEqualityComparer<T> Comparer { get; }
    int Count { get; }
    /// False where it is there already.
    bool Add(T item);
    void Clear();
    bool Contains(T item);
    void CopyTo(T[] array);
    void CopyTo(T[] array, int arrayIndex);
    int EnsureCapacity(int capacity);
    void ExceptWith(IEnumerable<T> other);
    IEnumerator<T> GetEnumerator();
    void IntersectWith(IEnumerable<T> other);
    bool IsProperSubsetOf(IEnumerable<T> other);
    bool IsProperSupersetOf(IEnumerable<T> other);
    bool IsSubsetOf(IEnumerable<T> other);
    bool IsSupersetOf(IEnumerable<T> other);
    bool Overlaps(IEnumerable<T> other);
    bool Remove(T item);
    int RemoveWhere(Predicate<T> match);
    bool SetEquals(IEnumerable<T> other);
    void SymmetricExceptWith(IEnumerable<T> other);
    void TrimExcess();
    bool TryGetValue(T equalValue, out T actualValue);
    void UnionWith(IEnumerable<T> other);
  }
`);
