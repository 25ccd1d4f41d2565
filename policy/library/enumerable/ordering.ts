import type { Type } from "@/policy/expression/types/type";
import type { NetComparer } from "@/policy/kits/object/comparer";
import type { Selector } from "@/policy/kits/sequence/net-lookup";
import { OrderedSequence } from "@/policy/kits/sequence/ordered-sequence";
import { compareWith } from "@/policy/kits/sequence/sort-items";

const order =
  (isDescending: boolean) =>
  (type: Type, _key: Type, source: unknown, keyOf: Selector, comparer: NetComparer | null = null) =>
    new OrderedSequence(type, source, [{ keyOf, compare: compareWith(comparer), isDescending }]);

const then =
  (isDescending: boolean) =>
  (_type: Type, _key: Type, source: OrderedSequence, keyOf: Selector, comparer: NetComparer | null = null) =>
    source.refinedBy({ keyOf, compare: compareWith(comparer), isDescending });

const plain = (name: string) => `${name}<TSource, TKey>(IEnumerable<TSource>, Func<TSource, TKey>)`;
const further = (name: string) => `${name}<TSource, TKey>(IOrderedEnumerable<TSource>, Func<TSource, TKey>)`;
const compared = (key: string) => `${key.slice(0, -1)}, IComparer<TKey>)`;

/** OrderBy and what follows it. */
export const ordering = {
  [plain("OrderBy")]: order(false),
  [compared(plain("OrderBy"))]: order(false),
  [plain("OrderByDescending")]: order(true),
  [compared(plain("OrderByDescending"))]: order(true),
  [further("ThenBy")]: then(false),
  [compared(further("ThenBy"))]: then(false),
  [further("ThenByDescending")]: then(true),
  [compared(further("ThenByDescending"))]: then(true),
};
