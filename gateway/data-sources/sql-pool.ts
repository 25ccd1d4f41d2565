import type { Connection } from "tedious";
import { openSqlConnection, type SqlAccess } from "./open-sql-connection";

const idleMs = 60_000;
/** So that neither a token nor a list of addresses is used for ever. */
const lifeMs = 30 * 60_000;

interface Pooled {
  readonly connection: Connection;
  readonly openedAt: number;
  isClosed: boolean;
  idle: NodeJS.Timeout | null;
}

/** Nobody left a connection in time. */
export class SqlPoolExhausted extends Error {
  constructor() {
    super("All connections to the SQL server are in use.");
  }
}

/** The connections of one connection string: opened when needed, kept for a while, never more than it allows. */
export class SqlPool {
  readonly #access: SqlAccess;
  /** With those in use never more than there may be, since who comes takes one of these first. */
  readonly #idle: Pooled[] = [];
  readonly #waiting = new Set<() => void>();
  #inUse = 0;

  constructor(access: SqlAccess) {
    this.#access = access;
  }

  get isUnused(): boolean {
    return this.#inUse === 0 && this.#waiting.size === 0;
  }

  /** A connection is used again where `use` came to its end, or failed as `mayKeep` says is harmless. */
  async run<T>(use: (connection: Connection) => Promise<T>, mayKeep: (error: unknown) => boolean): Promise<T> {
    if (this.#inUse >= this.#access.settings.maxPoolSize) await this.#room();
    this.#inUse++;
    const known = this.#idle.pop() ?? null;
    let pooled: Pooled | null = null;
    let keeps = false;
    try {
      pooled = (known === null ? null : await usable(known)) ?? (await this.#open());
      const result = await use(pooled.connection);
      keeps = true;
      return result;
    } catch (error) {
      keeps = mayKeep(error);
      throw error;
    } finally {
      this.#inUse--;
      if (pooled !== null) this.#leave(pooled, keeps);
      this.#waiting.values().next().value?.();
    }
  }

  close(): void {
    for (const pooled of this.#idle.splice(0)) end(pooled);
  }

  #room(): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        this.#waiting.delete(go);
        clearTimeout(late);
        // Whoever came in between took the room.
        if (this.#inUse < this.#access.settings.maxPoolSize) resolve();
        else this.#waiting.add(go);
      };
      const late = setTimeout(() => {
        this.#waiting.delete(go);
        reject(new SqlPoolExhausted());
      }, this.#access.settings.connectTimeoutMs);
      this.#waiting.add(go);
    });
  }

  async #open(): Promise<Pooled> {
    const connection = await openSqlConnection(this.#access);
    const pooled: Pooled = { connection, openedAt: Date.now(), isClosed: false, idle: null };
    const gone = () => {
      pooled.isClosed = true;
      this.#remove(pooled);
    };
    connection.on("end", gone);
    connection.on("error", gone);
    return pooled;
  }

  #leave(pooled: Pooled, keeps: boolean): void {
    if (!keeps || pooled.isClosed) return void end(pooled);
    pooled.idle = setTimeout(() => this.#remove(pooled), idleMs);
    pooled.idle.unref();
    this.#idle.push(pooled);
  }

  #remove(pooled: Pooled): void {
    const at = this.#idle.indexOf(pooled);
    if (at < 0) return;
    this.#idle.splice(at, 1);
    end(pooled);
  }
}

function end({ connection, idle }: Pooled): void {
  if (idle !== null) clearTimeout(idle);
  connection.close();
}

/** It is told to forget what it was used for, by which it also shows whether it is still there. */
async function usable(pooled: Pooled): Promise<Pooled | null> {
  if (pooled.idle !== null) clearTimeout(pooled.idle);
  const isYoung = Date.now() - pooled.openedAt < lifeMs;
  if (isYoung && !pooled.isClosed && (await isReset(pooled.connection))) return pooled;
  end(pooled);
  return null;
}

const isReset = (connection: Connection): Promise<boolean> =>
  new Promise((resolve) => {
    connection.reset((error) => resolve(error === undefined || error === null));
  });
