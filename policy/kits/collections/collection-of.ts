import { Boxed, boxByte } from "@/policy/expression/values/boxed";
import { tick } from "@/policy/expression/values/budget";
import { NetArray } from "@/policy/expression/values/net-array";
import {
  argumentException,
  argumentNull,
  argumentOutOfRange,
  notSupported,
} from "@/policy/expression/values/net-exception";
import type { NetObject } from "@/policy/expression/values/net-object";
import { netEquals } from "@/policy/kits/object/equals";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import { isListLike, type ListLike } from "./list-like";

/** Arrays and other sequences seen as an IList<T>: what they cannot do throws. */
class SequenceView implements ListLike {
  private readonly source: unknown;

  constructor(source: unknown) {
    this.source = source;
  }

  get isReadOnly(): boolean {
    return true;
  }

  get count(): number {
    return countOf(this.source);
  }

  item(index: number): unknown {
    let at = 0;
    if (index >= 0) for (const item of enumerate(this.source)) if (at++ === index) return item;
    throw outside();
  }

  setItem(_index: number, _item: unknown): void {
    throw fixedSize();
  }

  indexOf(item: unknown): number {
    let at = 0;
    for (const one of enumerate(this.source)) {
      tick();
      if (netEquals(one, item)) return at;
      at++;
    }
    return -1;
  }

  add(_item: unknown): void {
    throw fixedSize();
  }

  insert(_index: number, _item: unknown): void {
    throw fixedSize();
  }

  removeAt(_index: number): void {
    throw fixedSize();
  }

  remove(_item: unknown): boolean {
    throw fixedSize();
  }

  clear(): void {
    throw fixedSize();
  }
}

class ArrayView extends SequenceView {
  private readonly items: unknown[] | Uint8Array;

  constructor(array: NetArray | Uint8Array) {
    super(array);
    this.items = array instanceof NetArray ? array.items : array;
  }

  override item(index: number): unknown {
    if (index < 0 || index >= this.items.length) throw outside();
    const item = this.items[index];
    return this.items instanceof Uint8Array ? boxByte(item as number) : item;
  }

  override setItem(index: number, item: unknown): void {
    if (index < 0 || index >= this.items.length) throw outside();
    this.items[index] = this.items instanceof Uint8Array && item instanceof Boxed ? item.value : item;
  }
}

const outside = () =>
  argumentOutOfRange("index", "Index was out of range. Must be non-negative and less than the size of the collection.");
const fixedSize = () => notSupported("Collection was of a fixed size.");

/** What stands behind an IList<T>, ICollection<T> or IReadOnlyList<T>. */
export function collectionOf(value: unknown): ListLike {
  if (isListLike(value)) return value;
  return value instanceof NetArray || value instanceof Uint8Array ? new ArrayView(value) : new SequenceView(value);
}

/** How many elements there are, if that can be told without going through them; or -1. */
export function knownCount(value: unknown): number {
  if (value instanceof NetArray) return value.items.length;
  if (value instanceof Uint8Array || typeof value === "string") return value.length;
  return value !== null && typeof value === "object" && "count" in value && typeof value.count === "number"
    ? value.count
    : -1;
}

export function countOf(value: unknown): number {
  const known = knownCount(value);
  if (known >= 0) return known;
  let count = 0;
  for (const _ of enumerate(value)) {
    tick();
    count++;
  }
  return count;
}

/** ICollection<T>.CopyTo */
export function copyTo(source: unknown, array: NetArray | Uint8Array | null, index: number): void {
  if (array === null) throw argumentNull("array");
  if (index < 0) throw argumentOutOfRange("arrayIndex", "Non-negative number required.");
  const target = collectionOf(array);
  if (countOf(source) > target.count - index)
    throw argumentException(
      "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.",
      "destinationArray",
    );
  let at = index;
  for (const item of enumerate(source)) {
    tick();
    target.setItem(at++, item);
  }
}

/** Whether a collection has an element: its own way to tell, where it has one. */
export function containsItem(source: unknown, item: unknown): boolean {
  if (hasItems(source)) return source.has(item);
  return collectionOf(source).indexOf(item) >= 0;
}

const hasItems = (value: unknown): value is NetObject & { has(item: unknown): boolean } =>
  typeof value === "object" && value !== null && "has" in value && "table" in value;
