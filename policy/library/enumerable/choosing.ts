import type { Type } from "@/policy/expression/types/type";
import type { Ref } from "@/policy/expression/values/boxed";
import { tick } from "@/policy/expression/values/budget";
import { argumentOutOfRange, invalidOperation } from "@/policy/expression/values/net-exception";
import { containsItem, knownCount } from "@/policy/kits/collections/collection-of";
import { isListLike } from "@/policy/kits/collections/list-like";
import type { NetComparer, NetEqualityComparer } from "@/policy/kits/object/comparer";
import { defaultOf } from "@/policy/kits/object/default-of";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import type { Selector } from "@/policy/kits/sequence/net-lookup";
import { compareWith } from "@/policy/kits/sequence/sort-items";
import type { MemberRuntime } from "@/policy/library/implement";

type Predicate = ((item: unknown) => boolean) | null;
type Pick = (source: unknown, predicate: Predicate) => unknown;

export const noElements = () => invalidOperation("Sequence contains no elements");
const noMatch = (predicate: Predicate) =>
  predicate === null ? noElements() : invalidOperation("Sequence contains no matching element");

/** These give undefined where there is none. */
function first(source: unknown, predicate: Predicate): unknown {
  for (const item of enumerate(source)) {
    tick();
    if (predicate === null || predicate(item)) return item;
  }
  return undefined;
}

function last(source: unknown, predicate: Predicate): unknown {
  if (predicate === null && isListLike(source)) return source.count === 0 ? undefined : source.item(source.count - 1);
  let found: unknown;
  for (const item of enumerate(source)) {
    tick();
    if (predicate === null || predicate(item)) found = item;
  }
  return found;
}

function single(source: unknown, predicate: Predicate): unknown {
  let found: unknown;
  for (const item of enumerate(source)) {
    tick();
    if (predicate !== null && !predicate(item)) continue;
    if (found !== undefined)
      throw invalidOperation(`Sequence contains more than one ${predicate === null ? "" : "matching "}element`);
    found = item;
  }
  return found;
}

function elementAt(source: unknown, index: number): unknown {
  if (index < 0) return undefined;
  if (isListLike(source)) return index < source.count ? source.item(index) : undefined;
  let left = index;
  for (const item of enumerate(source)) {
    tick();
    if (left-- === 0) return item;
  }
  return undefined;
}

function count(source: unknown, predicate: Predicate): number {
  const known = predicate === null ? knownCount(source) : -1;
  if (known >= 0) return known;
  let found = 0;
  for (const item of enumerate(source)) {
    tick();
    if (predicate === null || predicate(item)) found++;
  }
  return found;
}

function aggregate(source: unknown, seed: unknown, func: (sum: unknown, item: unknown) => unknown): unknown {
  let sum = seed;
  for (const item of enumerate(source)) {
    tick();
    sum = sum === undefined ? item : func(sum, item);
  }
  if (sum === undefined) throw noElements();
  return sum;
}

/** The element whose key is the greatest (sign 1) or least (-1); the first of several. */
const extremeBy =
  (sign: 1 | -1) =>
  (type: Type, keyType: Type, source: unknown, keyOf: Selector, comparer: NetComparer | null = null) => {
    const compare = compareWith(comparer);
    const ignoresNull = defaultOf(keyType) === null;
    let found: { readonly item: unknown; readonly key: unknown } | null = null;
    for (const item of enumerate(source)) {
      tick();
      const key = keyOf(item);
      const isBetter =
        found === null ||
        (ignoresNull && found.key === null
          ? key !== null
          : !(ignoresNull && key === null) && sign * compare(key, found.key) > 0);
      if (isBetter) found = { item, key };
    }
    if (found !== null) return found.item;
    if (defaultOf(type) !== null) throw noElements();
    return null;
  };

const members: Record<string, MemberRuntime> = {};
const bare = "<TSource>(IEnumerable<TSource>)";
const matching = "<TSource>(IEnumerable<TSource>, Func<TSource, bool>)";
const withDefault = (key: string) => `${key.slice(0, -1)}, TSource)`;

