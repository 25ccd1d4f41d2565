import { STATUS_CODES } from "node:http";
import { type Flow, proceed, respond } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { newResponse } from "@/policy/message";
import { lastErrorOf, operationNotFound, responseTo } from "./faults";
import type { GatewayExchange } from "./pipeline/gateway-exchange";
import { type Pipeline, pipelineFor } from "./pipeline/pipeline";
import { UnexpectedFault } from "./pipeline/unexpected-fault";
import { type Authorized, authorize } from "./program/authorize";
import type { PolicyUnit } from "./program/policy-unit";
import type { OperationEntry, Program } from "./program/program";
import { findApi } from "./router/find-api";
import { findOperation } from "./router/find-operation";

export interface HandlerOptions {
  /** Told of every error that is not a Fault: a mistake of ours, which costs that one request. */
  onUnexpected?: (error: unknown, exchange: GatewayExchange) => void;
}

/**
 * Matches, authorises and runs one request. It neither throws nor rejects: when it is done, `exchange.response` is what
 * the listener sends, or null when the client has gone. An upstream body that `exchange.response` no longer holds is the
 * listener's to discard.
 */
export type Handler = (exchange: GatewayExchange) => void | Promise<void>;

export function createHandler(currentProgram: () => Program, options: HandlerOptions = {}): Handler {
  return (exchange) => {
    const program = currentProgram();
    exchange.program = program;
    const run = new Run(exchange, program, options);
    try {
      const flow = run.from(0);
      return typeof flow === "number" ? undefined : flow.then(undefined, (error) => run.fail(error));
    } catch (error) {
      return run.fail(error);
    }
  };
}

const reasonOf = (status: number): string => STATUS_CODES[status] ?? "";

const sections = ["inbound", "backend", "outbound"] as const;

/** One request on its way through match, inbound, backend, outbound; or, from any of them, on-error. */
class Run {
  /** Whose on-error runs; it narrows as the request is matched. */
  pipeline: Pipeline | null = null;

  constructor(
    readonly exchange: GatewayExchange,
    readonly program: Program,
    readonly options: HandlerOptions,
  ) {}

  /** Runs the sections one after the other, without a promise until one of them waits; ends where a response is final. */
  from(first: number): Flow | Promise<Flow> {
    const { exchange } = this;
    const pipeline = this.pipeline ?? this.match();
    for (let index = first; index < sections.length; index++) {
      const section = sections[index] as (typeof sections)[number];
      exchange.section = section;
      const flow = pipeline[section](exchange);
      if (typeof flow !== "number") return flow.then((done) => (done === respond ? done : this.from(index + 1)));
      if (flow === respond) return flow;
    }
    // No backend was called and no policy answered: the request was accepted, and there is nothing to say.
    exchange.response ??= newResponse();
    return proceed;
  }

  match(): Pipeline {
    const { exchange, program } = this;
    const { request, target } = exchange;
    const { index } = program;
    const found = findApi(index.router, request);
    if (found === null) throw this.lost(null);
    const { api, rest } = found;
    exchange.api = api.facts;
    const { query } = request;
    const actionIn = api.document.type === "soap" ? request.headers : null;
    const matched = findOperation(api.operations, request.method, rest, query, actionIn);
    if (matched === null) throw this.lost(api.policy);
    const operation: OperationEntry = matched.route;
    exchange.operation = operation.facts;
    exchange.matchedParameters = matched.parameters;
    target.baseUrl = api.document.serviceUrl;
    target.path = rest;
    target.query = query;
    let authorized: Authorized;
    try {
      authorized = authorize(request, api, index);
    } catch (error) {
      this.pipeline = pipelineFor(index.globalPolicy, null, api.policy, operation.policy, index);
      throw error;
    }
    const { subscription, product } = authorized;
    if (subscription !== null) exchange.subscription = subscription.facts;
    if (product !== null) exchange.product = product.facts;
    this.pipeline = pipelineFor(index.globalPolicy, product?.policy ?? null, api.policy, operation.policy, index);
    return this.pipeline;
  }

  /** Nothing matches, but the policies that are known by then may still answer. */
  lost(api: PolicyUnit | null): Fault {
    const { index } = this.program;
    this.pipeline = pipelineFor(index.globalPolicy, null, api, null, index);
    return operationNotFound();
  }

  fail(error: unknown): void | Promise<void> {
    const { exchange } = this;
    const fault = this.faultOf(error);
    if (exchange.aborted) {
      exchange.response = null;
      return;
    }
    fault.section ??= exchange.section;
    exchange.lastError = lastErrorOf(fault);
    const kept = fault.keepsResponse ? exchange.response : null;
    exchange.response = kept ?? responseTo(fault, exchange.requestId, reasonOf);
    const onError = this.pipeline?.onError ?? null;
    if (onError === null) return;
    exchange.section = "on-error";
    try {
      const flow = onError(exchange);
      if (typeof flow === "number") return;
      return flow.then(
        () => undefined,
        (second) => this.failAgain(second),
      );
    } catch (second) {
      this.failAgain(second);
    }
  }

  /** An error inside on-error ends it. */
  failAgain(error: unknown): void {
    const { exchange } = this;
    const fault = this.faultOf(error);
    fault.section = "on-error";
    exchange.lastError = lastErrorOf(fault);
    const { source, reason, message } = fault;
    const answer = new Fault({ source, reason, message, status: 500 });
    exchange.response = exchange.aborted ? null : responseTo(answer, exchange.requestId, reasonOf);
  }

  faultOf(error: unknown): Fault {
    const fault = error instanceof Fault ? error : new UnexpectedFault(error, "gateway");
    // What came through a policy's steps was wrapped there; what it wraps is the mistake.
    if (fault instanceof UnexpectedFault) this.options.onUnexpected?.(fault.cause, this.exchange);
    return fault;
  }
}
