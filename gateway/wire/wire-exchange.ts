import { randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import type { BackendEntity } from "@/gateway/backend/backend-entity";
import { backendFactsOf } from "@/gateway/backend/backend-facts";
import { deploymentOf } from "@/gateway/pipeline/deployment";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type { Preview } from "@/gateway/preview/previews";
import { findUser } from "@/gateway/program/find-user";
import type { ApiEntry, Program } from "@/gateway/program/program";
import { ProgramResources } from "@/gateway/program/resources";
import type {
  ApiFacts,
  BackendFacts,
  DeploymentFacts,
  LastError,
  OperationFacts,
  Outcome,
  PolicyHost,
  ProductFacts,
  ResponseMessage,
  Section,
  SubscriptionFacts,
  Target,
  UserFacts,
} from "@/policy/exchange";
import type { OutgoingCall } from "@/policy/host/outgoing-call";
import type { Resources } from "@/policy/host/resources";
import type { TraceSink } from "@/policy/host/trace-sink";
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
  apiEntry: ApiEntry | null = null;
  tunnel: Duplex | null = null;
  api: ApiFacts | null = null;
  operation: OperationFacts | null = null;
  product: ProductFacts | null = null;
  subscription: SubscriptionFacts | null = null;
  matchedParameters: ReadonlyMap<string, string> = noParameters;
  target: Target;
  section: Section = "inbound";
  lastError: LastError | null = null;
  aborted = false;
  /** How many gateways the request has been through before, or how often it has been through this one. */
  hops = 0;
  call: OutgoingCall | null = null;
  signal: AbortSignal | null = null;
  trace: TraceSink | null = null;
  preview: Preview | null = null;
  /** The upstream answer that is on its way, whether or not it is what the client will get. */
  relay: ResponseRelay | null = null;
  /** The entity of the last attempt, and which choice of the policies led there. */
  chosen: BackendEntity | null = null;
  chosenFor: string | null = null;
  /** Links of OpenExchanges. */
  openNext: WireExchange | null = null;
  openPrevious: WireExchange | null = null;
  readonly request: IncomingRequest;
  readonly client: ClientChannel;
  host: PolicyHost;
  readonly #onClosed: (exchange: WireExchange) => void;
  readonly #onMistake: (error: unknown) => void;
  #requestId: string | null = null;
  #user: UserFacts | null | undefined;
  #variables: Map<string, unknown> | null = null;
  #notes: Map<symbol, unknown> | null = null;
  #resources: Resources | null = null;
  #endings: ((outcome: Outcome) => void)[] | null = null;
  #outcome: Outcome | null = null;
  #finishings: ((response: ResponseMessage) => void)[] | null = null;

  constructor(
    request: IncomingRequest,
    client: ClientChannel,
    host: PolicyHost,
    onClosed: (exchange: WireExchange) => void,
    onMistake: (error: unknown) => void,
  ) {
    this.request = request;
    this.client = client;
    this.host = host;
    this.#onClosed = onClosed;
    this.#onMistake = onMistake;
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

  get notes(): Map<symbol, unknown> {
    this.#notes ??= new Map();
    return this.#notes;
  }

  get resources(): Resources {
    this.#resources ??= new ProgramResources(this);
    return this.#resources;
  }

  atResponse(run: (response: ResponseMessage) => void): void {
    this.#finishings ??= [];
    this.#finishings.push(run);
  }

  responseReady(): void {
    const { response } = this;
    if (this.#finishings === null || response === null) return;
    const finishings = this.#finishings;
    this.#finishings = null;
    for (const run of finishings) this.#unharmed(() => run(response));
  }

  atEnd(run: (outcome: Outcome) => void): void {
    const outcome = this.#outcome;
    // Its client went away while the policies were still at work.
    if (outcome !== null) this.#unharmed(() => run(outcome));
    else {
      this.#endings ??= [];
      this.#endings.push(run);
    }
  }

  get user(): UserFacts | null {
    if (this.#user !== undefined) return this.#user;
    const { program, subscription } = this;
    this.#user = program === null || subscription === null ? null : findUser(program, subscription);
    return this.#user;
  }

  get deployment(): DeploymentFacts | undefined {
    return this.program === null ? undefined : deploymentOf(this.program);
  }

  /** What set-backend-service has named; from the first attempt on, what was chosen for the last one. */
  get backend(): BackendFacts | null {
    const { backendId } = this.target;
    const entity = this.chosenFor === backendId ? this.chosen : null;
    return backendFactsOf(entity?.id ?? backendId, this.program);
  }

  /** What the cookies of pools are made with: every node has it, after every restart, and no client. */
  get affinitySecret(): string {
    return this.program?.service?.affinityKey ?? "";
  }

  /** Ends it now, whatever it waits for. */
  cut(): void {
    this.relay?.clientGone();
    this.#closeTunnel();
    this.client.destroy();
  }

  channelDrained(): void {
    this.relay?.flow();
  }

  channelAborted(): void {
    this.aborted = true;
    this.relay?.clientGone();
    this.#closeTunnel();
  }

  /** The response is not what the backend sent, or there is nobody to send it to. */
  discardUpstream(): void {
    this.relay?.discard();
    this.#closeTunnel();
  }

  channelClosed(): void {
    this.#onClosed(this);
    const { ownBody, isHead } = this.request;
    ownBody.release?.();
    const status = this.aborted ? 499 : (this.response?.status ?? 500);
    const sentBytes = isHead ? 0 : this.client.sentBytes;
    const outcome: Outcome = { status, receivedBytes: ownBody.receivedBytes ?? 0, sentBytes };
    this.#outcome = outcome;
    const endings = this.#endings;
    this.#endings = null;
    if (endings !== null) for (const run of endings) this.#unharmed(() => run(outcome));
  }

  /** Its other side hears of an end, not of a destruction. */
  #closeTunnel(): void {
    const { tunnel } = this;
    this.tunnel = null;
    tunnel?.end(() => tunnel.destroy());
  }

  #unharmed(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#onMistake(error);
    }
  }
}
