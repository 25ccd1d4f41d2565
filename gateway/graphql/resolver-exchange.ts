import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type { Preview } from "@/gateway/preview/previews";
import type { ApiEntry, Program } from "@/gateway/program/program";
import type {
  ApiFacts,
  DeploymentFacts,
  GraphqlFacts,
  LastError,
  OperationFacts,
  Outcome,
  PolicyHost,
  ProductFacts,
  RequestMessage,
  ResponseMessage,
  Section,
  SubscriptionFacts,
  Target,
  UserFacts,
} from "@/policy/exchange";
import type { OutgoingCall } from "@/policy/host/outgoing-call";
import type { Resources } from "@/policy/host/resources";
import type { TraceSink } from "@/policy/host/trace-sink";

/**
 * The exchange as one field's resolver sees it. Fields are resolved at the same time, so each has a target, a response and
 * arguments of its own; the request and the variables are those of all.
 */
export class ResolverExchange implements GatewayExchange {
  response: ResponseMessage | null = null;
  call: OutgoingCall | null = null;
  lastError: LastError | null = null;
  section: Section = "backend";
  readonly tunnel = null;
  target: Target;
  readonly graphql: GraphqlFacts;
  readonly #outer: GatewayExchange;

  constructor(outer: GatewayExchange, graphql: GraphqlFacts) {
    this.#outer = outer;
    this.graphql = graphql;
    this.target = { ...outer.target };
  }

  get requestId(): string {
    return this.#outer.requestId;
  }
  get receivedAt(): number {
    return this.#outer.receivedAt;
  }
  get receivedAtMonotonic(): number {
    return this.#outer.receivedAtMonotonic;
  }
  get request(): RequestMessage {
    return this.#outer.request;
  }
  get variables(): Map<string, unknown> {
    return this.#outer.variables;
  }
  get notes(): Map<symbol, unknown> {
    return this.#outer.notes;
  }
  get program(): Program | null {
    return this.#outer.program;
  }
  get apiEntry(): ApiEntry | null {
    return this.#outer.apiEntry;
  }
  get api(): ApiFacts | null {
    return this.#outer.api;
  }
  get operation(): OperationFacts | null {
    return this.#outer.operation;
  }
  get product(): ProductFacts | null {
    return this.#outer.product;
  }
  get subscription(): SubscriptionFacts | null {
    return this.#outer.subscription;
  }
  get user(): UserFacts | null {
    return this.#outer.user ?? null;
  }
  get deployment(): DeploymentFacts | undefined {
    return this.#outer.deployment;
  }
  get matchedParameters(): ReadonlyMap<string, string> {
    return this.#outer.matchedParameters;
  }
  get preview(): Preview | null {
    return this.#outer.preview ?? null;
  }
  get host(): PolicyHost {
    return this.#outer.host;
  }
  get resources(): Resources {
    return this.#outer.resources;
  }
  get trace(): TraceSink | null {
    return this.#outer.trace;
  }
  get aborted(): boolean {
    return this.#outer.aborted;
  }
  atResponse(run: (response: ResponseMessage) => void): void {
    this.#outer.atResponse(run);
  }
  responseReady(): void {
    this.#outer.responseReady();
  }
  atEnd(run: (outcome: Outcome) => void): void {
    this.#outer.atEnd(run);
  }
}
