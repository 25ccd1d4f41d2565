import type { Type } from "@/policy/expression/types/type";
import { NetObject } from "@/policy/expression/values/net-object";

/** A sequence that is worked out anew whenever it is gone through; its elements are boxed. */
export class NetSequence extends NetObject {
  private readonly element: Type;
  private readonly source: () => Iterable<unknown>;

  constructor(element: Type, source: () => Iterable<unknown>) {
    super();
    this.element = element;
    this.source = source;
  }

  override get typeName(): string {
    return "System.Linq.Enumerable.Iterator";
  }

  override get typeArguments(): readonly Type[] {
    return [this.element];
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.source()[Symbol.iterator]();
  }
}
