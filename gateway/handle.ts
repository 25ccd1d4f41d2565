import { STATUS_CODES } from "node:http";
import type { Flow, Step } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { newResponse } from "@/policy/message";
import { lastErrorOf, operationNotFound, responseTo } from "./faults";
import type { GatewayExchange } from "./pipeline/gateway-exchange";
import { type Pipeline, pipelineFor } from "./pipeline/pipeline";
import { UnexpectedFault } from "./pipeline/unexpected-fault";
import { authorize } from "./program/authorize";
import type { PolicyUnit } from "./program/policy-unit";
import type { OperationEntry, Program } from "./program/program";
import { sourcesOf } from "./program/sources";
import { findApi } from "./router/find-api";
import { findOperation, lookupIn } from "./router/find-operation";
import { soapLookup } from "./router/soap-action";

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
      const flow = run.start();
      return typeof flow === "number" ? undefined : flow.then(undefined, (error) => run.fail(error));
    } catch (error) {
      return run.fail(error);
    }
  };
}

const reasonOf = (status: number): string => STATUS_CODES[status] ?? "";

/** One request on its way through match, inbound, backend, outbound; or, from any of them, on-error. */
class Run {
  /** Whose on-error runs; it narrows as the request is matched. */
  #pipeline: Pipeline | null = null;

  constructor(
    readonly exchange: GatewayExchange,
    readonly program: Program,
    readonly options: HandlerOptions,
  ) {}

  start(): Flow | Promise<Flow> {
    const { exchange } = this;
    const { inbound, backend, outbound } = this.match();
    return this.section("inbound", inbound, () =>
      this.section("backend", backend, () =>
        this.section("outbound", outbound, () => {
          // No backend was called and no policy answered: the request was accepted, and there is nothing to say.
          exchange.response ??= newResponse();
          return 0;
        }),
      ),
    );
  }

  /** Runs one section, then the next unless the response is final. */
  section(name: GatewayExchange["section"], step: Step, next: () => Flow | Promise<Flow>): Flow | Promise<Flow> {
    this.exchange.section = name;
    const flow = step(this.exchange);
    if (typeof flow === "number") return flow === 1 ? flow : next();
    return flow.then((done) => (done === 1 ? done : next()));
  }

  match(): Pipeline {
    const { exchange, program } = this;
    const { request } = exchange;
    const { index } = program;
    const found = findApi(index.router, request);
    if (found === null) throw this.lost(null);
    const { api, rest } = found;
    exchange.api = api.facts;
    const lookup = api.document.type === "soap" ? soapLookup(request.query, request.headers) : lookupIn(request.query);
    const matched = findOperation(api.operations, request.method, rest, lookup);
    if (matched === null) throw this.lost(api.policy);
    const operation: OperationEntry = matched.route;
    exchange.operation = operation.facts;
    exchange.matchedParameters = matched.parameters;
    const { target } = exchange;
    target.baseUrl = api.document.serviceUrl;
    target.path = rest;
    target.query = request.query;
    const sources = sourcesOf(index);
    let authorized: ReturnType<typeof authorize>;
    try {
      authorized = authorize(request, api, index, exchange.receivedAt);
    } catch (error) {
      this.#pipeline = pipelineFor(index.globalPolicy, null, api.policy, operation.policy, sources);
      throw error;
    }
    exchange.subscription = authorized.subscription?.facts ?? null;
    exchange.product = authorized.product?.facts ?? null;
    const product = authorized.product?.policy ?? null;
    const pipeline = pipelineFor(index.globalPolicy, product, api.policy, operation.policy, sources);
    this.#pipeline = pipeline;
    return pipeline;
  }

  /** Nothing matches, but the policies that are known by then may still answer. */
  lost(api: PolicyUnit | null): Fault {
    const { index } = this.program;
    this.#pipeline = pipelineFor(index.globalPolicy, null, api, null, sourcesOf(index));
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
    exchange.response = responseTo(fault, exchange.requestId, reasonOf);
    const onError = this.#pipeline?.onError ?? null;
    if (onError === null) return;
    exchange.section = "on-error";
    try {
      const flow = onError(exchange);
      return typeof flow === "number"
        ? undefined
        : flow.then(
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
    const { source, reason, message } = this.faultOf(error);
    const fault = new Fault({ source, reason, message, status: 500 });
    exchange.lastError = { ...lastErrorOf(fault), section: "on-error" };
    exchange.response = exchange.aborted ? null : responseTo(fault, exchange.requestId, reasonOf);
  }

  faultOf(error: unknown): Fault {
    const fault = error instanceof Fault ? error : new UnexpectedFault(error, "gateway");
    // What came through a policy's steps was wrapped there; what it wraps is the mistake.
    const mistake = error instanceof UnexpectedFault ? error.cause : error instanceof Fault ? null : error;
    if (mistake !== null) this.options.onUnexpected?.(mistake, this.exchange);
    return fault;
  }
}
