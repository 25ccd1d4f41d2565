import { Boxed } from "@/policy/expression/values/boxed";
import { NetArray } from "@/policy/expression/values/net-array";
import { argumentNull } from "@/policy/expression/values/net-exception";
import { defaultOf } from "@/policy/kits/object/default-of";
import { takeAll } from "./take-all";

export type AnyArray = NetArray | Uint8Array;

export function notNull(array: AnyArray | null, parameter = "array"): AnyArray {
  if (array === null) throw argumentNull(parameter);
  return array;
}

/** The boxed items, to be read only: those of a byte[] are a copy. */
export const itemsOf = (array: AnyArray): readonly unknown[] =>
  array instanceof NetArray ? array.items : takeAll(array);

export const lengthOf = (array: AnyArray): number => (array instanceof NetArray ? array.items.length : array.length);

/** Puts boxed items into an array from an index on. */
export function writeItems(array: AnyArray, at: number, items: readonly unknown[]): void {
  const raw = array instanceof NetArray ? items : items.map((item) => (item instanceof Boxed ? Number(item.value) : 0));
  const target = array instanceof NetArray ? array.items : array;
  for (const [offset, item] of raw.entries()) target[at + offset] = item as number;
}

/** What a new array is filled with. */
export const initialItem = (array: AnyArray): unknown => (array instanceof NetArray ? defaultOf(array.element) : 0);
