import { STATUS_CODES } from "node:http";
import { previewHeader } from "@/contract/preview";
import { type Flow, proceed, respond } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { answeredByCache } from "@/policy/kits/cache/cached-request";
import { lastErrorOf } from "@/policy/kits/control/last-error-of";
import { newResponse } from "@/policy/message";
import { operationNotFound, responseTo } from "./faults";
import type { GatewayExchange } from "./pipeline/gateway-exchange";
import { onlyPolicies } from "./pipeline/only-policies";
import { type Pipeline, pipelineFor } from "./pipeline/pipeline";
import { preflightPipeline, preflightProduct, preflightTarget } from "./pipeline/preflight";
import { UnexpectedFault } from "./pipeline/unexpected-fault";
import { enterPreview } from "./preview/enter-preview";
import type { Previews } from "./preview/previews";
import { type Authorized, authorize } from "./program/authorize";
import type { PolicyUnit } from "./program/policy-unit";
import { productFacts } from "./program/product-facts";
import type { ApiEntry, OperationEntry, Program } from "./program/program";
import { findApi } from "./router/find-api";
import { findOperation } from "./router/find-operation";
import { beginTrace, noteError, noteMatch, noteResponse, type TraceAnswer } from "./trace/begin-trace";
import { watchSteps } from "./trace/watch-steps";

export interface HandlerOptions {
  /** Told of every error that is not a Fault: a mistake of ours, which costs that one request. */
  onUnexpected?: (error: unknown, exchange: GatewayExchange) => void;
  /** Takes the trace of a request, once that has ended. */
  onTrace?: (id: string, text: string) => void;
  /** Drafts that requests may ask for; without it, none can be had. */
  previews?: Previews;
}

/**
 * Matches, authorises and runs one request. It neither throws nor rejects: when it is done, `exchange.response` is what
 * the listener sends, or null when the client has gone. An upstream body that `exchange.response` no longer holds is the
 * listener's to discard.
 */
export type Handler = (exchange: GatewayExchange) => void | Promise<void>;

export function createHandler(currentProgram: () => Program, options: HandlerOptions = {}): Handler {
  return (exchange) => {
    let program = currentProgram();
    if (exchange.preview || exchange.request.headers.has(previewHeader)) {
      const drafted = enterPreview(exchange, program, options.previews);
      if (drafted === null) return undefined;
      program = drafted;
    }
    exchange.program = program;
    const run = new Run(exchange, program, options);
    try {
      const flow = run.from(0);
      if (typeof flow !== "number") {
        return flow.then(
          () => run.finish(),
          (error) => run.failed(error),
        );
      }
    } catch (error) {
      return run.failed(error);
    }
    run.finish();
    return undefined;
  };
}

const reasonOf = (status: number): string => STATUS_CODES[status] ?? "";

const sections = ["inbound", "backend", "outbound"] as const;

/** One request on its way through match, inbound, backend, outbound; or, from any of them, on-error. */
class Run {
  /** Whose on-error runs; it narrows as the request is matched. */
  pipeline: Pipeline | null = null;
  #traceAnswer: TraceAnswer | null = null;

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
      if (typeof flow !== "number")
        return flow.then((done) => (done === respond ? this.answered(pipeline) : this.from(index + 1)));
      if (flow === respond) return this.answered(pipeline);
    }
    // No backend was called and no policy answered: the request was accepted, and there is nothing to say.
    exchange.response ??= newResponse();
    return proceed;
  }

  /** The answer of a cache is as it was when it was stored: what outbound does behind that is still to be done. */
  answered(pipeline: Pipeline): Flow | Promise<Flow> {
    const { exchange } = this;
    if (exchange.section !== "inbound" || !exchange.notes.has(answeredByCache)) return respond;
    exchange.section = "outbound";
    return pipeline.afterCacheStore(exchange);
  }

  match(): Pipeline {
    const { exchange, program } = this;
    const { request, target } = exchange;
    const { index } = program;
    const found = findApi(index.router, request);
    if (found === null) return this.#withoutApi();
    const { api, rest } = found;
    exchange.api = api.facts;
    exchange.apiEntry = api;
    if (this.options.onTrace !== undefined) this.#traceAnswer = beginTrace(exchange, api, program);
    const { query } = request;
    const actionIn = api.document.type === "soap" ? request.headers : null;
    const matched = findOperation(api.operations, request.method, rest, query, actionIn);
    if (matched === null) return this.#preflight(api, rest);
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
      this.pipeline = this.#pipelineFor(null, api.policy, operation.policy);
      throw error;
    }
    const { subscription, product } = authorized;
    if (subscription !== null) exchange.subscription = subscription.facts;
    if (product !== null) exchange.product = productFacts(index, product);
    this.pipeline = this.#pipelineFor(product?.policy ?? null, api.policy, operation.policy);
    if (exchange.trace !== null) noteMatch(exchange);
    return this.pipeline;
  }

  /** The cross-domain policy file belongs to the host, not to an API. */
  #withoutApi(): Pipeline {
    const fault = this.lost(null);
    const { exchange, program, pipeline } = this;
    if (pipeline === null || exchange.request.path !== "/crossdomain.xml") throw fault;
    const watch = exchange.trace === null ? null : watchSteps;
    const file = onlyPolicies("cross-domain", pipeline, program.index, watch);
    if (file?.(exchange) !== respond) throw fault;
    return { ...pipeline, inbound: () => respond };
  }

  /** What no operation takes may still be a preflight for one: then cors policies answer it, and nothing else runs. */
  #preflight(api: ApiEntry, rest: string): Pipeline {
    const { exchange, program } = this;
    const operation = preflightTarget(exchange, api, rest);
    if (operation === null) throw this.lost(api.policy);
    const product = preflightProduct(exchange, api, program.index);
    const whole = this.#pipelineFor(product?.policy ?? null, api.policy, operation.policy);
    const pipeline = preflightPipeline(whole, program.index, exchange.trace === null ? null : watchSteps);
    if (pipeline === null) throw this.lost(api.policy);
    exchange.operation = operation.facts;
    if (product !== null) exchange.product = product.facts;
    this.pipeline = pipeline;
    return pipeline;
  }

  #pipelineFor(product: PolicyUnit | null, api: PolicyUnit | null, operation: PolicyUnit | null): Pipeline {
    const { index } = this.program;
    const watch = this.exchange.trace === null ? null : watchSteps;
    return pipelineFor(index.globalPolicy, product, api, operation, index, watch);
  }

  /** Nothing matches, but the policies that are known by then may still answer. */
  lost(api: PolicyUnit | null): Fault {
    this.pipeline = this.#pipelineFor(null, api, null);
    return operationNotFound();
  }

  finish(): void {
    this.exchange.responseReady();
    this.tellTrace();
  }

  /** Says in the response what became of the wish to trace, and hands the trace on once the request has ended. */
  tellTrace(): void {
    if (this.#traceAnswer === null) return;
    const { exchange } = this;
    const { line, recorder } = this.#traceAnswer;
    exchange.response?.headers.append(...line);
    if (recorder === null) return;
    noteResponse(exchange);
    exchange.atEnd(({ status, receivedBytes, sentBytes }) => {
      const message = "The response was sent.";
      recorder.writer.note("transfer-response", { message, status, receivedBytes, sentBytes });
      this.options.onTrace?.(recorder.id, recorder.text());
    });
  }

  failed(error: unknown): void | Promise<void> {
    const failing = this.fail(error);
    if (failing !== undefined) return failing.then(() => this.finish());
    this.finish();
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
    noteError(exchange);
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
