import type { Type } from "@/policy/expression/types/type";
import { NetObject } from "@/policy/expression/values/net-object";
import type { NetEqualityComparer } from "@/policy/kits/object/comparer";
import { KeyTable } from "./key-table";

/** HashSet<T> */
export class NetHashSet extends NetObject {
  readonly element: Type;
  readonly table: KeyTable<null>;

  constructor(element: Type, items: Iterable<unknown> = [], comparer: NetEqualityComparer | null = null) {
    super();
    this.element = element;
    this.table = new KeyTable(comparer);
    for (const item of items) this.add(item);
  }

  override get typeName(): string {
    return "System.Collections.Generic.HashSet";
  }

  override get typeArguments(): readonly Type[] {
    return [this.element];
  }

  get count(): number {
    return this.table.count;
  }

  add(item: unknown): boolean {
    return this.table.add(item, null);
  }

  has(item: unknown): boolean {
    return this.table.find(item) !== null;
  }

  remove(item: unknown): boolean {
    return this.table.remove(item) !== null;
  }

  clear(): void {
    this.table.clear();
  }

  *[Symbol.iterator](): IterableIterator<unknown> {
    for (const { key } of this.table) yield key;
  }
}
