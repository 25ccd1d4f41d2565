import type { AnonymousType } from "@/policy/expression/types/type";
import { netEquals } from "@/policy/kits/object/equals";
import { combineHashes, hashOf } from "@/policy/kits/object/hash";
import { textOf } from "@/policy/kits/object/text-of";
import { charge, tick } from "./budget";
import { NetObject } from "./net-object";

/** new { Name = ..., Age = ... }: boxed values in the order of its type's properties. */
export class AnonymousObject extends NetObject {
  readonly type: AnonymousType;
  readonly values: readonly unknown[];

  constructor(type: AnonymousType, values: readonly unknown[]) {
    super();
    this.type = type;
    this.values = values;
  }

  override get typeName(): string {
    return this.type.fullName;
  }

  override toText(): string {
    if (this.values.length === 0) return "{ }";
    const text = this.type.properties.map(({ name }, at) => `${name} = ${textOf(this.values[at])}`).join(", ");
    tick();
    charge(2 * text.length);
    return `{ ${text} }`;
  }

  override equalTo(other: unknown): boolean {
    if (!(other instanceof AnonymousObject) || other.type !== this.type) return false;
    tick();
    return this.values.every((value, at) => netEquals(value, other.values[at]));
  }

  override hash(): number {
    tick();
    return this.values.reduce<number>((hash, value) => combineHashes(hash, hashOf(value)), 0x2d2816fe | 0);
  }
}
