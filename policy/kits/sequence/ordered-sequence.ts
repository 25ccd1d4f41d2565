import type { Type } from "@/policy/expression/types/type";
import { charge, tick } from "@/policy/expression/values/budget";
import { NetObject } from "@/policy/expression/values/net-object";
import type { Compare } from "./sort-items";
import { takeAll } from "./take-all";

export interface Ordering {
  readonly keyOf: (item: unknown) => unknown;
  readonly compare: Compare;
  readonly isDescending: boolean;
}

/** IOrderedEnumerable<T>: sorted when it is gone through, equal elements in their order. */
export class OrderedSequence extends NetObject {
  private readonly element: Type;
  private readonly source: unknown;
  private readonly orderings: readonly Ordering[];

  constructor(element: Type, source: unknown, orderings: readonly Ordering[]) {
    super();
    this.element = element;
    this.source = source;
    this.orderings = orderings;
  }

  override get typeName(): string {
    return "System.Linq.IOrderedEnumerable";
  }

  override get typeArguments(): readonly Type[] {
    return [this.element];
  }

  refinedBy(ordering: Ordering): OrderedSequence {
    return new OrderedSequence(this.element, this.source, [...this.orderings, ordering]);
  }

  *[Symbol.iterator](): IterableIterator<unknown> {
    const items = takeAll(this.source);
    charge(16 * items.length * (1 + this.orderings.length));
    const keys = this.orderings.map(({ keyOf }) => items.map(keyOf));
    const places = items.map((_, at) => at);
    places.sort((a, b) => {
      tick();
      for (const [level, { compare, isDescending }] of this.orderings.entries()) {
        const order = compare(keys[level]?.[a], keys[level]?.[b]);
        if (order !== 0) return isDescending ? -order : order;
      }
      return 0;
    });
    for (const place of places) yield items[place];
  }
}
