import { AsyncLocalStorage } from "node:async_hooks";

/** Runs writes one after the other; SQLite has one writer, and its driver would block the process to wait for a second. */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();
  readonly #inside = new AsyncLocalStorage<{ running: boolean }>();

  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside.getStore()?.running) {
      throw new Error(
        "A write was begun inside a transaction, which would wait for itself; use the transaction given.",
      );
    }
    const turn = { running: true };
    const result = this.#last.then(() =>
      this.#inside.run(turn, async () => {
        try {
          return await work();
        } finally {
          turn.running = false;
        }
      }),
    );
    this.#last = result.catch(() => {});
    return result;
  }

  /** Resolves when all that was asked for is done. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
