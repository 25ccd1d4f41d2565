import type { Redis } from "ioredis";
import type { RedisLink } from "@/gateway/stores/redis/redis-link";
import type { Count, Counters, CountingWindow, Take } from "@/policy/host/counters";
import { countOf } from "./count-of";
import { countingScript } from "./counting-script";

export interface RedisCountersOptions {
  /** Before every key, so that others may use the same Redis. */
  prefix?: string;
  /** Instead of the clock of Redis, which all gateways share. */
  now?: () => number;
}

type Answer = readonly [allowed: number, used: number, retryAfterMs: number];
type CountingRedis = Redis & {
  gatehouseCount(keys: number, ...given: (string | number)[]): Promise<readonly Answer[]>;
};

/** Counts in Redis: exact for all gateways that share it, and there when they have been started anew. */
export class RedisCounters implements Counters {
  readonly #link: RedisLink;
  readonly #prefix: string;
  readonly #now: (() => number) | null;

  constructor(link: RedisLink, { prefix = "gatehouse:count:", now }: RedisCountersOptions = {}) {
    this.#link = link;
    this.#prefix = prefix;
    this.#now = now ?? null;
  }

  async take(key: string, window: CountingWindow, amount: number): Promise<Count> {
    const [count] = await this.#run("take", [{ key, window, amount }]);
    return count as Count;
  }

  takeAll(takes: readonly Take[]): Promise<Count[]> {
    return this.#run("take", takes);
  }

  async add(key: string, window: CountingWindow, amount: number): Promise<Count> {
    const [count] = await this.#run("add", [{ key, window, amount }]);
    return count as Count;
  }

  look(key: string, window: CountingWindow): Promise<Count> {
    return this.take(key, window, 0);
  }

  async #run(what: "take" | "add", takes: readonly Take[]): Promise<Count[]> {
    if (takes.length === 0) return [];
    const keys = takes.map(({ key, window }) => `${this.#prefix}${window.kind}:${window.lengthMs}:${key}`);
    const given = takes.flatMap(({ window: { kind, limit, lengthMs, startMs }, amount }) => {
      const length = lengthMs === Number.POSITIVE_INFINITY ? "" : lengthMs;
      return [kind, limit, length, startMs ?? "", amount];
    });
    const moment = this.#now === null ? "" : this.#now();
    const answers = await this.#link.ask((redis) => {
      return counting(redis).gatehouseCount(keys.length, ...keys, moment, what, ...given);
    });
    return takes.map(({ window }, index) => {
      const answer = answers?.[index];
      if (answer === undefined) return lost(window);
      const [allowed, used, retryAfterMs] = answer;
      return countOf(allowed === 1, used, window.limit, retryAfterMs < 0 ? Number.POSITIVE_INFINITY : retryAfterMs);
    });
  }
}

function counting(redis: Redis): CountingRedis {
  if (!("gatehouseCount" in redis)) redis.defineCommand("gatehouseCount", { lua: countingScript });
  return redis as CountingRedis;
}

const lostRetryMs = 1_000;

const lost = ({ limit, whenLost }: CountingWindow): Count =>
  whenLost === "open" ? countOf(true, 0, limit, 0) : countOf(false, limit, limit, lostRetryMs);
