import type { NetArray } from "@/policy/expression/values/net-array";
import { collectionOf, containsItem, copyTo, countOf } from "@/policy/kits/collections/collection-of";
import { DictionaryLike } from "@/policy/kits/collections/dictionary-like";
import { NetKeyValuePair } from "@/policy/kits/collections/key-value-pair";
import { NetHashSet } from "@/policy/kits/collections/net-hash-set";
import { netEquals } from "@/policy/kits/object/equals";
import { implementType } from "@/policy/library/implement";

const isFree = (source: unknown): source is DictionaryLike | NetHashSet =>
  source instanceof DictionaryLike || source instanceof NetHashSet;

const holds = (dictionary: DictionaryLike, { key, value }: NetKeyValuePair) =>
  dictionary.has(key) && netEquals(dictionary.find(key), value);

export const runtime = implementType("System.Collections.Generic.ICollection", {
  Count: countOf,
  IsReadOnly: (source: unknown) => {
    if (source instanceof NetHashSet) return false;
    return source instanceof DictionaryLike ? source.isReadOnly : collectionOf(source).isReadOnly;
  },
  "Add(T)": (source: unknown, item: unknown) => {
    if (source instanceof NetHashSet) source.add(item);
    else if (source instanceof DictionaryLike && item instanceof NetKeyValuePair) source.add(item.key, item.value);
    else collectionOf(source).add(item);
    return null;
  },
  "Clear()": (source: unknown) => {
    if (isFree(source)) source.clear();
    else collectionOf(source).clear();
    return null;
  },
  "Contains(T)": (source: unknown, item: unknown) =>
    source instanceof DictionaryLike && item instanceof NetKeyValuePair
      ? holds(source, item)
      : containsItem(source, item),
  "CopyTo(T[], int)": (source: unknown, array: NetArray | Uint8Array | null, index: number) => {
    copyTo(source, array, index);
    return null;
  },
  "Remove(T)": (source: unknown, item: unknown) => {
    if (source instanceof NetHashSet) return source.remove(item);
    if (source instanceof DictionaryLike && item instanceof NetKeyValuePair)
      return holds(source, item) && source.remove(item.key);
    return collectionOf(source).remove(item);
  },
});
