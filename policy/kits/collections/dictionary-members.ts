import type { Ref } from "@/policy/expression/values/boxed";
import { argumentNull } from "@/policy/expression/values/net-exception";
import { defaultOf } from "@/policy/kits/object/default-of";
import type { DictionaryLike } from "./dictionary-like";

function tryGetValue(dictionary: DictionaryLike, key: unknown, found: Ref<unknown>): boolean {
  if (key === null) throw argumentNull("key");
  const value = dictionary.find(key);
  found.value = value === undefined ? defaultOf(dictionary.valueType) : value;
  return value !== undefined;
}

/** What every kind of dictionary can be asked. */
export const readingMembers = {
  "this[TKey]": (dictionary: DictionaryLike, key: unknown) => {
    if (key === null) throw argumentNull("key");
    return dictionary.get(key);
  },
  Keys: (dictionary: DictionaryLike) => dictionary.keys,
  Values: (dictionary: DictionaryLike) => dictionary.values,
  "ContainsKey(TKey)": (dictionary: DictionaryLike, key: unknown) => {
    if (key === null) throw argumentNull("key");
    return dictionary.has(key);
  },
  "TryGetValue(TKey, out TValue)": tryGetValue,
};

export const writingMembers = {
  "set this[TKey]": (dictionary: DictionaryLike, key: unknown, value: unknown) => {
    dictionary.set(key, value);
    return null;
  },
  "Add(TKey, TValue)": (dictionary: DictionaryLike, key: unknown, value: unknown) => {
    dictionary.add(key, value);
    return null;
  },
  "Remove(TKey)": (dictionary: DictionaryLike, key: unknown) => dictionary.remove(key),
};

/** Remove(TKey, out TValue) */
export function removeInto(dictionary: DictionaryLike, key: unknown, found: Ref<unknown>): boolean {
  const wasThere = tryGetValue(dictionary, key, found);
  if (wasThere) dictionary.remove(key);
  return wasThere;
}
