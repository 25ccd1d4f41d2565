/** Tells which draft was written, or null: any may have been. */
export class DraftFeed {
  readonly #listeners = new Set<(draftId: string | null) => void>();

  subscribe(listener: (draftId: string | null) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  tell(draftId: string | null): void {
    for (const listener of this.#listeners) listener(draftId);
  }
}
