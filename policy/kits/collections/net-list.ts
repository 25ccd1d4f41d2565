import type { Type } from "@/policy/expression/types/type";
import { charge, tick, tickMany } from "@/policy/expression/values/budget";
import { argumentException, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { netEquals } from "@/policy/kits/object/equals";
import type { ListLike } from "./list-like";
import { modifiedDuringEnumeration } from "./modified";

const beyond = "Index was out of range. Must be non-negative and less than the size of the collection.";

/** List<T> */
export class NetList extends NetObject implements ListLike {
  readonly element: Type;
  readonly items: unknown[];
  private version = 0;
  private room = 0;

  /** The items become the list's. */
  constructor(element: Type, items: unknown[] = []) {
    super();
    charge(32 + 16 * items.length);
    this.element = element;
    this.items = items;
  }

  override get typeName(): string {
    return "System.Collections.Generic.List";
  }

  override get typeArguments(): readonly Type[] {
    return [this.element];
  }

  get count(): number {
    return this.items.length;
  }

  get isReadOnly(): boolean {
    return false;
  }

  /** Doubles from 4 on, as .NET's does. */
  get capacity(): number {
    while (this.room < this.items.length) this.room = Math.max(4, this.room * 2);
    return this.room;
  }

  set capacity(value: number) {
    if (value < this.items.length) throw argumentOutOfRange("value", "capacity was less than the current size.");
    this.room = value;
  }

  item(index: number): unknown {
    this.check(index);
    return this.items[index];
  }

  setItem(index: number, item: unknown): void {
    this.check(index);
    this.items[index] = item;
    this.version++;
  }

  indexOf(item: unknown, from = 0, end = this.items.length): number {
    for (let at = from; at < end; at++) {
      tick();
      if (netEquals(this.items[at], item)) return at;
    }
    return -1;
  }

  add(item: unknown): void {
    charge(16);
    this.items.push(item);
    this.version++;
  }

  insert(index: number, item: unknown): void {
    this.insertAll(index, [item], "Index must be within the bounds of the List.");
  }

  insertAll(index: number, items: readonly unknown[], message = beyond): void {
    if (index < 0 || index > this.items.length) throw argumentOutOfRange("index", message);
    charge(16 * items.length);
    tickMany((this.items.length - index) >> 3);
    const tail = this.items.splice(index);
    for (const item of items) this.items.push(item);
    for (const item of tail) this.items.push(item);
    this.version++;
  }

  removeAt(index: number): void {
    this.check(index);
    tickMany((this.items.length - index) >> 3);
    this.items.splice(index, 1);
    this.version++;
  }

  remove(item: unknown): boolean {
    const index = this.indexOf(item);
    if (index >= 0) this.removeAt(index);
    return index >= 0;
  }

  removeRange(index: number, count: number): void {
    this.checkRange(index, count);
    tickMany(this.items.length >> 3);
    this.items.splice(index, count);
    this.version++;
  }

  removeAll(match: (item: unknown) => boolean): number {
    const kept = this.items.filter((item) => !match(item));
    const removed = this.items.length - kept.length;
    if (removed > 0) this.replace(0, this.items.length, kept);
    return removed;
  }

  clear(): void {
    this.items.length = 0;
    this.version++;
  }

  /** Puts other items in the place of `count` from `index` on. */
  replace(index: number, count: number, items: readonly unknown[]): void {
    tickMany(this.items.length >> 3);
    const tail = this.items.splice(index).slice(count);
    for (const item of items) this.items.push(item);
    for (const item of tail) this.items.push(item);
    this.version++;
  }

  slice(index: number, count: number): unknown[] {
    this.checkRange(index, count);
    charge(16 * count);
    tickMany(count >> 3);
    return this.items.slice(index, index + count);
  }

  *[Symbol.iterator](): IterableIterator<unknown> {
    const { version } = this;
    for (let at = 0; ; at++) {
      if (version !== this.version) throw modifiedDuringEnumeration();
      if (at >= this.items.length) return;
      yield this.items[at];
    }
  }

  private check(index: number): void {
    if (index < 0 || index >= this.items.length) throw argumentOutOfRange("index", beyond);
  }

  private checkRange(index: number, count: number): void {
    if (index < 0) throw argumentOutOfRange("index", "Non-negative number required.");
    if (count < 0) throw argumentOutOfRange("count", "Non-negative number required.");
    if (this.items.length - index < count)
      throw argumentException(
        "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.",
      );
  }
}
