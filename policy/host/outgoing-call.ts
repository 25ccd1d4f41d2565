import type { Body } from "@/policy/exchange";
import type { Headers } from "@/policy/headers";

/** A request that a policy sends on its own account: policies inside it change it as they would the client's. */
export interface OutgoingCall {
  url: string;
  method: string;
  readonly headers: Headers;
  body: Body;
  clientCertificate: ClientCertificate | null;
  proxy: ProxyAddress | null;
}

export interface CallOptions {
  /** Until the whole answer is there. */
  readonly timeoutMs: number;
  readonly followRedirects: boolean;
  /** The policy, as the source of faults. */
  readonly source: string;
  /** The URL is a path at the gateway's own Dapr sidecar, whichever address that has. */
  readonly toSidecar?: boolean;
  readonly maxBytes?: number;
  /** Only to this gateway itself; a URL may be a path then. Anything else is a fault. */
  readonly ownOnly?: boolean;
  /** Ends the call before its time, as when another branch of a wait was first. */
  readonly signal?: AbortSignal;
}

export interface ClientCertificate {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

export interface ProxyAddress {
  readonly url: string;
  readonly username: string | null;
  readonly password: string | null;
}
