import type { PolicyHost } from "@/policy/exchange";

/** An answer and the meaning of the prompt that it was given to. */
export interface CachedAnswer {
  readonly status: number;
  readonly reason: string;
  readonly contentType: string;
  readonly body: Uint8Array;
}
interface Entry {
  readonly vector: Float32Array;
  readonly answer: CachedAnswer;
  readonly endsAt: number;
}
export interface Found {
  readonly answer: CachedAnswer;
  /** 0: the same meaning; 1: nothing in common. */
  readonly distance: number;
}

const maxEntriesOfPartition = 1000;
const maxEntries = 5000;
const maxBytes = 64 * 1024 * 1024;

const caches = new WeakMap<PolicyHost, SemanticCache>();

/** That of a gateway: in its memory, gone when it ends. */
export function semanticCacheOf(host: PolicyHost): SemanticCache {
  let cache = caches.get(host);
  if (cache === undefined) {
    cache = new SemanticCache();
    caches.set(host, cache);
  }
  return cache;
}

/** Answers by the meaning of prompts, in partitions that never mix. The oldest make room for new ones. */
export class SemanticCache {
  readonly #partitions = new Map<string, Entry[]>();
  readonly #now: () => number;
  #entries = 0;
  #bytes = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** The nearest answer within that distance. */
  find(partition: string, vector: Float32Array, maxDistance: number): Found | null {
    const now = this.#now();
    let best: Entry | null = null;
    let distance = maxDistance;
    for (const entry of this.#partitions.get(partition) ?? []) {
      if (entry.endsAt <= now || entry.vector.length !== vector.length) continue;
      const own = distanceOf(entry.vector, vector);
      if (own > distance || (best !== null && own === distance)) continue;
      best = entry;
      distance = own;
    }
    return best === null ? null : { answer: best.answer, distance };
  }

  add(partition: string, vector: Float32Array, answer: CachedAnswer, lifetimeMs: number): void {
    const entry: Entry = { vector, answer, endsAt: this.#now() + lifetimeMs };
    if (sizeOf(entry) > maxBytes / 16) return;
    const entries = this.#without(partition);
    while (entries.length >= maxEntriesOfPartition) this.#forget(entries.shift());
    entries.push(entry);
    this.#entries++;
    this.#bytes += sizeOf(entry);
    // The one that was written last is looked at last.
    this.#partitions.delete(partition);
    this.#partitions.set(partition, entries);
    while (this.#entries > maxEntries || this.#bytes > maxBytes) this.#dropOldest();
  }

  get size(): number {
    return this.#entries;
  }

  /** What is left of a partition once the past is forgotten. */
  #without(partition: string): Entry[] {
    const now = this.#now();
    const entries = this.#partitions.get(partition) ?? [];
    const kept = entries.filter((entry) => entry.endsAt > now);
    for (const entry of entries) if (entry.endsAt <= now) this.#forget(entry);
    return kept;
  }

  #dropOldest(): void {
    const [partition, entries] = this.#partitions.entries().next().value as [string, Entry[]];
    this.#forget(entries.shift());
    if (entries.length === 0) this.#partitions.delete(partition);
  }

  #forget(entry: Entry | undefined): void {
    if (entry === undefined) return;
    this.#entries--;
    this.#bytes -= sizeOf(entry);
  }
}

const sizeOf = ({ vector, answer }: Entry): number => vector.byteLength + answer.body.byteLength;

/** Of vectors of length 1. */
function distanceOf(a: Float32Array, b: Float32Array): number {
  let product = 0;
  for (let index = 0; index < a.length; index++) product += (a[index] as number) * (b[index] as number);
  return Math.max(0, 1 - product);
}

/** The same direction with the length 1; null: it is no vector. */
export function unitVector(numbers: unknown): Float32Array | null {
  if (!Array.isArray(numbers) || numbers.length === 0 || numbers.length > 16_384) return null;
  let square = 0;
  for (const number of numbers) {
    if (typeof number !== "number" || !Number.isFinite(number)) return null;
    square += number * number;
  }
  if (square === 0) return null;
  const length = Math.sqrt(square);
  return Float32Array.from(numbers, (number: number) => number / length);
}
