/** What a limiter answers: allowed, or how long to wait. */
export type Admission = { allowed: true } | { allowed: false; retryAfterS: number };

interface Bucket {
  tokens: number;
  at: number;
}

/** A token bucket per key. The least recently used keys are dropped beyond `maxKeys`, so a flood of keys cannot fill memory. */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();
  readonly #settings: { burst: number; refillPerS: number; maxKeys: number; now: () => number };

  constructor(settings: { burst: number; refillPerS: number; maxKeys?: number; now?: () => number }) {
    this.#settings = { maxKeys: 10_000, now: Date.now, ...settings };
  }

  take(key: string): Admission {
    const { burst, refillPerS, maxKeys, now } = this.#settings;
    const at = now();
    const known = this.#buckets.get(key);
    const elapsedS = known === undefined ? 0 : Math.max(0, at - known.at) / 1000;
    const tokens = known === undefined ? burst : Math.min(burst, known.tokens + elapsedS * refillPerS);
    const allowed = tokens >= 1;
    // Set anew, so that the map's order is the order of use.
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at });
    if (this.#buckets.size > maxKeys) this.#buckets.delete(this.#buckets.keys().next().value!);
    return allowed ? { allowed } : { allowed, retryAfterS: Math.max(1, Math.ceil((1 - tokens) / refillPerS)) };
  }
}
