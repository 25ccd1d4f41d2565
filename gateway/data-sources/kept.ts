/** Things that are dear to make, by what they are made of; the one that was used longest ago goes when there are too many. */
export class Kept<T> {
  readonly #most: number;
  readonly #end: (gone: T) => void;
  readonly #all = new Map<string, T>();

  constructor(most: number, end: (gone: T) => void) {
    this.#most = most;
    this.#end = end;
  }

  get(key: string, make: () => T): T {
    const kept = this.#all.get(key) ?? make();
    this.#all.delete(key);
    this.#all.set(key, kept);
    for (const [oldest, gone] of this.#all) {
      if (this.#all.size <= this.#most) break;
      this.#all.delete(oldest);
      this.#end(gone);
    }
    return kept;
  }

  clear(): void {
    for (const each of this.#all.values()) this.#end(each);
    this.#all.clear();
  }
}
