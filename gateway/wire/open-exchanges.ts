import type { WireExchange } from "./wire-exchange";

/**
 * The exchanges in flight, linked through themselves. A Set would do, but the tables that it outgrows keep one another
 * and all that stood in them alive until the next full collection: that cost a fifth of the processor's time.
 */
export class OpenExchanges {
  #first: WireExchange | null = null;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(exchange: WireExchange): void {
    exchange.openNext = this.#first;
    if (this.#first !== null) this.#first.openPrevious = exchange;
    this.#first = exchange;
    this.#size++;
  }

  /** Once for each that was added. */
  remove(exchange: WireExchange): void {
    const { openNext, openPrevious } = exchange;
    if (openPrevious === null) this.#first = openNext;
    else openPrevious.openNext = openNext;
    if (openNext !== null) openNext.openPrevious = openPrevious;
    exchange.openNext = null;
    exchange.openPrevious = null;
    this.#size--;
  }

  *[Symbol.iterator](): Iterator<WireExchange> {
    for (let exchange = this.#first; exchange !== null; ) {
      // What is done with one may take it out of the list.
      const next: WireExchange | null = exchange.openNext;
      yield exchange;
      exchange = next;
    }
  }
}
