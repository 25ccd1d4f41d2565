import type { Type } from "@/policy/expression/types/type";
import { argumentException, argumentNull } from "@/policy/expression/values/net-exception";
import type { NetEqualityComparer } from "@/policy/kits/object/comparer";
import { textOf } from "@/policy/kits/object/text-of";
import { DictionaryLike } from "./dictionary-like";
import { KeyTable } from "./key-table";

/** Dictionary<TKey, TValue> */
export class NetDictionary extends DictionaryLike {
  readonly keyType: Type;
  readonly valueType: Type;
  private readonly table: KeyTable<unknown>;

  constructor(keyType: Type, valueType: Type, comparer: NetEqualityComparer | null = null) {
    super();
    this.keyType = keyType;
    this.valueType = valueType;
    this.table = new KeyTable(comparer);
  }

  override get typeName(): string {
    return "System.Collections.Generic.Dictionary";
  }

  override get isReadOnly(): boolean {
    return false;
  }

  get comparer(): NetEqualityComparer | null {
    return this.table.comparer;
  }

  get count(): number {
    return this.table.count;
  }

  has(key: unknown): boolean {
    return this.table.find(notNull(key)) !== null;
  }

  find(key: unknown): unknown {
    return this.table.find(notNull(key))?.value;
  }

  override set(key: unknown, value: unknown): void {
    const entry = this.table.find(notNull(key));
    if (entry === null) this.table.add(key, value);
    else entry.value = value;
  }

  override add(key: unknown, value: unknown): void {
    if (!this.table.add(notNull(key), value))
      throw argumentException(`An item with the same key has already been added. Key: ${textOf(key)}`);
  }

  tryAdd(key: unknown, value: unknown): boolean {
    return this.table.add(notNull(key), value);
  }

  override remove(key: unknown): boolean {
    return this.table.remove(notNull(key)) !== null;
  }

  override clear(): void {
    this.table.clear();
  }

  *entries(): Iterable<readonly [unknown, unknown]> {
    for (const { key, value } of this.table) yield [key, value];
  }
}

function notNull(key: unknown): unknown {
  if (key === null) throw argumentNull("key");
  return key;
}
