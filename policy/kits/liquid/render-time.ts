import { threadMs } from "@/policy/kits/worker/thread-time";

/** How much longer the clock may run than the processor's time. */
const slowestShare = 20;

/**
 * How long a template may be carried out: what counts is the processor's time of its own thread, since a busy machine
 * must not end what had no chance to run; the clock only keeps whoever waits from waiting without end. Stands in the
 * place of the library's own limit, which asks the clock, and does so before every tag.
 */
export class RenderTime {
  readonly #maxMs: number;
  readonly #processor: () => number;
  readonly #startedAt: number;
  readonly #processorStart: number;
  #lookAt: number;

  constructor(maxMs: number, now: number = performance.now(), processor: () => number = threadMs) {
    this.#maxMs = maxMs;
    this.#processor = processor;
    this.#startedAt = now;
    this.#processorStart = processor();
    this.#lookAt = now + maxMs;
  }

  /** The library tells what its clock says. */
  check(now: number): void {
    if (now < this.#lookAt) return;
    const passed = now - this.#startedAt;
    const used = Math.min(this.#processor() - this.#processorStart, passed);
    if (used >= this.#maxMs || passed >= this.#maxMs * slowestShare) {
      throw new Error("The template takes more time than it may.");
    }
    this.#lookAt = now + Math.max(1, (this.#maxMs - used) / 2);
  }

  /** The library counts nothing of time. */
  use(): void {}
}
