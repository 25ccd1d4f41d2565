import type { CacheStore } from "@/policy/host/cache-store";

interface Kept {
  readonly value: Uint8Array;
  readonly endsAt: number;
  readonly bytes: number;
}

export interface MemoryCacheOptions {
  now?: () => number;
  maxBytes?: number;
  maxEntryBytes?: number;
}

export const internalCacheBytes = 256 * 1024 * 1024;
export const cacheEntryBytes = 8 * 1024 * 1024;
/** What a key and its place in the map cost besides the bytes, roughly. */
const overhead = 160;

/** A cache in this process: what was not asked for the longest goes first when it is full. */
export class MemoryCache implements CacheStore {
  readonly #now: () => number;
  readonly #maxBytes: number;
  readonly #maxEntryBytes: number;
  /** In the order of their last use, because a Map keeps the order of its insertions. */
  readonly #entries = new Map<string, Kept>();
  #bytes = 0;

  constructor({
    now = Date.now,
    maxBytes = internalCacheBytes,
    maxEntryBytes = cacheEntryBytes,
  }: MemoryCacheOptions = {}) {
    this.#now = now;
    this.#maxBytes = maxBytes;
    this.#maxEntryBytes = maxEntryBytes;
  }

  get(key: string): Uint8Array | null {
    const kept = this.#entries.get(key);
    if (kept === undefined) return null;
    this.#entries.delete(key);
    if (kept.endsAt <= this.#now()) {
      this.#bytes -= kept.bytes;
      return null;
    }
    this.#entries.set(key, kept);
    return kept.value;
  }

  set(key: string, value: Uint8Array, lifetimeMs: number): void {
    this.remove(key);
    const bytes = value.byteLength + key.length * 2 + overhead;
    if (lifetimeMs <= 0 || value.byteLength > this.#maxEntryBytes || bytes > this.#maxBytes) return;
    // A view would keep all of the buffer that it looks into.
    const own = value.byteLength === value.buffer.byteLength ? value : value.slice();
    this.#entries.set(key, { value: own, endsAt: this.#now() + lifetimeMs, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.remove(oldest);
    }
  }

  remove(key: string): void {
    const kept = this.#entries.get(key);
    if (kept === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= kept.bytes;
  }

  get bytes(): number {
    return this.#bytes;
  }
}
