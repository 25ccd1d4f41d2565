import type { Type } from "@/policy/expression/types/type";
import { NetObject } from "@/policy/expression/values/net-object";

/** IGrouping<TKey, TElement> */
export class NetGrouping extends NetObject {
  readonly keyType: Type;
  readonly element: Type;
  readonly key: unknown;
  readonly items: unknown[] = [];

  constructor(keyType: Type, element: Type, key: unknown) {
    super();
    this.keyType = keyType;
    this.element = element;
    this.key = key;
  }

  override get typeName(): string {
    return "System.Linq.IGrouping";
  }

  override get typeArguments(): readonly Type[] {
    return [this.keyType, this.element];
  }

  get count(): number {
    return this.items.length;
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.items[Symbol.iterator]();
  }
}
