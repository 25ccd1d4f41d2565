import { authorize } from "@/gateway/program/authorize";
import type { ApiEntry, OperationEntry, ProductEntry, ProgramIndex } from "@/gateway/program/program";
import { findOperation } from "@/gateway/router/find-operation";
import { type Flow, respond, type Step } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { preflightMethod } from "@/policy/kits/cors/preflight";
import { newResponse } from "@/policy/message";
import type { Watch } from "./compile-context";
import type { GatewayExchange } from "./gateway-exchange";
import { onlyPolicies } from "./only-policies";
import type { Pipeline } from "./pipeline";

/** The operation that a preflight asks about, since none takes OPTIONS itself; null where the request is no preflight. */
export function preflightTarget({ request }: GatewayExchange, api: ApiEntry, rest: string): OperationEntry | null {
  const method = preflightMethod(request);
  if (method === null) return null;
  const actionIn = api.document.type === "soap" ? request.headers : null;
  return findOperation(api.operations, method, rest, request.query, actionIn)?.route ?? null;
}

/** A preflight needs no key, but one in its URL tells the product, and so the product's policies. */
export function preflightProduct(
  { request }: GatewayExchange,
  api: ApiEntry,
  index: ProgramIndex,
): ProductEntry | null {
  try {
    return authorize(request, api, index).product;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** The cors policies that stand directly in the effective inbound, and nothing else; null where there are none. */
export function preflightPipeline(pipeline: Pipeline, index: ProgramIndex, watch: Watch | null): Pipeline | null {
  const step = onlyPolicies("cors", pipeline, index, watch);
  return step === null ? null : { ...pipeline, inbound: ending(step), onError: null };
}

/** An origin that nobody knows gets an answer that says nothing. */
function ending(step: Step): Step {
  const end = (exchange: Parameters<Step>[0], flow: Flow): Flow => {
    if (flow !== respond) exchange.response = newResponse();
    return respond;
  };
  return (exchange) => {
    const flow = step(exchange);
    return typeof flow === "number" ? end(exchange, flow) : flow.then((done) => end(exchange, done));
  };
}
