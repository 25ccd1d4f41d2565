import { once } from "node:events";
import type { Server } from "node:http";
import type { Server as HttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { Breakers } from "@/gateway/backend/breaker/breakers";
import { UpstreamClients } from "@/gateway/backend/upstream-clients";
import { EgressGuard, type EgressGuardOptions } from "@/gateway/egress/egress-guard";
import type { Handler } from "@/gateway/handle";
import { GatewayHost, type HostOptions, type HostServices } from "@/gateway/host";
import type { Metrics } from "@/gateway/metrics";
import { loopDetected, maxHops, takeHops } from "@/gateway/outgoing/hops";
import { OwnAddresses } from "@/gateway/outgoing/own-addresses";
import { SelfCalls } from "@/gateway/outgoing/self-calls";
import { cachesApart, countersApart } from "@/gateway/preview/apart";
import type { Preview } from "@/gateway/preview/previews";
import type { TraceSink } from "@/policy/host/trace-sink";
import type { ClientChannel } from "./client-channel";
import { Forwarder } from "./forwarder";
import { createHttp1Listener } from "./http1-listener";
import type { IncomingRequest } from "./incoming-request";
import { defaultLimits, type Limits } from "./limits";
import { OpenExchanges } from "./open-exchanges";
import { internalError, respond } from "./respond";
import { TimerWheel } from "./timer-wheel";
import type { TlsIdentities } from "./tls-identities";
import { WireExchange } from "./wire-exchange";

export interface GatewayServerOptions {
  handle: Handler;
  metrics: Metrics;
  limits?: Partial<Limits>;
  /** PEM, trusted besides the well-known ones when backends are called. */
  trustedAuthorities?: readonly string[];
  /** URLs under which clients reach this gateway, besides its listeners' own and those of the service. */
  publicUrls?: () => readonly string[];
  /** Where connections may go. */
  egress?: EgressGuardOptions;
  /** What policies use beyond the call of the backend; each has a default that needs nothing. */
  services?: HostServices;
  /** Told of errors that are mistakes of ours. */
  onUnexpected?: (error: unknown) => void;
}

/** Where load balancers look whether a gateway lives. */
export const statusPath = "/status-0123456789abcdef";

const drainSweepMs = 100;

/** Takes requests on any number of listeners and carries each through the pipeline. */
export class GatewayServer {
  readonly clients: UpstreamClients;
  readonly breakers = new Breakers();
  readonly #options: GatewayServerOptions;
  readonly #limits: Limits;
  readonly #wheel = new TimerWheel();
  readonly #host: GatewayHost;
  readonly #parts: Omit<HostOptions, "breakers" | keyof HostServices>;
  readonly #servers: Server[] = [];
  readonly #listeners: { address: string; port: number }[] = [];
  readonly #open = new OpenExchanges();
  #draining = false;

  constructor(options: GatewayServerOptions) {
    this.#options = options;
    this.#limits = { ...defaultLimits, ...options.limits };
    const guard = new EgressGuard(options.egress);
    this.clients = new UpstreamClients({
      guard,
      connectTimeoutMs: this.#limits.connectTimeoutMs,
      trustedAuthorities: options.trustedAuthorities ?? [],
    });
    const selfCalls = new SelfCalls({
      addresses: new OwnAddresses({ listeners: () => this.#listeners, publicUrls: options.publicUrls ?? (() => []) }),
      limits: this.#limits,
      wheel: this.#wheel,
      receive: (request, channel, within) => this.#receive(request, channel, within),
    });
    this.#parts = { selfCalls, clients: this.clients, wheel: this.#wheel, limits: this.#limits, guard };
    this.#host = this.#hostWith(this.breakers, options.services);
  }

  /** A host for requests that preview a draft: what they count, cache and break is no part of what is live. */
  previewHost(prefix: string): GatewayHost {
    const { counters, caches, telemetry, messaging, managedIdentity, documents, sidecarUrl } = this.#host;
    return this.#hostWith(new Breakers(), {
      counters: countersApart(counters, prefix),
      caches: cachesApart(caches, prefix),
      telemetry,
      messaging,
      managedIdentity,
      documents,
      sidecarUrl,
    });
  }

  #hostWith(breakers: Breakers, services: HostServices | undefined): GatewayHost {
    return new GatewayHost(new Forwarder({ ...this.#parts, breakers }), { ...this.#parts, breakers, ...services });
  }

  /** A listener that is not listening yet. */
  createListener(identities?: TlsIdentities): Server {
    const server = createHttp1Listener({
      limits: this.#limits,
      wheel: this.#wheel,
      ...(identities === undefined ? {} : { tls: identities.options }),
      onRequest: (request, channel) => this.#receive(request, channel),
      onRefused: (status) => this.#options.metrics.refused(status),
      isDraining: () => this.#draining,
    });
    identities?.follow(server as HttpsServer);
    this.#servers.push(server);
    server.on("listening", () => {
      const { address, port } = server.address() as AddressInfo;
      this.#listeners.push({ address, port });
    });
    return server;
  }

  async listen(port: number, host: string, identities?: TlsIdentities): Promise<number> {
    const server = this.createListener(identities);
    server.listen(port, host);
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  }

  /** Takes nothing new, lets what is in flight end until the deadline, then cuts the rest. */
  async drain(deadlineMs: number): Promise<void> {
    this.#draining = true;
    const closed = this.#servers.map((server) => new Promise((resolve) => server.close(resolve)));
    const cut = setTimeout(() => this.#cut(), deadlineMs);
    // Connections whose response had begun before, and promised to be kept, become idle one by one.
    const sweep = setInterval(() => this.#servers.map((server) => server.closeIdleConnections()), drainSweepMs);
    await Promise.all(closed);
    clearTimeout(cut);
    clearInterval(sweep);
    this.#wheel.stop();
    this.#host.close();
    await this.clients.close();
  }

  get inFlight(): number {
    return this.#open.size;
  }

  #cut(): void {
    for (const exchange of this.#open) exchange.cut();
    for (const server of this.#servers) server.closeAllConnections();
  }

  #receive(
    request: IncomingRequest,
    channel: ClientChannel,
    within: { trace: TraceSink | null; preview: Preview | null } | null = null,
  ): void {
    if (request.path === statusPath) {
      answerStatus(channel);
      return;
    }
    const hops = takeHops(request.headers);
    if (hops > maxHops) {
      this.#options.metrics.refused(508);
      answerLoop(channel);
      return;
    }
    const exchange = new WireExchange(request, channel, this.#host, this.#closed, this.#mistaken);
    exchange.hops = hops;
    if (within !== null) {
      exchange.trace = within.trace;
      exchange.preview = within.preview;
    }
    this.#open.add(exchange);
    this.#options.metrics.began();
    try {
      const handled = this.#options.handle(exchange);
      if (handled === undefined) this.#respond(exchange);
      else handled.then(() => this.#respond(exchange)).catch((error) => this.#failed(exchange, error));
    } catch (error) {
      this.#failed(exchange, error);
    }
  }

  #respond(exchange: WireExchange): void {
    const pending = respond(exchange);
    if (pending !== undefined) pending.catch((error) => this.#failed(exchange, error));
  }

  #failed(exchange: WireExchange, error: unknown): void {
    this.#options.onUnexpected?.(error);
    internalError(exchange);
  }

  readonly #mistaken = (error: unknown): void => this.#options.onUnexpected?.(error);

  readonly #closed = (exchange: WireExchange): void => {
    this.#open.remove(exchange);
    const status = exchange.aborted ? 499 : (exchange.response?.status ?? 500);
    this.#options.metrics.ended(status, performance.now() - exchange.receivedAtMonotonic);
  };
}

function answerLoop(channel: ClientChannel): void {
  const body = Buffer.from(loopDetected);
  channel.start(508, "Loop Detected", ["Content-Type", "application/json"], body.byteLength);
  channel.end(body);
}

function answerStatus(channel: ClientChannel): void {
  channel.start(200, "OK", ["Content-Type", "text/plain"], 0);
  channel.end();
}
