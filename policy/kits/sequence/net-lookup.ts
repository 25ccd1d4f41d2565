import type { Type } from "@/policy/expression/types/type";
import { charge, tick } from "@/policy/expression/values/budget";
import { NetObject } from "@/policy/expression/values/net-object";
import { KeyTable } from "@/policy/kits/collections/key-table";
import type { NetEqualityComparer } from "@/policy/kits/object/comparer";
import { enumerate } from "./enumerate";
import { NetGrouping } from "./net-grouping";

export type Selector = (item: unknown) => unknown;

/** ILookup<TKey, TElement>, its groups in the order of their first elements. */
export class NetLookup extends NetObject {
  private readonly keyType: Type;
  readonly element: Type;
  private readonly groups: KeyTable<NetGrouping>;

  constructor(keyType: Type, element: Type, comparer: NetEqualityComparer | null) {
    super();
    this.keyType = keyType;
    this.element = element;
    this.groups = new KeyTable(comparer);
  }

  override get typeName(): string {
    return "System.Linq.ILookup";
  }

  override get typeArguments(): readonly Type[] {
    return [this.keyType, this.element];
  }

  get count(): number {
    return this.groups.count;
  }

  group(key: unknown): NetGrouping | null {
    return this.groups.find(key)?.value ?? null;
  }

  /** Adds every element under its key; joins leave out those without one. */
  fill(source: unknown, keyOf: Selector, elementOf: Selector | null, takesNull = true): this {
    for (const item of enumerate(source)) {
      tick();
      const key = keyOf(item);
      if (key === null && !takesNull) continue;
      charge(16);
      this.groupFor(key).items.push(elementOf === null ? item : elementOf(item));
    }
    return this;
  }

  *[Symbol.iterator](): IterableIterator<NetGrouping> {
    for (const { value } of this.groups) yield value;
  }

  private groupFor(key: unknown): NetGrouping {
    const known = this.group(key);
    if (known !== null) return known;
    const group = new NetGrouping(this.keyType, this.element, key);
    this.groups.add(key, group);
    return group;
  }
}
