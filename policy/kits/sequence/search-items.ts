import { tick } from "@/policy/expression/values/budget";
import { argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { netEquals } from "@/policy/kits/object/equals";

export type Match = (item: unknown) => boolean;
type Items = readonly unknown[];

/** What arrays and lists are searched with; -1 where nothing matches. */
export function findIndex(items: Items, match: Match, start = 0, count = items.length - start): number {
  checkRange(items, start, count);
  for (let at = start; at < start + count; at++) {
    tick();
    if (match(items[at])) return at;
  }
  return -1;
}

export function findLastIndex(items: Items, match: Match): number {
  for (let at = items.length - 1; at >= 0; at--) {
    tick();
    if (match(items[at])) return at;
  }
  return -1;
}

export const indexOfItem = (items: Items, item: unknown, start = 0, count = items.length - start): number =>
  findIndex(items, (one) => netEquals(one, item), start, count);

export const lastIndexOfItem = (items: Items, item: unknown): number =>
  findLastIndex(items, (one) => netEquals(one, item));

export function checkRange(items: Items, start: number, count: number): void {
  if (start < 0 || start > items.length)
    throw argumentOutOfRange(
      "startIndex",
      "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
    );
  if (count < 0 || start > items.length - count)
    throw argumentOutOfRange(
      "count",
      "Count must be positive and count must refer to a location within the string/array/collection.",
    );
}
