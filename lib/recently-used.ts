/** What was made of keys, for those used last; bounded by their number and by the length of the keys together. */
export class RecentlyUsed<T> {
  readonly #values = new Map<string, T>();
  readonly #most: number;
  readonly #mostLength: number;
  readonly #drop: (value: T) => void;
  #length = 0;

  constructor(most: number, mostLength = Number.POSITIVE_INFINITY, drop: (value: T) => void = () => undefined) {
    this.#most = most;
    this.#mostLength = mostLength;
    this.#drop = drop;
  }

  get(key: string, make: () => T): T {
    const known = this.#values.get(key);
    if (known !== undefined) {
      // The last used is the last in the map's order.
      this.#values.delete(key);
      this.#values.set(key, known);
      return known;
    }
    const value = make();
    this.#values.set(key, value);
    this.#length += key.length;
    for (const [oldest, dropped] of this.#values) {
      if (this.#values.size <= this.#most && this.#length <= this.#mostLength) break;
      if (oldest === key) break;
      this.#values.delete(oldest);
      this.#length -= oldest.length;
      this.#drop(dropped);
    }
    return value;
  }

  clear(): void {
    for (const value of this.#values.values()) this.#drop(value);
    this.#values.clear();
    this.#length = 0;
  }
}
