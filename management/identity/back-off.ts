import type { Admission } from "@/lib/rate-limit";

interface Failures {
  count: number;
  until: number;
}

/**
 * Makes each further failure under one key cost twice the wait. An attempt counts as failed from its beginning and is
 * forgiven by `succeed`, so that parallel guesses gain nothing.
 */
export class BackOff {
  readonly #failures = new Map<string, Failures>();
  readonly #settings: { free: number; firstMs: number; maxMs: number; maxKeys: number; now: () => number };

  constructor(settings: { free: number; firstMs: number; maxMs: number; maxKeys?: number; now?: () => number }) {
    this.#settings = { maxKeys: 10_000, now: Date.now, ...settings };
  }

  begin(key: string): Admission {
    const { free, firstMs, maxMs, maxKeys, now } = this.#settings;
    const at = now();
    const known = this.#failures.get(key);
    if (known !== undefined && at < known.until) {
      return { allowed: false, retryAfterS: Math.max(1, Math.ceil((known.until - at) / 1000)) };
    }
    // Quiet for as long as the longest wait: begin anew.
    const before = known === undefined || at - known.until > maxMs ? 0 : known.count;
    const count = before + 1;
    const waitMs = count < free ? 0 : Math.min(maxMs, firstMs * 2 ** (count - free));
    this.#failures.delete(key);
    this.#failures.set(key, { count, until: at + waitMs });
    if (this.#failures.size > maxKeys) this.#failures.delete(this.#failures.keys().next().value!);
    return { allowed: true };
  }

  succeed(key: string): void {
    this.#failures.delete(key);
  }
}
