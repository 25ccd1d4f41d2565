import type { CacheStore } from "@/policy/host/cache-store";
import type { AskPrimary } from "./ask-primary";

/** The cache that the primary process keeps for all workers. */
export class PrimaryCache implements CacheStore {
  readonly #primary: AskPrimary;

  constructor(primary: AskPrimary) {
    this.#primary = primary;
  }

  async get(key: string): Promise<Uint8Array | null> {
    return (await this.#primary.ask({ what: "cache-get", key })) as Uint8Array | null;
  }

  async set(key: string, value: Uint8Array, lifetimeMs: number): Promise<void> {
    await this.#primary.ask({ what: "cache-set", key, value, lifetimeMs });
  }

  async remove(key: string): Promise<void> {
    await this.#primary.ask({ what: "cache-remove", key });
  }
}
