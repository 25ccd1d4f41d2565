import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Collections.Generic;
  /// A key and its value.
  public struct KeyValuePair<TKey, TValue> {
    KeyValuePair(TKey key, TValue value);
    TKey Key { get; }
    TValue Value { get; }
    string ToString();
  }
  public static class KeyValuePair {
    static KeyValuePair<TKey, TValue> Create<TKey, TValue>(TKey key, TValue value);
  }
`);
