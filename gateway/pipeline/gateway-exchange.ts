import type { Duplex } from "node:stream";
import type { Preview } from "@/gateway/preview/previews";
import type { ApiEntry, Program } from "@/gateway/program/program";
import type {
  ApiFacts,
  Exchange,
  OperationFacts,
  PolicyHost,
  ProductFacts,
  SubscriptionFacts,
  Target,
} from "@/policy/exchange";
import type { TraceSink } from "@/policy/host/trace-sink";

/**
 * The exchange as the gateway sees it: what policies may only read, the gateway fills in. A listener makes one per
 * request with everything of `Exchange` that it knows; the members below start as null, an empty map and an empty target.
 */
export interface GatewayExchange extends Exchange {
  /** The program this request runs by from its first step to its last, whatever is swapped in meanwhile. */
  program: Program | null;
  /** The draft that it runs by instead of what is live. */
  preview?: Preview | null;
  host: PolicyHost;
  /** What was matched, as the program holds it. */
  apiEntry: ApiEntry | null;
  /** Instead of a backend's: the other end of a connection whose protocol the response switches. */
  tunnel: Duplex | null;
  api: ApiFacts | null;
  operation: OperationFacts | null;
  product: ProductFacts | null;
  subscription: SubscriptionFacts | null;
  matchedParameters: ReadonlyMap<string, string>;
  target: Target;
  trace: TraceSink | null;
  /** Runs what waits for the response. */
  responseReady(): void;
  /** The client has gone: nothing can be sent any more. */
  readonly aborted: boolean;
}