function declare(name: string, pick: Pick): void {
  const must = (_type: Type, source: unknown, predicate: Predicate = null) => {
    const found = pick(source, predicate);
    if (found === undefined) throw noMatch(predicate);
    return found;
  };
  members[name + bare] = must;
  members[name + matching] = must;
  members[`${name}OrDefault${bare}`] = (type, source) => {
    const found = pick(source, null);
    return found === undefined ? defaultOf(type) : found;
  };
  members[`${name}OrDefault${matching}`] = (type, source, predicate) => {
    const found = pick(source, predicate);
    return found === undefined ? defaultOf(type) : found;
  };
  members[`${name}OrDefault${withDefault(bare)}`] = (_type, source, fallback) => {
    const found = pick(source, null);
    return found === undefined ? fallback : found;
  };
  members[`${name}OrDefault${withDefault(matching)}`] = (_type, source, predicate, fallback) => {
    const found = pick(source, predicate);
    return found === undefined ? fallback : found;
  };
}
declare("First", first);
declare("Last", last);
declare("Single", single);

const any = (_type: Type, source: unknown, predicate: Predicate = null) => first(source, predicate) !== undefined;
const countOf = (_type: Type, source: unknown, predicate: Predicate = null) => count(source, predicate);
const longCountOf = (_type: Type, source: unknown, predicate: Predicate = null) => BigInt(count(source, predicate));
const key = (name: string) => `${name}<TSource, TKey>(IEnumerable<TSource>, Func<TSource, TKey>)`;
const keyCompared = (name: string) => `${key(name).slice(0, -1)}, IComparer<TKey>)`;

/** Members that answer with a single value. */
export const choosing: Record<string, MemberRuntime> = {
  ...members,
  "Aggregate<TSource>(IEnumerable<TSource>, Func<TSource, TSource, TSource>)": (_type, source, func) =>
    aggregate(source, undefined, func),
  "Aggregate<TSource, TAccumulate>(IEnumerable<TSource>, TAccumulate, Func<TAccumulate, TSource, TAccumulate>)": (
    _type,
    _sum,
    source,
    seed,
    func,
  ) => aggregate(source, seed, func),
  "Aggregate<TSource, TAccumulate, TResult>(IEnumerable<TSource>, TAccumulate, Func<TAccumulate, TSource, TAccumulate>, Func<TAccumulate, TResult>)":
    (_type, _sum, _result, source, seed, func, result) => result(aggregate(source, seed, func)),
  [`All${matching}`]: (_type, source, predicate) => first(source, (item) => !predicate(item)) === undefined,
  [`Any${bare}`]: any,
  [`Any${matching}`]: any,
  "Contains<TSource>(IEnumerable<TSource>, TSource)": (_type, source, item) => containsItem(source, item),
  "Contains<TSource>(IEnumerable<TSource>, TSource, IEqualityComparer<TSource>)": (
    _type,
    source,
    wanted,
    comparer: NetEqualityComparer | null,
  ) =>
    comparer === null
      ? containsItem(source, wanted)
      : first(source, (item) => comparer.equalItems(item, wanted)) !== undefined,
  [`Count${bare}`]: countOf,
  [`Count${matching}`]: countOf,
  [`LongCount${bare}`]: longCountOf,
  [`LongCount${matching}`]: longCountOf,
  "ElementAt<TSource>(IEnumerable<TSource>, int)": (_type, source, index) => {
    const found = elementAt(source, index);
    if (found !== undefined) return found;
    throw knownCount(source) < 0
      ? argumentOutOfRange("index")
      : argumentOutOfRange(
          "index",
          "Index was out of range. Must be non-negative and less than the size of the collection.",
        );
  },
  "ElementAtOrDefault<TSource>(IEnumerable<TSource>, int)": (type, source, index) => {
    const found = elementAt(source, index);
    return found === undefined ? defaultOf(type) : found;
  },
  [key("MaxBy")]: extremeBy(1),
  [keyCompared("MaxBy")]: extremeBy(1),
  [key("MinBy")]: extremeBy(-1),
  [keyCompared("MinBy")]: extremeBy(-1),
  "TryGetNonEnumeratedCount<TSource>(IEnumerable<TSource>, out int)": (_type, source, found: Ref<number>) => {
    const known = knownCount(source);
    found.value = Math.max(known, 0);
    return known >= 0;
  },
};
