import type { Type } from "@/policy/expression/types/type";
import type { Ref } from "@/policy/expression/values/boxed";
import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { copyTo } from "@/policy/kits/collections/collection-of";
import { DefaultEqualityComparer } from "@/policy/kits/collections/default-comparer";
import { NetHashSet } from "@/policy/kits/collections/net-hash-set";
import { removeWhere, setMembers } from "@/policy/kits/collections/set-operations";
import type { NetEqualityComparer } from "@/policy/kits/object/comparer";
import { defaultOf } from "@/policy/kits/object/default-of";
import { NetEnumerator } from "@/policy/kits/sequence/net-enumerator";
import { takeAll } from "@/policy/kits/sequence/take-all";
import { implementType } from "@/policy/library/implement";

function ofCapacity(type: Type, capacity: number, comparer: NetEqualityComparer | null = null): NetHashSet {
  if (capacity < 0) throw argumentOutOfRange("capacity", "Non-negative number required.");
  return new NetHashSet(type, [], comparer);
}

function ofItems(type: Type, collection: unknown, comparer: NetEqualityComparer | null = null): NetHashSet {
  if (collection === null) throw argumentNull("collection");
  return new NetHashSet(type, takeAll(collection), comparer);
}

export const runtime = implementType("System.Collections.Generic.HashSet", {
  "new()": (type: Type) => new NetHashSet(type),
  "new(int)": ofCapacity,
  "new(IEqualityComparer<T>)": (type: Type, comparer: NetEqualityComparer | null) => new NetHashSet(type, [], comparer),
  "new(int, IEqualityComparer<T>)": ofCapacity,
  "new(IEnumerable<T>)": ofItems,
  "new(IEnumerable<T>, IEqualityComparer<T>)": ofItems,
  ...setMembers,
  Comparer: (set: NetHashSet) => set.table.comparer ?? new DefaultEqualityComparer(set.element),
  Count: (set: NetHashSet) => set.count,
  "Clear()": (set: NetHashSet) => {
    set.clear();
    return null;
  },
  "Contains(T)": (set: NetHashSet, item: unknown) => set.has(item),
  "CopyTo(T[])": (set: NetHashSet, array: NetArray | null) => {
    copyTo(set, array, 0);
    return null;
  },
  "CopyTo(T[], int)": (set: NetHashSet, array: NetArray | null, index: number) => {
    copyTo(set, array, index);
    return null;
  },
  "EnsureCapacity(int)": (set: NetHashSet, capacity: number) => Math.max(capacity, set.count),
  "GetEnumerator()": (set: NetHashSet) => new NetEnumerator(set),
  "Remove(T)": (set: NetHashSet, item: unknown) => set.remove(item),
  "RemoveWhere(Predicate<T>)": (set: NetHashSet, match: ((item: unknown) => boolean) | null) => {
    if (match === null) throw argumentNull("match");
    return removeWhere(set, match);
  },
  "TrimExcess()": () => null,
  "TryGetValue(T, out T)": (set: NetHashSet, wanted: unknown, found: Ref<unknown>) => {
    const entry = set.table.find(wanted);
    found.value = entry === null ? defaultOf(set.element) : entry.key;
    return entry !== null;
  },
});
