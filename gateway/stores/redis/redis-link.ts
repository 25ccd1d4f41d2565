import { createRequire } from "node:module";
import type { Redis } from "ioredis";

export interface RedisLinkOptions {
  url: string;
  log?: RedisLog;
  /** How long an answer may take. */
  commandTimeoutMs?: number;
  /** How long nothing is asked after an answer did not come. */
  pauseMs?: number;
}
export interface RedisLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

const longestRetryMs = 1_000;

/** Loaded where there is a Redis: a gateway without one starts sooner, and smaller. */
const library = () => createRequire(import.meta.url)("ioredis") as typeof import("ioredis");

/** A connection to Redis that nobody waits for: what is asked while it is away fails at once, and it comes back by itself. */
export class RedisLink {
  readonly #redis: Redis;
  readonly #pauseMs: number;
  readonly #log: RedisLog | undefined;
  #pausedUntil = 0;
  #isAway = false;

  constructor({ url, log, commandTimeoutMs = 250, pauseMs = 500 }: RedisLinkOptions) {
    this.#log = log;
    this.#pauseMs = pauseMs;
    this.#redis = new (library().Redis)(url, {
      commandTimeout: commandTimeoutMs,
      connectTimeout: 2_000,
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      enableAutoPipelining: true,
      retryStrategy: (times) => Math.min(times * 50, longestRetryMs),
    });
    // Each failed attempt to connect is told as an error; that it is away is said once.
    this.#redis.on("error", (error: Error) => this.#away(error));
    this.#redis.on("close", () => this.#away(null));
    this.#redis.on("ready", () => this.#back());
  }

  /** null: it is out of reach. */
  async ask<T>(command: (redis: Redis) => Promise<T>): Promise<T | null> {
    if (this.#redis.status !== "ready" || performance.now() < this.#pausedUntil) return null;
    try {
      const answer = await command(this.#redis);
      if (this.#isAway) this.#back();
      return answer;
    } catch (error) {
      this.#pausedUntil = performance.now() + this.#pauseMs;
      this.#away(error as Error);
      return null;
    }
  }

  /** Resolves once it is connected, or when the time has passed. */
  async ready(withinMs: number): Promise<boolean> {
    if (this.#redis.status === "ready") return true;
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#redis.off("ready", done);
        resolve(this.#redis.status === "ready");
      };
      const timer = setTimeout(done, withinMs);
      this.#redis.on("ready", done);
    });
  }

  close(): void {
    this.#redis.removeAllListeners("close");
    this.#redis.disconnect();
  }

  #away(error: Error | null): void {
    if (this.#isAway) return;
    this.#isAway = true;
    this.#log?.warn({ reason: error?.message }, "Redis is out of reach; limits and the external cache do without it");
  }

  #back(): void {
    this.#pausedUntil = 0;
    if (this.#isAway) this.#log?.info({}, "Redis is there again");
    this.#isAway = false;
  }
}
