import type { Program } from "@/gateway/program/program";
import type { ApiFacts, Exchange, OperationFacts, ProductFacts, SubscriptionFacts, Target } from "@/policy/exchange";

/**
 * The exchange as the gateway sees it: what policies may only read, the gateway fills in. A listener makes one per
 * request with everything of `Exchange` that it knows; the members below start as null, an empty map and an empty target.
 */
export interface GatewayExchange extends Exchange {
  /** The program this request runs by from its first step to its last, whatever is swapped in meanwhile. */
  program: Program | null;
  api: ApiFacts | null;
  operation: OperationFacts | null;
  product: ProductFacts | null;
  subscription: SubscriptionFacts | null;
  matchedParameters: ReadonlyMap<string, string>;
  target: Target;
  /** The client has gone: nothing can be sent any more. */
  readonly aborted: boolean;
}
