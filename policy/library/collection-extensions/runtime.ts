import type { Type } from "@/policy/expression/types/type";
import type { Ref } from "@/policy/expression/values/boxed";
import { argumentNull } from "@/policy/expression/values/net-exception";
import type { DictionaryLike } from "@/policy/kits/collections/dictionary-like";
import { removeInto } from "@/policy/kits/collections/dictionary-members";
import { defaultOf } from "@/policy/kits/object/default-of";
import { implementType } from "@/policy/library/implement";

function find(dictionary: DictionaryLike | null, key: unknown): unknown {
  if (dictionary === null) throw argumentNull("dictionary");
  if (key === null) throw argumentNull("key");
  return dictionary.find(key);
}

function getOrDefault(_key: Type, type: Type, dictionary: DictionaryLike | null, key: unknown): unknown {
  const value = find(dictionary, key);
  return value === undefined ? defaultOf(type) : value;
}

function getOr(_key: Type, _type: Type, dictionary: DictionaryLike | null, key: unknown, fallback: unknown): unknown {
  const value = find(dictionary, key);
  return value === undefined ? fallback : value;
}

export const runtime = implementType("System.Collections.Generic.CollectionExtensions", {
  "GetValueOrDefault<TKey, TValue>(IReadOnlyDictionary<TKey, TValue>, TKey)": getOrDefault,
  "GetValueOrDefault<TKey, TValue>(IDictionary<TKey, TValue>, TKey)": getOrDefault,
  "GetValueOrDefault<TKey, TValue>(IDictionary<TKey, TValue>, TKey, TValue)": getOr,
  "GetValueOrDefault<TKey, TValue>(Dictionary<TKey, TValue>, TKey)": getOrDefault,
  "GetValueOrDefault<TKey, TValue>(Dictionary<TKey, TValue>, TKey, TValue)": getOr,
  "TryAdd<TKey, TValue>(IDictionary<TKey, TValue>, TKey, TValue)": (
    _key: Type,
    _type: Type,
    dictionary: DictionaryLike | null,
    key: unknown,
    value: unknown,
  ) => {
    if (dictionary === null) throw argumentNull("dictionary");
    if (dictionary.has(key)) return false;
    dictionary.add(key, value);
    return true;
  },
  "Remove<TKey, TValue>(IDictionary<TKey, TValue>, TKey, out TValue)": (
    _key: Type,
    _type: Type,
    dictionary: DictionaryLike | null,
    key: unknown,
    found: Ref<unknown>,
  ) => {
    if (dictionary === null) throw argumentNull("dictionary");
    return removeInto(dictionary, key, found);
  },
});
