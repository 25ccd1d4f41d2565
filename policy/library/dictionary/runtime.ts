import type { Type } from "@/policy/expression/types/type";
import { tick } from "@/policy/expression/values/budget";
import { argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { DefaultEqualityComparer } from "@/policy/kits/collections/default-comparer";
import type { DictionaryLike } from "@/policy/kits/collections/dictionary-like";
import { readingMembers, removeInto, writingMembers } from "@/policy/kits/collections/dictionary-members";
import type { NetKeyValuePair } from "@/policy/kits/collections/key-value-pair";
import { NetDictionary } from "@/policy/kits/collections/net-dictionary";
import type { NetEqualityComparer } from "@/policy/kits/object/comparer";
import { netEquals } from "@/policy/kits/object/equals";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import { NetEnumerator } from "@/policy/kits/sequence/net-enumerator";
import { implementType } from "@/policy/library/implement";

function ofCapacity(key: Type, value: Type, capacity: number, comparer: NetEqualityComparer | null = null) {
  if (capacity < 0) throw argumentOutOfRange("capacity", "Non-negative number required.");
  return new NetDictionary(key, value, comparer);
}

const copyOf =
  (parameter: string) =>
  (key: Type, value: Type, source: unknown, comparer: NetEqualityComparer | null = null) => {
    if (source === null) throw argumentNull(parameter);
    const dictionary = new NetDictionary(key, value, comparer);
    for (const pair of enumerate(source)) {
      tick();
      dictionary.add((pair as NetKeyValuePair).key, (pair as NetKeyValuePair).value);
    }
    return dictionary;
  };

const fromDictionary = copyOf("dictionary");
const fromPairs = copyOf("collection");

export const runtime = implementType("System.Collections.Generic.Dictionary", {
  "new()": (key: Type, value: Type) => new NetDictionary(key, value),
  "new(int)": ofCapacity,
  "new(IEqualityComparer<TKey>)": (key: Type, value: Type, comparer: NetEqualityComparer | null) =>
    new NetDictionary(key, value, comparer),
  "new(int, IEqualityComparer<TKey>)": ofCapacity,
  "new(IDictionary<TKey, TValue>)": fromDictionary,
  "new(IDictionary<TKey, TValue>, IEqualityComparer<TKey>)": fromDictionary,
  "new(IEnumerable<KeyValuePair<TKey, TValue>>)": fromPairs,
  "new(IEnumerable<KeyValuePair<TKey, TValue>>, IEqualityComparer<TKey>)": fromPairs,
  ...readingMembers,
  ...writingMembers,
  Comparer: (dictionary: NetDictionary) => dictionary.comparer ?? new DefaultEqualityComparer(dictionary.keyType),
  Count: (dictionary: DictionaryLike) => dictionary.count,
  "Clear()": (dictionary: DictionaryLike) => {
    dictionary.clear();
    return null;
  },
  "ContainsValue(TValue)": (dictionary: DictionaryLike, wanted: unknown) => {
    for (const [, value] of dictionary.entries()) {
      tick();
      if (netEquals(value, wanted)) return true;
    }
    return false;
  },
  "EnsureCapacity(int)": (dictionary: DictionaryLike, capacity: number) => Math.max(capacity, dictionary.count),
  "GetEnumerator()": (dictionary: DictionaryLike) => new NetEnumerator(dictionary),
  "Remove(TKey, out TValue)": removeInto,
  "TrimExcess()": () => null,
  "TryAdd(TKey, TValue)": (dictionary: NetDictionary, key: unknown, value: unknown) => dictionary.tryAdd(key, value),
});
