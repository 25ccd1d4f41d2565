import type { Type } from "@/policy/expression/types/type";
import { tick } from "@/policy/expression/values/budget";
import { NetDictionary } from "@/policy/kits/collections/net-dictionary";
import { NetHashSet } from "@/policy/kits/collections/net-hash-set";
import { NetList } from "@/policy/kits/collections/net-list";
import type { NetEqualityComparer } from "@/policy/kits/object/comparer";
import { arrayOf } from "@/policy/kits/sequence/array-of";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import type { Selector } from "@/policy/kits/sequence/net-lookup";
import { takeAll } from "@/policy/kits/sequence/take-all";

type Comparer = NetEqualityComparer | null;

function fill(dictionary: NetDictionary, source: unknown, keyOf: Selector, elementOf: Selector | null): NetDictionary {
  for (const item of enumerate(source)) {
    tick();
    dictionary.add(keyOf(item), elementOf === null ? item : elementOf(item));
  }
  return dictionary;
}

const byKey = (type: Type, key: Type, source: unknown, keyOf: Selector, comparer: Comparer = null) =>
  fill(new NetDictionary(key, type, comparer), source, keyOf, null);

const byKeyAndElement = (
  _type: Type,
  key: Type,
  element: Type,
  source: unknown,
  keyOf: Selector,
  elementOf: Selector,
  comparer: Comparer = null,
) => fill(new NetDictionary(key, element, comparer), source, keyOf, elementOf);

const toHashSet = (type: Type, source: unknown, comparer: Comparer = null) =>
  new NetHashSet(type, takeAll(source), comparer);

/** Members that make collections. */
export const collecting = {
  "ToArray<TSource>(IEnumerable<TSource>)": (type: Type, source: unknown) => arrayOf(type, takeAll(source)),
  "ToDictionary<TSource, TKey>(IEnumerable<TSource>, Func<TSource, TKey>)": byKey,
  "ToDictionary<TSource, TKey>(IEnumerable<TSource>, Func<TSource, TKey>, IEqualityComparer<TKey>)": byKey,
  "ToDictionary<TSource, TKey, TElement>(IEnumerable<TSource>, Func<TSource, TKey>, Func<TSource, TElement>)":
    byKeyAndElement,
  "ToDictionary<TSource, TKey, TElement>(IEnumerable<TSource>, Func<TSource, TKey>, Func<TSource, TElement>, IEqualityComparer<TKey>)":
    byKeyAndElement,
  "ToHashSet<TSource>(IEnumerable<TSource>)": toHashSet,
  "ToHashSet<TSource>(IEnumerable<TSource>, IEqualityComparer<TSource>)": toHashSet,
  "ToList<TSource>(IEnumerable<TSource>)": (type: Type, source: unknown) => new NetList(type, takeAll(source)),
};
