import type { Breakers } from "@/gateway/backend/breaker/breakers";
import type { UpstreamClients } from "@/gateway/backend/upstream-clients";
import type { AnswerWatcher, Exchange, Flow, ForwardOptions, PolicyHost, ResponseMessage } from "@/policy/exchange";
import type { Caches } from "@/policy/host/cache-store";
import type { Counters } from "@/policy/host/counters";
import type { Documents } from "@/policy/host/documents";
import type { ManagedIdentity } from "@/policy/host/managed-identity";
import type { Messaging } from "@/policy/host/messaging";
import type { CallOptions, OutgoingCall } from "@/policy/host/outgoing-call";
import type { Telemetry } from "@/policy/host/telemetry";
import { GatewayDataSources } from "./data-sources/gateway-data-sources";
import type { EgressGuard } from "./egress/egress-guard";
import { answerGraphql } from "./graphql/answer-graphql";
import { GraphqlSockets } from "./graphql/graphql-sockets";
import { LocalGraphqlEvents } from "./graphql/local-graphql-events";
import { syntheticSchema } from "./graphql/synthetic-schemas";
import { AzureIdentity } from "./identity/azure-identity";
import { AzureMessaging } from "./messaging/azure-messaging";
import { FetchedDocuments } from "./outgoing/fetched-documents";
import { OutgoingCalls } from "./outgoing/outgoing-calls";
import type { SelfCalls } from "./outgoing/self-calls";
import { sendCall } from "./outgoing/send-call";
import type { GatewayExchange } from "./pipeline/gateway-exchange";
import type { ApiEntry } from "./program/program";
import { MemoryCache } from "./stores/cache/memory-cache";
import { MemoryCounters } from "./stores/counters/memory-counters";
import { RecordedMetrics } from "./telemetry/recorded-metrics";
import type { Forwarder } from "./wire/forwarder";
import type { Limits } from "./wire/limits";
import type { TimerWheel } from "./wire/timer-wheel";
import type { WireExchange } from "./wire/wire-exchange";

/** What a gateway's process may bring along; each part has a default that needs nothing. */
export interface HostServices {
  counters?: Counters;
  caches?: Caches;
  telemetry?: Telemetry;
  messaging?: Messaging;
  managedIdentity?: ManagedIdentity;
  documents?: Documents;
  /** Where the Dapr sidecar listens. */
  sidecarUrl?: string;
}

export interface HostOptions extends HostServices {
  clients: UpstreamClients;
  wheel: TimerWheel;
  limits: Limits;
  guard: EgressGuard;
  selfCalls: SelfCalls;
  breakers: Breakers;
}

/** All that the gateway does for policies, in one place. */
export class GatewayHost implements PolicyHost {
  readonly counters: Counters;
  readonly caches: Caches;
  readonly telemetry: Telemetry;
  readonly messaging: Messaging;
  readonly managedIdentity: ManagedIdentity;
  readonly documents: Documents;
  readonly dataSources: GatewayDataSources;
  readonly graphqlEvents = new LocalGraphqlEvents();
  readonly #sockets = new GraphqlSockets(this.graphqlEvents);
  readonly #forwarder: Forwarder;
  readonly #calls: OutgoingCalls;
  readonly sidecarUrl: string;
  readonly #selfCalls: SelfCalls;

  constructor(forwarder: Forwarder, options: HostOptions) {
    this.#forwarder = forwarder;
    this.sidecarUrl = options.sidecarUrl ?? "http://localhost:3500";
    this.#selfCalls = options.selfCalls;
    this.#calls = new OutgoingCalls({ ...options, identity: () => this.managedIdentity });
    this.counters = options.counters ?? new MemoryCounters();
    this.caches = options.caches ?? { internal: new MemoryCache(), external: null };
    this.telemetry = options.telemetry ?? new RecordedMetrics();
    this.messaging = options.messaging ?? new AzureMessaging({ identity: () => this.managedIdentity });
    this.managedIdentity = options.managedIdentity ?? new AzureIdentity();
    this.documents = options.documents ?? new FetchedDocuments(this.#calls);
    this.dataSources = new GatewayDataSources({
      guard: options.guard,
      calls: this.#calls,
      identity: () => this.managedIdentity,
      maxAnswerBytes: options.limits.maxBufferedBytes,
    });
  }

  /** Ends the connections that policies keep. */
  close(): void {
    this.dataSources.close();
  }

  forward(exchange: Exchange, options: ForwardOptions): Promise<Flow> {
    const { apiEntry } = exchange as GatewayExchange;
    const forwarded =
      apiEntry !== null && apiEntry.resolvers !== null
        ? this.#resolve(exchange as GatewayExchange, apiEntry, options)
        : this.#forwarder.forward(exchange, options);
    return exchange.answerWatchers === undefined ? forwarded : watched(exchange, exchange.answerWatchers, forwarded);
  }

  /** Without a schema its resolvers cannot be used, and its backend answers as any other would. */
  #resolve(exchange: GatewayExchange, api: ApiEntry, options: ForwardOptions): Promise<Flow> {
    const schema = syntheticSchema(exchange, api);
    if (schema === null) return this.#forwarder.forward(exchange, options);
    const { scheme } = exchange.request;
    if (scheme === "ws" || scheme === "wss") return this.#sockets.open(exchange, api, schema);
    return answerGraphql(exchange, api, schema);
  }

  send(exchange: Exchange, call: OutgoingCall, options: CallOptions): Promise<ResponseMessage> {
    const sent = options.toSidecar === true ? { ...call, url: this.sidecarUrl + call.url } : call;
    return sendCall(this.#calls, this.#selfCalls, exchange as WireExchange, sent, options);
  }
}

async function watched(exchange: Exchange, watchers: AnswerWatcher[], forwarded: Promise<Flow>): Promise<Flow> {
  const flow = await forwarded;
  const { response } = exchange;
  if (response !== null) for (const watch of watchers) await watch(response);
  return flow;
}
