/** Bytes by key, for a while. Whatever a policy stores it turns into bytes, so that nothing kept is shared with a request. */
export interface CacheStore {
  /** null: not there, too old, or out of reach. */
  get(key: string): Uint8Array | null | Promise<Uint8Array | null>;
  /** What cannot be kept is not; nobody waits for it, and nothing fails because of it. */
  set(key: string, value: Uint8Array, lifetimeMs: number): void | Promise<void>;
  remove(key: string): void | Promise<void>;
}

export interface Caches {
  readonly internal: CacheStore;
  /** null: none is set up. */
  readonly external: CacheStore | null;
}
