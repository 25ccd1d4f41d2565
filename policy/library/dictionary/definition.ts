import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Collections.Generic;
  /// Values by their keys.
  public class Dictionary<TKey, TValue> : IDictionary<TKey, TValue>, IReadOnlyDictionary<TKey, TValue> {
    Dictionary();
    Dictionary(int capacity);
    Dictionary(IEqualityComparer<TKey> comparer);
    Dictionary(int capacity, IEqualityComparer<TKey> comparer);
    Dictionary(IDictionary<TKey, TValue> dictionary);
    Dictionary(IDictionary<TKey, TValue> dictionary, IEqualityComparer<TKey> comparer);
    Dictionary(IEnumerable<KeyValuePair<TKey, TValue>> collection);
    Dictionary(IEnumerable<KeyValuePair<TKey, TValue>> collection, IEqualityComparer<TKey> comparer);
    IEqualityComparer<TKey> Comparer { get; }
    int Count { get; }
    /// The value of a key; a KeyNotFoundException where there is none.
    TValue this[TKey key] { get; set; }
    ICollection<TKey> Keys { get; }
    ICollection<TValue> Values { get; }
    void Add(TKey key, TValue value);
    void Clear();
    bool ContainsKey(TKey key);
    bool ContainsValue(TValue value);
    int EnsureCapacity(int capacity);
    IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator();
    bool Remove(TKey key);
    bool Remove(TKey key, out TValue value);
    void TrimExcess();
    bool TryAdd(TKey key, TValue value);
    bool TryGetValue(TKey key, out TValue value);
  }
`);
