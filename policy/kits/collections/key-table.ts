import { charge, tick } from "@/policy/expression/values/budget";
import type { NetEqualityComparer } from "@/policy/kits/object/comparer";
import { netEquals } from "@/policy/kits/object/equals";
import { hashOf } from "@/policy/kits/object/hash";
import { foldCase } from "@/policy/kits/text/casing";
import { ordinal, ordinalIgnoreCase } from "@/policy/kits/text/comparison";
import { StringComparer } from "@/policy/kits/text/string-comparer";
import { DefaultEqualityComparer } from "./default-comparer";
import { modifiedDuringEnumeration } from "./modified";

export interface Entry<V> {
  readonly key: unknown;
  value: V;
}

/**
 * What stands behind dictionaries and sets. As in .NET, entries keep the order in which they came, and a new one takes
 * the place that was freed last; adding ends enumerations, removing does not.
 */
export class KeyTable<V> {
  readonly comparer: NetEqualityComparer | null;
  private readonly entries: (Entry<V> | null)[] = [];
  private readonly free: number[] = [];
  /** Places of keys that are told apart as JavaScript does. */
  private readonly direct = new Map<unknown, number>();
  /** Places of all others by their hash. */
  private readonly buckets = new Map<number, number[]>();
  private version = 0;
  count = 0;

  constructor(comparer: NetEqualityComparer | null = null) {
    this.comparer = comparer;
  }

  find(key: unknown): Entry<V> | null {
    const place = this.placeOf(key, this.directKey(key));
    return place < 0 ? null : (this.entries[place] as Entry<V>);
  }

  /** False where the key is known already; nothing changes then. */
  add(key: unknown, value: V): boolean {
    const directKey = this.directKey(key);
    if (this.placeOf(key, directKey) >= 0) return false;
    charge(64);
    const place = this.free.pop() ?? this.entries.length;
    this.entries[place] = { key, value };
    this.count++;
    this.version++;
    if (directKey !== undefined) this.direct.set(directKey, place);
    else {
      const hash = this.hash(key);
      const bucket = this.buckets.get(hash);
      if (bucket === undefined) this.buckets.set(hash, [place]);
      else bucket.push(place);
    }
    return true;
  }

  remove(key: unknown): Entry<V> | null {
    const directKey = this.directKey(key);
    const place = this.placeOf(key, directKey);
    if (place < 0) return null;
    const entry = this.entries[place] as Entry<V>;
    this.entries[place] = null;
    this.free.push(place);
    this.count--;
    if (directKey !== undefined) this.direct.delete(directKey);
    else {
      const bucket = this.buckets.get(this.hash(key)) as number[];
      bucket.splice(bucket.indexOf(place), 1);
    }
    return entry;
  }

  clear(): void {
    this.entries.length = 0;
    this.free.length = 0;
    this.direct.clear();
    this.buckets.clear();
    this.count = 0;
  }

  *[Symbol.iterator](): IterableIterator<Entry<V>> {
    const { version } = this;
    for (let place = 0; ; place++) {
      if (version !== this.version) throw modifiedDuringEnumeration();
      if (place >= this.entries.length) return;
      const entry = this.entries[place];
      if (entry) yield entry;
    }
  }

  /** What a Map may know the key by, or undefined. */
  private directKey(key: unknown): unknown {
    tick();
    const { comparer } = this;
    if (comparer === null || comparer instanceof DefaultEqualityComparer)
      return key === null || (typeof key !== "object" && typeof key !== "function") ? key : undefined;
    if (!(comparer instanceof StringComparer)) return undefined;
    if (typeof key !== "string" || comparer.comparison === ordinal) return typeof key === "string" ? key : undefined;
    return comparer.comparison === ordinalIgnoreCase ? foldCase(key) : undefined;
  }

  private hash(key: unknown): number {
    if (key === null) return 0;
    return this.comparer === null ? hashOf(key) : this.comparer.hashItem(key);
  }

  private placeOf(key: unknown, directKey: unknown): number {
    if (directKey !== undefined) return this.direct.get(directKey) ?? -1;
    const bucket = this.buckets.get(this.hash(key));
    if (bucket === undefined) return -1;
    for (const place of bucket) {
      tick();
      const known = (this.entries[place] as Entry<V>).key;
      if (this.comparer === null ? netEquals(known, key) : this.comparer.equalItems(known, key)) return place;
    }
    return -1;
  }
}
