import type { Type } from "@/policy/expression/types/type";
import { keyNotFound, notSupported } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { textOf } from "@/policy/kits/object/text-of";
import { NetSequence } from "@/policy/kits/sequence/net-sequence";
import { NetKeyValuePair } from "./key-value-pair";

/** What IDictionary<TKey, TValue> and IReadOnlyDictionary<TKey, TValue> stand for. Keys and values are boxed. */
export abstract class DictionaryLike extends NetObject {
  abstract get keyType(): Type;
  abstract get valueType(): Type;
  abstract get count(): number;
  abstract has(key: unknown): boolean;
  /** undefined where there is no such key. */
  abstract find(key: unknown): unknown;
  abstract entries(): Iterable<readonly [key: unknown, value: unknown]>;

  get isReadOnly(): boolean {
    return true;
  }

  set(_key: unknown, _value: unknown): void {
    throw readOnly();
  }

  /** An ArgumentException where the key is known. */
  add(_key: unknown, _value: unknown): void {
    throw readOnly();
  }

  remove(_key: unknown): boolean {
    throw readOnly();
  }

  clear(): void {
    throw readOnly();
  }

  override get typeArguments(): readonly Type[] {
    return [this.keyType, this.valueType];
  }

  /** this[key] */
  get(key: unknown): unknown {
    const value = this.find(key);
    if (value === undefined) throw keyNotFound(`The given key '${textOf(key)}' was not present in the dictionary.`);
    return value;
  }

  get keys(): NetSequence {
    return new NetSequence(this.keyType, () => this.part(0));
  }

  get values(): NetSequence {
    return new NetSequence(this.valueType, () => this.part(1));
  }

  *[Symbol.iterator](): Iterator<unknown> {
    for (const [key, value] of this.entries()) yield this.pair(key, value);
  }

  pair(key: unknown, value: unknown): NetKeyValuePair {
    return new NetKeyValuePair(this.keyType, this.valueType, key, value);
  }

  private *part(at: 0 | 1): Iterable<unknown> {
    for (const entry of this.entries()) yield entry[at];
  }
}

const readOnly = () => notSupported("Collection is read-only.");
