import type { Type } from "@/policy/expression/types/type";
import { tick } from "@/policy/expression/values/budget";
import type { NetEqualityComparer } from "@/policy/kits/object/comparer";
import { arrayOf } from "@/policy/kits/sequence/array-of";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import type { NetGrouping } from "@/policy/kits/sequence/net-grouping";
import { NetLookup, type Selector } from "@/policy/kits/sequence/net-lookup";
import { NetSequence } from "@/policy/kits/sequence/net-sequence";
import type { MemberRuntime } from "@/policy/library/implement";

type Comparer = NetEqualityComparer | null;
type Result = (key: unknown, items: unknown) => unknown;

/** No type of the table: nobody asks a sequence of groups for the type of its elements. */
const groups: Type = { kind: "special", name: "error", display: "IGrouping", fullName: "System.Linq.IGrouping" };

function* results(lookup: NetLookup, result: Result): Iterable<unknown> {
  for (const group of lookup) {
    tick();
    yield result(group.key, group);
  }
}

/** Of `<TSource, TKey>(source, keyOf, ...)`: what the overloads have in common. */
interface Parts {
  readonly key: Type;
  readonly element: Type;
  readonly source: unknown;
  readonly keyOf: Selector;
  readonly elementOf: Selector | null;
}

const lookupOf = ({ key, element, source, keyOf, elementOf }: Parts, comparer: Comparer) =>
  new NetLookup(key, element, comparer).fill(source, keyOf, elementOf);

const byKey =
  <T>(make: (parts: Parts, comparer: Comparer) => T) =>
  (element: Type, key: Type, source: unknown, keyOf: Selector, comparer: Comparer = null) =>
    make({ key, element, source, keyOf, elementOf: null }, comparer);

const byKeyAndElement =
  <T>(make: (parts: Parts, comparer: Comparer) => T) =>
  (_type: Type, key: Type, element: Type, source: unknown, keyOf: Selector, of: Selector, comparer: Comparer = null) =>
    make({ key, element, source, keyOf, elementOf: of }, comparer);

const groupsOf = (parts: Parts, comparer: Comparer) => new NetSequence(groups, () => lookupOf(parts, comparer));

const groupInto = (
  element: Type,
  key: Type,
  type: Type,
  source: unknown,
  keyOf: Selector,
  result: Result,
  comparer: Comparer = null,
) => new NetSequence(type, () => results(lookupOf({ key, element, source, keyOf, elementOf: null }, comparer), result));

const groupElementsInto = (
  _type: Type,
  key: Type,
  element: Type,
  type: Type,
  source: unknown,
  keyOf: Selector,
  elementOf: Selector,
  result: Result,
  comparer: Comparer = null,
) => new NetSequence(type, () => results(lookupOf({ key, element, source, keyOf, elementOf }, comparer), result));

/** For every outer element what `each` makes of it and of the inner elements with its key. */
const joinWith =
  (each: (outer: unknown, group: NetGrouping | null, inner: Type, result: Result) => Iterable<unknown>) =>
  (
    _outer: Type,
    innerType: Type,
    key: Type,
    type: Type,
    outer: unknown,
    inner: unknown,
    outerKeyOf: Selector,
    innerKeyOf: Selector,
    result: Result,
    comparer: Comparer = null,
  ) =>
    new NetSequence(type, function* () {
      const lookup = new NetLookup(key, innerType, comparer).fill(inner, innerKeyOf, null, false);
      for (const item of enumerate(outer)) {
        tick();
        yield* each(item, lookup.group(outerKeyOf(item)), innerType, result);
      }
    });

const join = joinWith(function* (outer, group, _inner, result) {
  if (group === null) return;
  for (const item of group) {
    tick();
    yield result(outer, item);
  }
});

const groupJoin = joinWith(function* (outer, group, inner, result) {
  yield result(outer, group ?? arrayOf(inner, []));
});

const compared = (key: string) => `${key.slice(0, -1)}, IEqualityComparer<TKey>)`;
const keySelector = "IEnumerable<TSource>, Func<TSource, TKey>";
const elementSelector = "Func<TSource, TElement>";
const joining = "IEnumerable<TOuter>, IEnumerable<TInner>, Func<TOuter, TKey>, Func<TInner, TKey>";

const plain: Record<string, MemberRuntime> = {
  [`GroupBy<TSource, TKey>(${keySelector})`]: byKey(groupsOf),
  [`GroupBy<TSource, TKey, TElement>(${keySelector}, ${elementSelector})`]: byKeyAndElement(groupsOf),
  [`GroupBy<TSource, TKey, TResult>(${keySelector}, Func<TKey, IEnumerable<TSource>, TResult>)`]: groupInto,
  [`GroupBy<TSource, TKey, TElement, TResult>(${keySelector}, ${elementSelector}, Func<TKey, IEnumerable<TElement>, TResult>)`]:
    groupElementsInto,
  [`GroupJoin<TOuter, TInner, TKey, TResult>(${joining}, Func<TOuter, IEnumerable<TInner>, TResult>)`]: groupJoin,
  [`Join<TOuter, TInner, TKey, TResult>(${joining}, Func<TOuter, TInner, TResult>)`]: join,
  [`ToLookup<TSource, TKey>(${keySelector})`]: byKey(lookupOf),
  [`ToLookup<TSource, TKey, TElement>(${keySelector}, ${elementSelector})`]: byKeyAndElement(lookupOf),
};

/** Members that bring elements of equal keys together, each also with a comparer. */
export const grouping: Record<string, MemberRuntime> = { ...plain };
for (const [key, member] of Object.entries(plain)) grouping[compared(key)] = member;
