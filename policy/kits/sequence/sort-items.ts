import { charge, tick } from "@/policy/expression/values/budget";
import { NetException } from "@/policy/expression/values/net-exception";
import { compareValues } from "@/policy/kits/object/compare";
import type { NetComparer } from "@/policy/kits/object/comparer";

export type Compare = (a: unknown, b: unknown) => number;

export const compareWith = (comparer: NetComparer | null): Compare =>
  comparer === null ? compareValues : (a, b) => comparer.compareItems(a, b);

/** A sorted copy, equal ones in their order. */
export function sorted(items: readonly unknown[], compare: Compare): unknown[] {
  charge(16 * items.length);
  return items.slice().sort((a, b) => {
    tick();
    return compare(a, b);
  });
}

/** As Array.Sort and List<T>.Sort, which wrap what a comparer throws. */
export function sortedByComparer(items: readonly unknown[], compare: Compare): unknown[] {
  try {
    return sorted(items, compare);
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    const message = "Failed to compare two elements in the array.";
    throw new NetException("System.InvalidOperationException", message, error);
  }
}

/** Where it is, or the complement of where it belongs. */
export function binarySearch(
  items: readonly unknown[],
  from: number,
  count: number,
  wanted: unknown,
  compare: Compare,
): number {
  let low = from;
  let high = from + count - 1;
  while (low <= high) {
    tick();
    const middle = (low + high) >> 1;
    const order = compare(items[middle], wanted);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return ~low;
}
