import type { RedisLink } from "@/gateway/stores/redis/redis-link";
import type { CacheStore } from "@/policy/host/cache-store";
import { cacheEntryBytes } from "./memory-cache";

export interface RedisCacheOptions {
  prefix?: string;
  maxEntryBytes?: number;
}

/** A cache that all gateways share, in Redis. While it is away nothing is found and nothing kept. */
export class RedisCache implements CacheStore {
  readonly #link: RedisLink;
  readonly #prefix: string;
  readonly #maxEntryBytes: number;

  constructor(
    link: RedisLink,
    { prefix = "gatehouse:cache:", maxEntryBytes = cacheEntryBytes }: RedisCacheOptions = {},
  ) {
    this.#link = link;
    this.#prefix = prefix;
    this.#maxEntryBytes = maxEntryBytes;
  }

  get(key: string): Promise<Uint8Array | null> {
    return this.#link.ask((redis) => redis.getBuffer(this.#prefix + key));
  }

  async set(key: string, value: Uint8Array, lifetimeMs: number): Promise<void> {
    if (lifetimeMs <= 0 || value.byteLength > this.#maxEntryBytes) return this.remove(key);
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    await this.#link.ask((redis) => redis.set(this.#prefix + key, bytes, "PX", Math.ceil(lifetimeMs)));
  }

  async remove(key: string): Promise<void> {
    await this.#link.ask((redis) => redis.del(this.#prefix + key));
  }
}
