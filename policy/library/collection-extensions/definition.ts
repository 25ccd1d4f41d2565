import { declareType } from "@/policy/library/declare";

// GetValueOrDefault with a default stands here for dictionaries that policies make; for those of the gateway see
// dictionary-extensions, so that a default of null is never ambiguous.
export const declaration = declareType(`
  namespace System.Collections.Generic;
  public static class CollectionExtensions {
    /// The value of a key, or the default of its type.
    static TValue GetValueOrDefault<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> dictionary, TKey key);
    static TValue GetValueOrDefault<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key);
    static TValue GetValueOrDefault<TKey, TValue>(
      this IDictionary<TKey, TValue> dictionary, TKey key, TValue defaultValue);
    static TValue GetValueOrDefault<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key);
    static TValue GetValueOrDefault<TKey, TValue>(
      this Dictionary<TKey, TValue> dictionary, TKey key, TValue defaultValue);
    static bool TryAdd<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, TValue value);
    static bool Remove<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, out TValue value);
  }
`);
