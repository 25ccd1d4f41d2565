import { Pool } from "undici";
import type { BackendUrl } from "./backend-url";
import type { ConnectionSettings } from "./connection-settings";
import { createConnector } from "./connector";
import { proxyAuthorization } from "./proxy-tunnel";

export type HttpVersion = "1" | "2or1" | "2";

export interface UpstreamClientsOptions {
  connectTimeoutMs: number;
  trustedAuthorities: readonly string[];
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
  usedAt: number;
}

/** Kept connections are closed long before; this is for the pools themselves, whose settings may be gone. */
const defaultUnusedMs = 15_000;

/** All connections to backends, shared by everything that asks for the same address in the same way. */
export class UpstreamClients {
  readonly #clients = new Map<string, UpstreamClient>();
  readonly #options: UpstreamClientsOptions;
  readonly #unusedMs: number;
  readonly #sweep: NodeJS.Timeout;
  #now = performance.now();

  constructor(options: UpstreamClientsOptions) {
    this.#options = options;
    this.#unusedMs = options.unusedMs ?? defaultUnusedMs;
    this.#sweep = setInterval(() => this.#closeUnused(), this.#unusedMs / 3);
    this.#sweep.unref();
  }

  get(url: BackendUrl, settings: ConnectionSettings, httpVersion: HttpVersion, upgrade: boolean): UpstreamClient {
    const tunnel = settings.proxy !== null && (url.secure || upgrade);
    const http2 = httpVersion !== "1" && !upgrade;
    const key =
      settings.key === "" && !http2 ? url.origin : `${url.origin} ${settings.key} ${http2 ? httpVersion : 1} ${tunnel}`;
    let client = this.#clients.get(key);
    if (client === undefined) {
      client = this.#open(url, settings, {
        tunnel,
        http2,
        http2Cleartext: httpVersion === "2" && http2 && !url.secure,
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
    const open = [...this.#clients.values()];
    this.#clients.clear();
    await Promise.all(open.map(({ pool }) => pool.destroy()));
  }

  #open(
    url: BackendUrl,
    settings: ConnectionSettings,
    way: { tunnel: boolean; http2: boolean; http2Cleartext: boolean },
  ): UpstreamClient {
    const plainProxy = way.tunnel ? null : settings.proxy;
    const connect = createConnector(settings, { ...this.#options, ...way });
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
      usedAt: this.#now,
    };
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
