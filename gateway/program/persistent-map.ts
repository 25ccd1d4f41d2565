const bucketCount = 1024;
type Bucket<V> = ReadonlyMap<string, V>;

/**
 * A map that never changes: an edit copies the buckets it touches and shares the others, so that one change of one entry
 * costs the same among ten entries as among a hundred thousand.
 */
export class PersistentMap<V> implements Iterable<[string, V]> {
  readonly size: number;
  readonly #buckets: readonly (Bucket<V> | undefined)[];

  constructor(buckets: readonly (Bucket<V> | undefined)[] = [], size = 0) {
    this.#buckets = buckets;
    this.size = size;
  }

  get(key: string): V | undefined {
    return this.#buckets[bucketOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#buckets[bucketOf(key)]?.has(key) ?? false;
  }

  *[Symbol.iterator](): Iterator<[string, V]> {
    for (const bucket of this.#buckets) if (bucket !== undefined) yield* bucket;
  }

  *values(): Iterable<V> {
    for (const bucket of this.#buckets) if (bucket !== undefined) yield* bucket.values();
  }

  edit(): PersistentMapEdit<V> {
    return new PersistentMapEdit(this, this.#buckets);
  }
}

export class PersistentMapEdit<V> {
  readonly #before: PersistentMap<V>;
  readonly #shared: readonly (Bucket<V> | undefined)[];
  #buckets: (Map<string, V> | undefined)[] | null = null;
  readonly #mine = new Set<number>();
  #size: number;

  constructor(before: PersistentMap<V>, buckets: readonly (Bucket<V> | undefined)[]) {
    this.#before = before;
    this.#shared = buckets;
    this.#size = before.size;
  }

  get(key: string): V | undefined {
    return (this.#buckets ?? this.#shared)[bucketOf(key)]?.get(key);
  }

  set(key: string, value: V): void {
    const bucket = this.#own(bucketOf(key));
    if (!bucket.has(key)) this.#size++;
    bucket.set(key, value);
  }

  delete(key: string): void {
    if (this.get(key) === undefined) return;
    if (this.#own(bucketOf(key)).delete(key)) this.#size--;
  }

  /** The map before the edit when nothing was edited. */
  done(): PersistentMap<V> {
    return this.#buckets === null ? this.#before : new PersistentMap(this.#buckets, this.#size);
  }

  #own(index: number): Map<string, V> {
    this.#buckets ??= this.#shared.length === 0 ? new Array(bucketCount) : ([...this.#shared] as Map<string, V>[]);
    if (!this.#mine.has(index)) {
      this.#mine.add(index);
      this.#buckets[index] = new Map(this.#buckets[index]);
    }
    return this.#buckets[index] as Map<string, V>;
  }
}

/** FNV-1a. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & (bucketCount - 1);
}
