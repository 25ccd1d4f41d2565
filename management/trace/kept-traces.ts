import type { Sealer } from "@/lib/seal";
import type { Store } from "../store/store";

/** Traces are looked at soon or never. */
const keptMs = 60 * 60 * 1000;
const trimEveryMs = 60_000;
const maxWaiting = 50;

/** Traces that gateways sent, sealed: they tell what passed through a request. Written behind, one at a time. */
export class KeptTraces {
  readonly #store: Store;
  readonly #sealer: Sealer;
  readonly #onTrouble: (error: unknown) => void;
  readonly #waiting: { id: string; text: string }[] = [];
  readonly #expected = new Map<string, Set<(text: string) => void>>();
  #working: Promise<void> | null = null;
  #trimmedAt = 0;

  constructor(store: Store, sealer: Sealer, onTrouble: (error: unknown) => void) {
    this.#store = store;
    this.#sealer = sealer;
    this.#onTrouble = onTrouble;
  }

  keep(id: string, text: string): void {
    for (const tell of this.#expected.get(id) ?? []) tell(text);
    if (this.#waiting.length >= maxWaiting) this.#waiting.shift();
    this.#waiting.push({ id, text });
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
    });
  }

  /** As `read`, but for one that may still be on its way: it has so long to come. */
  async within(id: string, timeoutMs: number): Promise<string | null> {
    const tellers = this.#expected.get(id) ?? new Set();
    this.#expected.set(id, tellers);
    let tell: (text: string | null) => void = () => {};
    const coming = new Promise<string | null>((resolve) => {
      tell = resolve;
    });
    tellers.add(tell);
    const timer = setTimeout(() => tell(null), timeoutMs);
    try {
      return (await this.read(id)) ?? (await coming) ?? (await this.read(id));
    } finally {
      clearTimeout(timer);
      tellers.delete(tell);
      if (tellers.size === 0) this.#expected.delete(id);
    }
  }

  /** null: there is none of that id, or it is too old. */
  async read(id: string): Promise<string | null> {
    await this.flush();
    const row = await this.#store.traces.read(id);
    if (row === null || row.at.getTime() < Date.now() - keptMs) return null;
    return this.#sealer.open(row.sealed, placeOf(id));
  }

  async flush(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  async #work(): Promise<void> {
    await Promise.resolve();
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      try {
        const { id, text } = next;
        await this.#store.traces.save({ id, at: new Date(), sealed: this.#sealer.seal(text, placeOf(id)) });
        await this.#trim();
      } catch (error) {
        this.#onTrouble(error);
      }
    }
  }

  async #trim(): Promise<void> {
    const now = Date.now();
    if (now - this.#trimmedAt < trimEveryMs) return;
    this.#trimmedAt = now;
    await this.#store.traces.removeBefore(new Date(now - keptMs));
  }
}

const placeOf = (id: string): string => `trace ${id}`;
