import type { Type } from "@/policy/expression/types/type";
import { charge, tick } from "@/policy/expression/values/budget";
import { NetObject } from "@/policy/expression/values/net-object";
import { netEquals } from "@/policy/kits/object/equals";
import { combineHashes, hashOf } from "@/policy/kits/object/hash";
import { textOf } from "@/policy/kits/object/text-of";

/** KeyValuePair<TKey, TValue>: key and value are boxed. */
export class NetKeyValuePair extends NetObject {
  readonly keyType: Type;
  readonly valueType: Type;
  readonly key: unknown;
  readonly value: unknown;

  constructor(keyType: Type, valueType: Type, key: unknown, value: unknown) {
    super();
    this.keyType = keyType;
    this.valueType = valueType;
    this.key = key;
    this.value = value;
  }

  override get typeName(): string {
    return "System.Collections.Generic.KeyValuePair";
  }

  override get typeArguments(): readonly Type[] {
    return [this.keyType, this.valueType];
  }

  override toText(): string {
    const text = `[${textOf(this.key)}, ${textOf(this.value)}]`;
    tick();
    charge(2 * text.length);
    return text;
  }

  override equalTo(other: unknown): boolean {
    tick();
    return other instanceof NetKeyValuePair && netEquals(this.key, other.key) && netEquals(this.value, other.value);
  }

  override hash(): number {
    tick();
    return combineHashes(hashOf(this.key), hashOf(this.value));
  }
}
