import type { Headers } from "./headers";
import type { Caches } from "./host/cache-store";
import type { Counters } from "./host/counters";
import type { DataSources } from "./host/data-sources";
import type { Documents } from "./host/documents";
import type { GraphqlEvents } from "./host/graphql-events";
import type { ManagedIdentity } from "./host/managed-identity";
import type { Messaging } from "./host/messaging";
import type { CallOptions, ClientCertificate, OutgoingCall, ProxyAddress } from "./host/outgoing-call";
import type { Resources } from "./host/resources";
import type { Telemetry } from "./host/telemetry";
import type { TraceSink } from "./host/trace-sink";

/** What a step says when it is done: go on, or the response is final and the pipeline ends. */
export type Flow = 0 | 1;
export const proceed: Flow = 0;
export const respond: Flow = 1;

/** A compiled policy. It answers at once, and returns a promise only when it truly waits. */
export type Step = (exchange: Exchange) => Flow | Promise<Flow>;

export type Section = "inbound" | "backend" | "outbound" | "on-error";
export type ScopeName = "global" | "product" | "api" | "operation";

/**
 * All that a running policy can see and touch: one request on its way to a backend and the response on its way back.
 * It knows nothing of sockets, so that any listener can carry it.
 */
export interface Exchange {
  /** A GUID, made when first read. */
  readonly requestId: string;
  /** When the request was received: ms since the epoch, and on the monotonic clock. */
  readonly receivedAt: number;
  readonly receivedAtMonotonic: number;
  readonly request: RequestMessage;
  /** null until a backend has answered or a policy has made a response. */
  response: ResponseMessage | null;
  readonly variables: Map<string, unknown>;
  /** What was matched; null where nothing was. */
  readonly api: ApiFacts | null;
  readonly operation: OperationFacts | null;
  readonly product: ProductFacts | null;
  readonly subscription: SubscriptionFacts | null;
  readonly matchedParameters: ReadonlyMap<string, string>;
  /** Where forward-request will send the request; policies of inbound and backend change it. */
  readonly target: Target;
  section: Section;
  lastError: LastError | null;
  /** What the gateway does for policies. */
  readonly host: PolicyHost;
  /** What is configured beside the policies. */
  readonly resources: Resources;
  /** The call that is being made ready, whose policies run at this moment; they do not wait. */
  call: OutgoingCall | null;
  /** Ends what the running branch of a wait has begun, when another one was first. */
  signal?: AbortSignal | null;
  /** The client has gone: nothing can be sent any more. */
  readonly aborted?: boolean;
  /** null: nobody traces this request. */
  readonly trace: TraceSink | null;
  /** What policies leave for others that follow in the same request, each by a symbol of its family. */
  readonly notes: Map<symbol, unknown>;
  /** Run each time a backend has answered, before any policy that follows; those wait for them. */
  answerWatchers?: AnswerWatcher[];
  /** Runs once, on the response that is about to be sent, whatever made it. */
  atResponse(run: (response: ResponseMessage) => void): void;
  /** Runs once, when the response was sent or given up; what it throws costs the request nothing. */
  atEnd(run: (outcome: Outcome) => void): void;
  /** Whom the subscription belongs to; null where there is none. */
  readonly user?: UserFacts | null;
  readonly deployment?: DeploymentFacts;
  readonly isTracing?: boolean;
  readonly workspace?: WorkspaceFacts | null;
  readonly backend?: BackendFacts | null;
  readonly graphql?: GraphqlFacts | null;
  /** Instead of what the clock says: milliseconds since the request was received. */
  readonly elapsedMs?: number;
}

export type AnswerWatcher = (answer: ResponseMessage) => void | Promise<void>;

/** What expressions see of an exchange; it can be had without a gateway. */
export type Circumstances = Omit<Exchange, "host" | "resources" | "call" | "signal" | "notes" | "atResponse" | "atEnd">;

/** How a request ended. */
export interface Outcome {
  /** 499: the client went away before. */
  readonly status: number;
  /** Of the bodies, as they went over the wire. */
  readonly receivedBytes: number;
  readonly sentBytes: number;
}

export interface Target {
  /** The URL that the operation's path is appended to; null when nothing names a backend. */
  baseUrl: string | null;
  /** An expression made it, perhaps of what the client wrote: it is trusted with no more than a call of a policy's own. */
  isComputed?: boolean;
  /** The backend entity chosen by set-backend-service, canonical ("/backends/orders"). */
  backendId: string | null;
  /** What follows the API's path, version and revision: "/items/7", always with a leading slash or empty. */
  path: string;
  /** With its question mark, or empty. */
  query: string;
  /** Shown to the backend, instead of what its entity says. */
  clientCertificate?: ClientCertificate | null;
  /** Between the gateway and the backend, instead of what its entity says. */
  proxy?: ProxyAddress | null;
}

export interface RequestMessage {
  method: string;
  /** As the client sent it. */
  readonly scheme: "http" | "https" | "ws" | "wss";
  readonly hostName: string;
  readonly port: number;
  /** The path as received, still encoded, without the query. */
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
  readonly httpVersion: string;
  readonly headers: Headers;
  body: Body;
  readonly clientAddress: string;
  /** The client's certificate as PEM, and after it those that the client sent along; read when asked for. */
  readonly clientCertificate: () => string | null;
  readonly privateEndpoint?: PrivateEndpointFacts | null;
  /** The model deployment that the request is for. */
  readonly foundryDeployment?: string | null;
}

