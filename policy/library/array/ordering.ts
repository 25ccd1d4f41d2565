import type { Type } from "@/policy/expression/types/type";
import { argumentException, argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import type { NetComparer } from "@/policy/kits/object/comparer";
import { type AnyArray, itemsOf, lengthOf, notNull, writeItems } from "@/policy/kits/sequence/array-content";
import { binarySearch, type Compare, compareWith, sortedByComparer } from "@/policy/kits/sequence/sort-items";

function sort(array: AnyArray, compare: Compare): null {
  writeItems(array, 0, sortedByComparer(itemsOf(array), compare));
  return null;
}

function reverse(array: AnyArray, index: number, length: number): null {
  if (index < 0) throw argumentOutOfRange("index", "Non-negative number required.");
  if (length < 0) throw argumentOutOfRange("length", "Non-negative number required.");
  if (index > lengthOf(array) - length)
    throw argumentException(
      "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.",
    );
  writeItems(
    array,
    index,
    itemsOf(array)
      .slice(index, index + length)
      .reverse(),
  );
  return null;
}

/** Sorts the keys, and their items along with them. */
function sortPairs(keys: AnyArray, items: AnyArray | null): null {
  if (items === null) return sort(keys, compareWith(null));
  const values = itemsOf(items);
  if (lengthOf(keys) > values.length)
    throw argumentException(
      "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.",
    );
  const compare = compareWith(null);
  const pairs = itemsOf(keys).map((key, at) => [key, values[at]] as const);
  type Pair = (typeof pairs)[number];
  const ordered = sortedByComparer(pairs, (a, b) => compare((a as Pair)[0], (b as Pair)[0])) as Pair[];
  writeItems(
    keys,
    0,
    ordered.map(([key]) => key),
  );
  writeItems(
    items,
    0,
    ordered.map(([, item]) => item),
  );
  return null;
}

type Given = AnyArray | null;

/** Members of Array that put items in order. */
export const ordering = {
  "BinarySearch<T>(T[], T)": (_type: Type, array: Given, value: unknown) =>
    binarySearch(itemsOf(notNull(array)), 0, lengthOf(notNull(array)), value, compareWith(null)),
  "BinarySearch<T>(T[], T, IComparer<T>)": (_type: Type, array: Given, value: unknown, comparer: NetComparer | null) =>
    binarySearch(itemsOf(notNull(array)), 0, lengthOf(notNull(array)), value, compareWith(comparer)),
  "Reverse(Array)": (array: Given) => reverse(notNull(array), 0, lengthOf(notNull(array))),
  "Reverse(Array, int, int)": (array: Given, index: number, length: number) => reverse(notNull(array), index, length),
  "Reverse<T>(T[])": (_type: Type, array: Given) => reverse(notNull(array), 0, lengthOf(notNull(array))),
  "Sort(Array)": (array: Given) => sort(notNull(array), compareWith(null)),
  "Sort<T>(T[])": (_type: Type, array: Given) => sort(notNull(array), compareWith(null)),
  "Sort<T>(T[], Comparison<T>)": (_type: Type, array: Given, comparison: Compare | null) => {
    if (comparison === null) throw argumentNull("comparison");
    return sort(notNull(array), comparison);
  },
  "Sort<T>(T[], IComparer<T>)": (_type: Type, array: Given, comparer: NetComparer | null) =>
    sort(notNull(array), compareWith(comparer)),
  "Sort<TKey, TValue>(TKey[], TValue[])": (_key: Type, _value: Type, keys: Given, items: Given) =>
    sortPairs(notNull(keys, "keys"), items),
};
