import type { CountingWindow } from "@/policy/host/counters";

/** What was counted under one key. Moments are ms since the epoch. */
export interface CountingState {
  /** What counts at that moment; forgets what does not any more. */
  used(now: number): number;
  count(now: number, amount: number): void;
  /** How long until at least `freed` of what is used counts no more. */
  untilFreed(now: number, freed: number): number;
  /** From then on it says nothing that an empty one would not. */
  readonly endsAt: number;
  /** Of fixed periods, as in their window. */
  readonly startMs: number | null;
}

export const newState = (window: CountingWindow): CountingState =>
  window.kind === "sliding" ? new SlidingState(window.lengthMs) : new FixedState(window.lengthMs, window.startMs);

/** Of a fixed period that has begun before. */
export function restoredState(
  lengthMs: number,
  { startMs, used, endsAt }: { startMs: number | null; used: number; endsAt: number },
): CountingState {
  const state = new FixedState(lengthMs, startMs);
  state.restore(used, endsAt);
  return state;
}

/**
 * How finely a sliding window forgets: what falls into the same part of it is forgotten together, when the last of it
 * would be. So a key costs a bounded amount of memory, and never is more allowed than the limit.
 */
export const partsOfWindow = 128;

class SlidingState implements CountingState {
  endsAt = 0;
  readonly startMs = null;
  readonly #lengthMs: number;
  /** [moment, amount, moment, amount, ...], oldest first. */
  readonly #counts: number[] = [];
  #first = 0;
  #total = 0;

  constructor(lengthMs: number) {
    this.#lengthMs = lengthMs;
  }

  used(now: number): number {
    const counts = this.#counts;
    while (this.#first < counts.length && (counts[this.#first] as number) + this.#lengthMs <= now) {
      this.#total -= counts[this.#first + 1] as number;
      this.#first += 2;
    }
    if (this.#first > partsOfWindow) {
      counts.splice(0, this.#first);
      this.#first = 0;
    }
    return this.#total;
  }

  count(now: number, amount: number): void {
    const counts = this.#counts;
    const last = counts.length - 2;
    this.#total += amount;
    this.endsAt = now + this.#lengthMs;
    if (last >= this.#first && this.#part(counts[last] as number) === this.#part(now)) {
      counts[last] = now;
      counts[last + 1] = (counts[last + 1] as number) + amount;
    } else counts.push(now, amount);
  }

  untilFreed(now: number, freed: number): number {
    let sum = 0;
    for (let at = this.#first; at < this.#counts.length; at += 2) {
      sum += this.#counts[at + 1] as number;
      if (sum >= freed) return (this.#counts[at] as number) + this.#lengthMs - now;
    }
    return this.#lengthMs;
  }

  #part(moment: number): number {
    return Math.floor((moment * partsOfWindow) / this.#lengthMs);
  }
}

class FixedState implements CountingState {
  endsAt = 0;
  readonly #lengthMs: number;
  readonly startMs: number | null;
  #used = 0;

  constructor(lengthMs: number, startMs: number | null) {
    this.#lengthMs = lengthMs;
    this.startMs = startMs;
  }

  restore(used: number, endsAt: number): void {
    this.#used = used;
    this.endsAt = endsAt;
  }

  used(now: number): number {
    if (now >= this.endsAt) this.#used = 0;
    return this.#used;
  }

  count(now: number, amount: number): void {
    if (now >= this.endsAt) {
      this.#used = 0;
      this.endsAt = this.#end(now);
    }
    this.#used += amount;
  }

  untilFreed(now: number): number {
    return (now >= this.endsAt ? this.#end(now) : this.endsAt) - now;
  }

  #end(now: number): number {
    const length = this.#lengthMs;
    if (length === Number.POSITIVE_INFINITY || this.startMs === null) return now + length;
    return this.startMs + (Math.floor((now - this.startMs) / length) + 1) * length;
  }
}