export interface ResponseMessage {
  status: number;
  reason: string;
  readonly headers: Headers;
  body: Body;
}

/** A message's content, not touched until somebody asks: streamed through unless a policy reads or replaces it. */
export interface Body {
  readonly kind: "none" | "bytes" | "stream";
  /** Known length in bytes, or null. */
  readonly length: number | null;
  /** The whole content; keeps it, so that it can be sent afterwards. Throws a fault beyond the limit. */
  bytes(): Promise<Uint8Array>;
  /** What has been read already, for expressions, which do not wait. */
  readonly content?: Uint8Array | null;
  /** Shows each piece to `observer` on its way through, without keeping it back; null is the end. */
  tap?(observer: (chunk: Uint8Array | null) => void): void;
  /** Why the content broke off, where it did. */
  readonly failure?: unknown;
}

export interface ForwardOptions {
  /** Until the response headers are in. */
  timeoutMs: number;
  followRedirects: boolean;
  bufferRequestBody: boolean;
  bufferResponse: boolean;
  failOnErrorStatusCode: boolean;
  httpVersion: "1" | "2or1" | "2";
}

export interface PolicyHost {
  /** Sends exchange.request to exchange.target and sets exchange.response; throws a Fault when there is none. */
  forward(exchange: Exchange, options: ForwardOptions): Promise<Flow>;
  /** Sends a call of a policy's own through the egress guard; the answer is whole and in memory. Throws a Fault when there is none. */
  send(exchange: Exchange, call: OutgoingCall, options: CallOptions): Promise<ResponseMessage>;
  readonly counters: Counters;
  readonly caches: Caches;
  readonly telemetry: Telemetry;
  readonly messaging: Messaging;
  readonly managedIdentity: ManagedIdentity;
  readonly documents: Documents;
  /** Where the gateway's own Dapr sidecar listens; Dapr's usual place where nothing is said. */
  readonly sidecarUrl?: string;
  readonly graphqlEvents: GraphqlEvents;
  readonly dataSources: DataSources;
}

export interface ApiFacts {
  /** Canonical, for the gateway: "/apis/orders;rev=2". */
  readonly id: string;
  /** For policies, as its author wrote it: "Orders"; absent: the same. */
  readonly shortId?: string;
  /** The display name. */
  readonly name: string;
  readonly path: string;
  readonly revision: string;
  readonly version: string | null;
  readonly serviceUrl: string | null;
  readonly isCurrent: boolean;
  readonly protocols?: readonly string[];
  readonly keyHeader?: string;
  readonly keyQuery?: string;
}
export interface OperationFacts {
  readonly id: string;
  readonly shortId?: string;
  readonly name: string;
  readonly method: string;
  readonly urlTemplate: string;
}
export interface ProductFacts {
  readonly id: string;
  readonly shortId?: string;
  readonly name: string;
  readonly subscriptionRequired: boolean;
  readonly approvalRequired: boolean;
  readonly published: boolean;
  readonly groups?: readonly GroupFacts[];
  readonly apis?: readonly ApiFacts[];
  readonly subscriptionsLimit?: number | null;
}
export interface SubscriptionFacts {
  readonly id: string;
  readonly shortId?: string;
  readonly name: string;
  readonly primaryKey: string;
  readonly secondaryKey: string;
  readonly createdAt: string | null;
  readonly startDate: string | null;
  readonly expirationDate: string | null;
  /** The one of the keys that the request bears. */
  readonly usedKey?: string | null;
}
export interface GroupFacts {
  readonly id: string;
  readonly name: string;
}
export interface UserFacts {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly note: string | null;
  readonly registeredAt: string;
  readonly groups: readonly GroupFacts[];
  readonly identities: readonly { readonly id: string; readonly provider: string }[];
}
export interface DeploymentFacts {
  readonly gatewayId: string;
  readonly instanceId: string;
  readonly isManaged: boolean;
  readonly region: string;
  readonly serviceId: string;
  readonly serviceName: string;
  /** X509Certificate2 objects by the ids of certificates. */
  readonly certificates?: () => ReadonlyMap<string, unknown>;
  /** A CarbonIntensityCategory. */
  readonly carbonIntensity?: number;
}
export interface WorkspaceFacts {
  readonly id: string;
  readonly name: string;
}
export interface BackendFacts {
  readonly id: string;
  readonly type: "single" | "pool";
  readonly azureRegion: string | null;
}
/** JObjects of a GraphQL resolver. */
export interface GraphqlFacts {
  readonly arguments: unknown;
  readonly parent: unknown;
}
export interface PrivateEndpointFacts {
  readonly name: string;
  readonly groupId: string;
  readonly memberName: string;
}

/** context.LastError, field by field. */
export interface LastError {
  source: string;
  reason: string | null;
  message: string;
  scope: ScopeName | null;
  section: Section | null;
  path: string | null;
  policyId: string | null;
  httpErrorCode?: number;
}
