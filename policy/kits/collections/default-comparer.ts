import type { Type } from "@/policy/expression/types/type";
import { NetObject } from "@/policy/expression/values/net-object";
import { compareValues } from "@/policy/kits/object/compare";
import type { NetComparer, NetEqualityComparer } from "@/policy/kits/object/comparer";
import { netEquals } from "@/policy/kits/object/equals";
import { hashOf } from "@/policy/kits/object/hash";

/** EqualityComparer<T>.Default */
export class DefaultEqualityComparer extends NetObject implements NetEqualityComparer {
  private readonly type: Type;

  constructor(type: Type) {
    super();
    this.type = type;
  }

  override get typeName(): string {
    return "System.Collections.Generic.EqualityComparer";
  }

  override get typeArguments(): readonly Type[] {
    return [this.type];
  }

  equalItems(a: unknown, b: unknown): boolean {
    return netEquals(a, b);
  }

  hashItem(value: unknown): number {
    return hashOf(value);
  }
}

/** Comparer<T>.Default, or one of a Comparison<T>. */
export class OrderComparer extends NetObject implements NetComparer {
  private readonly type: Type;
  private readonly compare: (a: unknown, b: unknown) => number;

  constructor(type: Type, compare: (a: unknown, b: unknown) => number = compareValues) {
    super();
    this.type = type;
    this.compare = compare;
  }

  override get typeName(): string {
    return "System.Collections.Generic.Comparer";
  }

  override get typeArguments(): readonly Type[] {
    return [this.type];
  }

  compareItems(a: unknown, b: unknown): number {
    return this.compare(a, b);
  }
}
