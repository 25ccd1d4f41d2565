/** What was made of texts, for those used last; bounded by the number of texts and by their length together. */
export class RecentlyUsed<T> {
  readonly #values = new Map<string, T>();
  readonly #mostTexts: number;
  readonly #mostLength: number;
  readonly #drop: (value: T) => void;
  #length = 0;

  constructor(mostTexts: number, mostLength: number, drop: (value: T) => void = () => undefined) {
    this.#mostTexts = mostTexts;
    this.#mostLength = mostLength;
    this.#drop = drop;
  }

  get(text: string, make: () => T): T {
    const known = this.#values.get(text);
    if (known !== undefined) {
      // The last used is the last in the map's order.
      this.#values.delete(text);
      this.#values.set(text, known);
      return known;
    }
    const value = make();
    this.#values.set(text, value);
    this.#length += text.length;
    for (const [oldest, dropped] of this.#values) {
      if (this.#values.size <= this.#mostTexts && this.#length <= this.#mostLength) break;
      if (oldest === text) break;
      this.#values.delete(oldest);
      this.#length -= oldest.length;
      this.#drop(dropped);
    }
    return value;
  }
}
