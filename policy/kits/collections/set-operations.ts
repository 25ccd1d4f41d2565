import { tick } from "@/policy/expression/values/budget";
import { argumentNull } from "@/policy/expression/values/net-exception";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import { NetHashSet } from "./net-hash-set";

/** The other sequence as a set of the same comparer. */
function asSet(set: NetHashSet, other: unknown): NetHashSet {
  if (other === null) throw argumentNull("other");
  return new NetHashSet(set.element, counted(other), set.table.comparer);
}

function* counted(source: unknown): Iterable<unknown> {
  for (const item of enumerate(source)) {
    tick();
    yield item;
  }
}

function hasAll(set: NetHashSet, items: Iterable<unknown>): boolean {
  for (const item of items) if (!set.has(item)) return false;
  return true;
}

function keepOnly(set: NetHashSet, match: (item: unknown) => boolean): number {
  const before = set.count;
  for (const item of [...set]) if (!match(item)) set.remove(item);
  return before - set.count;
}

/** Members that HashSet<T> has of ISet<T>. */
export const setMembers = {
  "Add(T)": (set: NetHashSet, item: unknown) => set.add(item),
  "ExceptWith(IEnumerable<T>)": (set: NetHashSet, other: unknown) => {
    for (const item of asSet(set, other)) set.remove(item);
    return null;
  },
  "IntersectWith(IEnumerable<T>)": (set: NetHashSet, other: unknown) => {
    const others = asSet(set, other);
    keepOnly(set, (item) => others.has(item));
    return null;
  },
  "IsProperSubsetOf(IEnumerable<T>)": (set: NetHashSet, other: unknown) => {
    const others = asSet(set, other);
    return set.count < others.count && hasAll(others, set);
  },
  "IsProperSupersetOf(IEnumerable<T>)": (set: NetHashSet, other: unknown) => {
    const others = asSet(set, other);
    return others.count < set.count && hasAll(set, others);
  },
  "IsSubsetOf(IEnumerable<T>)": (set: NetHashSet, other: unknown) => hasAll(asSet(set, other), set),
  "IsSupersetOf(IEnumerable<T>)": (set: NetHashSet, other: unknown) => hasAll(set, asSet(set, other)),
  "Overlaps(IEnumerable<T>)": (set: NetHashSet, other: unknown) => {
    for (const item of asSet(set, other)) if (set.has(item)) return true;
    return false;
  },
  "SetEquals(IEnumerable<T>)": (set: NetHashSet, other: unknown) => {
    const others = asSet(set, other);
    return others.count === set.count && hasAll(set, others);
  },
  "SymmetricExceptWith(IEnumerable<T>)": (set: NetHashSet, other: unknown) => {
    for (const item of asSet(set, other)) if (!set.remove(item)) set.add(item);
    return null;
  },
  "UnionWith(IEnumerable<T>)": (set: NetHashSet, other: unknown) => {
    if (other === null) throw argumentNull("other");
    for (const item of counted(other)) set.add(item);
    return null;
  },
};

export const removeWhere = (set: NetHashSet, match: (item: unknown) => boolean): number =>
  keepOnly(set, (item) => !match(item));
