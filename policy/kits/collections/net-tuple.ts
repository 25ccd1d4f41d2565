import type { Type } from "@/policy/expression/types/type";
import { charge, tick } from "@/policy/expression/values/budget";
import { argumentException } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { compareValues } from "@/policy/kits/object/compare";
import { netEquals } from "@/policy/kits/object/equals";
import { combineHashes, hashOf } from "@/policy/kits/object/hash";
import { textOf } from "@/policy/kits/object/text-of";

/** Tuple<T1, ...> */
export class NetTuple extends NetObject {
  readonly types: readonly Type[];
  readonly items: readonly unknown[];

  constructor(types: readonly Type[], items: readonly unknown[]) {
    super();
    this.types = types;
    this.items = items;
  }

  override get typeName(): string {
    return "System.Tuple";
  }

  override get typeArguments(): readonly Type[] {
    return this.types;
  }

  override toText(): string {
    const text = this.items.map(textOf).join(", ");
    tick();
    charge(2 * text.length);
    return `(${text})`;
  }

  override equalTo(other: unknown): boolean {
    if (!(other instanceof NetTuple) || other.items.length !== this.items.length) return false;
    tick();
    return this.items.every((item, at) => netEquals(item, other.items[at]));
  }

  override hash(): number {
    tick();
    return this.items.reduce<number>((hash, item) => combineHashes(hash, hashOf(item)), 17);
  }

  compareWith(other: unknown): number {
    if (other === null) return 1;
    if (!(other instanceof NetTuple) || other.items.length !== this.items.length)
      throw argumentException(`Argument must be of type ${this.typeName}.`, "other");
    tick();
    for (const [at, item] of this.items.entries()) {
      const order = compareValues(item, other.items[at]);
      if (order !== 0) return order;
    }
    return 0;
  }
}
