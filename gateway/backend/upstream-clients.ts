import { Pool } from "undici";
import { EgressGuard, type Reach } from "@/gateway/egress/egress-guard";
import type { BackendUrl } from "./backend-url";
import type { ConnectionSettings } from "./connection-settings";
import { createConnector } from "./connector";
import { proxyAuthorization } from "./proxy-tunnel";

export type HttpVersion = "1" | "2or1" | "2";

export interface UpstreamClientsOptions {
  connectTimeoutMs: number;
  trustedAuthorities: readonly string[];
  guard?: EgressGuard;
  /** How long a pool may be unused before it is closed. */
  unusedMs?: number;
}

/** The kept connections to one address in one way. */
export interface UpstreamClient {
  readonly pool: Pool;
  /** Set in front of the path: a plain proxy is asked for the whole URL (RFC 9112 section 3.2.2). */
  readonly pathPrefix: string;
  /** Header lines for the proxy itself. */
  readonly proxyLines: readonly string[];
  /** ms since the epoch. */
  readonly openedAt: number;
  usedAt: number;
}

/** Kept connections are closed long before; this is for the pools themselves, whose settings may be gone. */
const defaultUnusedMs = 15_000;

/** All connections to backends, shared by everything that asks for the same address in the same way. */
export class UpstreamClients {
  readonly #clients = new Map<string, UpstreamClient>();
  /** Not to be used again, but not done yet. */
  readonly #retired = new Set<UpstreamClient>();
  readonly #options: UpstreamClientsOptions;
  readonly #guard: EgressGuard;
  readonly #unusedMs: number;
  readonly #sweep: NodeJS.Timeout;
  #now = performance.now();

  constructor(options: UpstreamClientsOptions) {
    this.#options = options;
    this.#guard = options.guard ?? new EgressGuard();
    this.#unusedMs = options.unusedMs ?? defaultUnusedMs;
    this.#sweep = setInterval(() => this.#closeUnused(), this.#unusedMs / 3);
    this.#sweep.unref();
  }

  get(
    url: BackendUrl,
    settings: ConnectionSettings,
    httpVersion: HttpVersion,
    upgrade: boolean,
    reach: Reach = "backend",
  ): UpstreamClient {
    const tunnel = settings.proxy !== null && (url.secure || upgrade);
    const http2 = httpVersion !== "1" && !upgrade;
    const key =
      settings.key === "" && !http2 && reach === "backend"
        ? url.origin
        : `${url.origin} ${settings.key} ${http2 ? httpVersion : 1} ${tunnel} ${reach}`;
    let client = this.#clients.get(key);
    if (client !== undefined && settings.reconnectAt > client.openedAt && settings.reconnectAt <= Date.now()) {
      this.#retire(client);
      client = undefined;
    }
    if (client === undefined) {
      client = this.#open(url, settings, {
        reach,
        tunnel,
        http2,
        http2Only: httpVersion === "2" && http2,
      });
      this.#clients.set(key, client);
    }
    client.usedAt = this.#now;
    return client;
  }

  get size(): number {
    return this.#clients.size;
  }

  async close(): Promise<void> {
    clearInterval(this.#sweep);
    const open = [...this.#clients.values(), ...this.#retired];
    this.#clients.clear();
    this.#retired.clear();
    await Promise.all(open.map(({ pool }) => pool.destroy()));
  }

  #open(
    url: BackendUrl,
    settings: ConnectionSettings,
    way: { reach: Reach; tunnel: boolean; http2: boolean; http2Only: boolean },
  ): UpstreamClient {
    const plainProxy = way.tunnel ? null : settings.proxy;
    const connect = createConnector(settings, { ...this.#options, guard: this.#guard, ...way });
    const pool = new Pool(plainProxy === null ? url.origin : new URL(plainProxy.url).origin, {
      connect,
      allowH2: way.http2,
      // The exchange keeps its own clocks, see TimerWheel.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxHeaderSize: 64 * 1024,
    });
    return {
      pool,
      pathPrefix: plainProxy === null ? "" : url.origin,
      proxyLines: plainProxy === null ? [] : Object.entries(proxyAuthorization(plainProxy)).flat(),
      openedAt: Date.now(),
      usedAt: this.#now,
    };
  }

  /** What is in flight on its connections ends there. */
  #retire(client: UpstreamClient): void {
    this.#retired.add(client);
    void client.pool.close().then(() => this.#retired.delete(client));
  }

  /** Closing waits for what is in flight; whoever asks meanwhile gets a new pool. */
  #closeUnused(): void {
    this.#now = performance.now();
    for (const [key, client] of this.#clients) {
      if (this.#now - client.usedAt < this.#unusedMs || client.pool.stats.running > 0) continue;
      this.#clients.delete(key);
      void client.pool.close();
    }
  }
}
