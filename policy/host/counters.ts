/**
 * What is counted against a limit: calls, bytes, tokens. Kept in this process, in another one of this gateway, or in
 * Redis; an answer comes at once where the count is at hand.
 */
export interface Counters {
  /**
   * Counts `amount`, unless that would go beyond the limit: then nothing is counted, and `allowed` is false. An amount
   * of 0 asks whether one more would be allowed.
   */
  take(key: string, window: CountingWindow, amount: number): Count | Promise<Count>;
  /** All of them or, where one is not allowed, none. */
  takeAll(takes: readonly Take[]): Count[] | Promise<Count[]>;
  /** Counts whatever the limit says: for what is known only afterwards. */
  add(key: string, window: CountingWindow, amount: number): Count | Promise<Count>;
  /** As it stands; `allowed` tells whether one more would be. */
  look(key: string, window: CountingWindow): Count | Promise<Count>;
}

export interface Take {
  readonly key: string;
  readonly window: CountingWindow;
  readonly amount: number;
}

/** The same key in windows of another kind or length is another count. */
export interface CountingWindow {
  /** "sliding": of the last `lengthMs` at any moment. "fixed": of the period that began at a multiple of `lengthMs` after `startMs`. */
  readonly kind: "sliding" | "fixed";
  readonly limit: number;
  /** Infinity: one period that never ends. */
  readonly lengthMs: number;
  /** When the first fixed period began, ms since the epoch; null: with the first count. */
  readonly startMs: number | null;
  /** Whether requests pass or fail while the counts cannot be reached. */
  readonly whenLost: "open" | "closed";
}

export interface Count {
  readonly allowed: boolean;
  readonly used: number;
  /** Never negative. */
  readonly remaining: number;
  /** Until that amount is allowed, or one more: 0 where it is. Infinity: never. */
  readonly retryAfterMs: number;
}
