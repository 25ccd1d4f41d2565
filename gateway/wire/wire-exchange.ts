import { randomUUID } from "node:crypto";
import { deploymentOf } from "@/gateway/pipeline/deployment";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type { Program } from "@/gateway/program/program";
import type {
  ApiFacts,
  DeploymentFacts,
  LastError,
  OperationFacts,
  PolicyHost,
  ProductFacts,
  ResponseMessage,
  Section,
  SubscriptionFacts,
  Target,
} from "@/policy/exchange";
import type { ChannelListener, ClientChannel } from "./client-channel";
import type { IncomingRequest } from "./incoming-request";
import type { ResponseRelay } from "./response-relay";

const noParameters: ReadonlyMap<string, string> = new Map();

/** The exchange that the wire makes of a request, whichever listener received it. */
export class WireExchange implements GatewayExchange, ChannelListener {
  readonly receivedAt = Date.now();
  readonly receivedAtMonotonic = performance.now();
  response: ResponseMessage | null = null;
  program: Program | null = null;
  api: ApiFacts | null = null;
  operation: OperationFacts | null = null;
  product: ProductFacts | null = null;
  subscription: SubscriptionFacts | null = null;
  matchedParameters: ReadonlyMap<string, string> = noParameters;
  target: Target;
  section: Section = "inbound";
  lastError: LastError | null = null;
  aborted = false;
  /** The upstream answer that is on its way, whether or not it is what the client will get. */
  relay: ResponseRelay | null = null;
  /** Links of OpenExchanges. */
  openNext: WireExchange | null = null;
  openPrevious: WireExchange | null = null;
  readonly request: IncomingRequest;
  readonly client: ClientChannel;
  readonly host: PolicyHost;
  readonly #onClosed: (exchange: WireExchange) => void;
  #requestId: string | null = null;
  #variables: Map<string, unknown> | null = null;

  constructor(
    request: IncomingRequest,
    client: ClientChannel,
    host: PolicyHost,
    onClosed: (exchange: WireExchange) => void,
  ) {
    this.request = request;
    this.client = client;
    this.host = host;
    this.#onClosed = onClosed;
    client.listener = this;
    this.target = { baseUrl: null, backendId: null, path: request.path, query: request.query };
  }

  get requestId(): string {
    this.#requestId ??= randomUUID();
    return this.#requestId;
  }

  get variables(): Map<string, unknown> {
    this.#variables ??= new Map();
    return this.#variables;
  }

  get deployment(): DeploymentFacts | undefined {
    return this.program === null ? undefined : deploymentOf(this.program);
  }

  /** Ends it now, whatever it waits for. */
  cut(): void {
    this.relay?.clientGone();
    this.client.destroy();
  }

  channelDrained(): void {
    this.relay?.flow();
  }

  channelAborted(): void {
    this.aborted = true;
    this.relay?.clientGone();
  }

  channelClosed(): void {
    this.#onClosed(this);
  }
}
