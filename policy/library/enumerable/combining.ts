import type { Type } from "@/policy/expression/types/type";
import { tick } from "@/policy/expression/values/budget";
import { KeyTable } from "@/policy/kits/collections/key-table";
import type { NetEqualityComparer } from "@/policy/kits/object/comparer";
import { netEquals } from "@/policy/kits/object/equals";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import type { Selector } from "@/policy/kits/sequence/net-lookup";
import { NetSequence } from "@/policy/kits/sequence/net-sequence";

type Comparer = NetEqualityComparer | null;
const itself: Selector = (item) => item;

function* concat(first: unknown, second: unknown): Iterable<unknown> {
  yield* enumerate(first);
  yield* enumerate(second);
}

/** Elements whose keys have not come yet; `seen` is added to. */
function* fresh(source: unknown, keyOf: Selector, seen: KeyTable<null>): Iterable<unknown> {
  for (const item of enumerate(source)) if (seen.add(keyOf(item), null)) yield item;
}

function keysOf(source: unknown, comparer: Comparer): KeyTable<null> {
  const keys = new KeyTable<null>(comparer);
  for (const key of enumerate(source)) keys.add(key, null);
  return keys;
}

function* union(first: unknown, second: unknown, keyOf: Selector, comparer: Comparer): Iterable<unknown> {
  const seen = new KeyTable<null>(comparer);
  yield* fresh(first, keyOf, seen);
  yield* fresh(second, keyOf, seen);
}

function* intersect(first: unknown, second: unknown, keyOf: Selector, comparer: Comparer): Iterable<unknown> {
  const wanted = keysOf(second, comparer);
  for (const item of enumerate(first)) if (wanted.remove(keyOf(item)) !== null) yield item;
}

function* zip(first: unknown, second: unknown, result: (a: unknown, b: unknown) => unknown): Iterable<unknown> {
  const others = enumerate(second)[Symbol.iterator]();
  for (const item of enumerate(first)) {
    const { done, value } = others.next();
    if (done === true) return;
    yield result(item, value);
  }
  others.return?.();
}

function sequenceEqual(_type: Type, first: unknown, second: unknown, comparer: Comparer = null): boolean {
  const others = enumerate(second)[Symbol.iterator]();
  for (const item of enumerate(first)) {
    tick();
    const { done, value } = others.next();
    if (done === true) return false;
    if (!(comparer === null ? netEquals(item, value) : comparer.equalItems(item, value))) return false;
  }
  return others.next().done === true;
}

const distinct = (type: Type, source: unknown, comparer: Comparer = null) =>
  new NetSequence(type, () => fresh(source, itself, new KeyTable(comparer)));
const distinctBy = (type: Type, _key: Type, source: unknown, keyOf: Selector, comparer: Comparer = null) =>
  new NetSequence(type, () => fresh(source, keyOf, new KeyTable(comparer)));

type SetOperation = (first: unknown, second: unknown, keyOf: Selector, comparer: Comparer) => Iterable<unknown>;

const except: SetOperation = (first, second, keyOf, comparer) => fresh(first, keyOf, keysOf(second, comparer));

const plainly =
  (operation: SetOperation) =>
  (type: Type, first: unknown, second: unknown, comparer: Comparer = null) =>
    new NetSequence(type, () => operation(first, second, itself, comparer));
const byKey =
  (operation: SetOperation) =>
  (type: Type, _key: Type, first: unknown, second: unknown, keyOf: Selector, comparer: Comparer = null) =>
    new NetSequence(type, () => operation(first, second, keyOf, comparer));

const both = (name: string) => `${name}<TSource>(IEnumerable<TSource>, IEnumerable<TSource>)`;
const keyed = (name: string, second: string) =>
  `${name}<TSource, TKey>(IEnumerable<TSource>, IEnumerable<${second}>, Func<TSource, TKey>)`;
const compared = (key: string, type = "TSource") => `${key.slice(0, -1)}, IEqualityComparer<${type}>)`;

/** Members that put two sequences together or take them for sets. */
export const combining = {
  [both("Concat")]: (type: Type, first: unknown, second: unknown) => new NetSequence(type, () => concat(first, second)),
  "Distinct<TSource>(IEnumerable<TSource>)": distinct,
  "Distinct<TSource>(IEnumerable<TSource>, IEqualityComparer<TSource>)": distinct,
  "DistinctBy<TSource, TKey>(IEnumerable<TSource>, Func<TSource, TKey>)": distinctBy,
  "DistinctBy<TSource, TKey>(IEnumerable<TSource>, Func<TSource, TKey>, IEqualityComparer<TKey>)": distinctBy,
  [both("Except")]: plainly(except),
  [compared(both("Except"))]: plainly(except),
  [both("Intersect")]: plainly(intersect),
  [compared(both("Intersect"))]: plainly(intersect),
  [both("Union")]: plainly(union),
  [compared(both("Union"))]: plainly(union),
  [keyed("ExceptBy", "TKey")]: byKey(except),
  [compared(keyed("ExceptBy", "TKey"), "TKey")]: byKey(except),
  [keyed("IntersectBy", "TKey")]: byKey(intersect),
  [compared(keyed("IntersectBy", "TKey"), "TKey")]: byKey(intersect),
  [keyed("UnionBy", "TSource")]: byKey(union),
  [compared(keyed("UnionBy", "TSource"), "TKey")]: byKey(union),
  [both("SequenceEqual")]: sequenceEqual,
  [compared(both("SequenceEqual"))]: sequenceEqual,
  "Zip<TFirst, TSecond, TResult>(IEnumerable<TFirst>, IEnumerable<TSecond>, Func<TFirst, TSecond, TResult>)": (
    _first: Type,
    _second: Type,
    type: Type,
    first: unknown,
    second: unknown,
    result: (a: unknown, b: unknown) => unknown,
  ) => new NetSequence(type, () => zip(first, second, result)),
};
