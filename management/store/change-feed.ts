/** Tells of commits, each revision once and in order, whoever committed it. */
export class ChangeFeed {
  readonly #listeners = new Set<(revision: number) => void>();
  #told: number;

  constructor(revision: number) {
    this.#told = revision;
  }

  subscribe(listener: (revision: number) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** A revision is told once; one that was overtaken by a later one is known by it. */
  tell(revision: number): void {
    if (revision <= this.#told) return;
    this.#told = revision;
    for (const listener of this.#listeners) listener(revision);
  }
}
