import { STATUS_CODES } from "node:http";
import type { Readable } from "node:stream";
import { addIdentity } from "@/gateway/backend/add-identity";
import { applyHeaderCredentials } from "@/gateway/backend/apply-credentials";
import { backendsOf } from "@/gateway/backend/backends";
import type { Breakers } from "@/gateway/backend/breaker/breakers";
import { CircuitOpen } from "@/gateway/backend/breaker/circuit-open";
import { withOverrides } from "@/gateway/backend/connection-overrides";
import { destinationOf } from "@/gateway/backend/destination";
import { echo, echoHostName } from "@/gateway/backend/echo";
import { linesForProxy } from "@/gateway/backend/lines-for-proxy";
import { sessionCookie } from "@/gateway/backend/session-affinity";
import type { UpstreamClients } from "@/gateway/backend/upstream-clients";
import { responseTo } from "@/gateway/faults";
import { hopsHeader } from "@/gateway/outgoing/hops";
import type { SelfCalls } from "@/gateway/outgoing/self-calls";
import { headerList } from "@/gateway/trace/header-list";
import { BytesBody } from "@/policy/body";
import { type Exchange, type Flow, type ForwardOptions, proceed, type ResponseMessage } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { branchContinues } from "@/policy/kits/control/branch-continues";
import type { Attempt } from "./attempt";
import { bodyAlreadySent, bodyTooLarge, ClientBody } from "./client-body";
import { backendFailure, clientFailure, type FailedAttempt } from "./failures";
import type { Limits } from "./limits";
import { maxRedirects, redirectOf } from "./redirect";
import { requestLines } from "./request-lines";
import { ResponseRelay } from "./response-relay";
import type { TimerWheel } from "./timer-wheel";
import type { WireExchange } from "./wire-exchange";

export interface ForwarderOptions {
  clients: UpstreamClients;
  wheel: TimerWheel;
  limits: Limits;
  breakers: Breakers;
  selfCalls: SelfCalls;
}

/** forward-request. */
export class Forwarder {
  readonly #options: ForwarderOptions;

  constructor(options: ForwarderOptions) {
    this.#options = options;
  }

  forward(exchange: Exchange, options: ForwardOptions): Promise<Flow> {
    const wire = exchange as WireExchange;
    if (wire.aborted) return Promise.reject(clientFailure());
    // A retry: what the attempt before it brought is not wanted any more.
    wire.relay?.discard();
    wire.relay = null;
    wire.response = null;
    wire.chosen = null;
    const { request, signal } = wire;
    const { body } = request;
    if (body.kind === "none") return this.#start(wire, options, null);
    if (body instanceof BytesBody) return this.#start(wire, options, body.content);
    if (body instanceof ClientBody && body.kind === "stream" && !options.bufferRequestBody) {
      return this.#start(wire, options, body);
    }
    return body.bytes().then((content) => {
      if (!branchContinues(wire, signal)) throw clientFailure();
      return this.#start(wire, options, content);
    });
  }

  #start(wire: WireExchange, options: ForwardOptions, body: Uint8Array | ClientBody | null): Promise<Flow> {
    let attempt: Attempt;
    try {
      attempt = this.#firstAttempt(wire, body);
    } catch (error) {
      return Promise.reject(refused(wire, error));
    }
    const { entity } = attempt.destination;
    if (entity === null || entity.credentials.identity === null) return this.#run(wire, options, attempt);
    return addIdentity(attempt.lines, entity, wire.host, wire.trace).then(() => this.#run(wire, options, attempt));
  }

  #run(wire: WireExchange, options: ForwardOptions, attempt: Attempt): Promise<Flow> {
    if (attempt.destination.url.hostName === echoHostName) return this.#echo(wire, attempt);
    const answered = this.#send(wire, options, attempt, true);
    if (options.followRedirects) return this.#follow(wire, options, attempt, answered);
    return answered.then((response) => this.#settle(wire, options, attempt, response));
  }

  #firstAttempt(wire: WireExchange, source: Uint8Array | ClientBody | null): Attempt {
    const { program, request, target, signal } = wire;
    if (program === null) throw new Error("A request is forwarded only after it was matched.");
    const { breakers } = this.#options;
    const destination = destinationOf(target, backendsOf(program), breakers, wire);
    const { entity, pool } = destination;
    wire.chosen = entity;
    wire.chosenFor = target.backendId;
    breakers.admit(entity);
    const lines = requestLines(request);
    lines.push(hopsHeader, String(wire.hops + 1));
    if (entity !== null) applyHeaderCredentials(lines, entity.credentials);
    wire.trace?.note("forward-request", {
      message: "Request is being forwarded to the backend service.",
      backend: entity?.shortId ?? null,
      ...(pool === null ? {} : { pool: pool.shortId }),
      request: { method: request.method, url: destination.url.origin + destination.path, headers: headerList(lines) },
    });
    // Only now: an attempt that is not made must not use the body up.
    const body = source instanceof ClientBody ? source.stream() : source;
    if (source !== null && body === null) throw bodyAlreadySent();
    if (
      body !== null &&
      request.body === request.ownBody &&
      request.body.kind === "stream" &&
      request.body.length !== null
    ) {
      lines.push("Content-Length", String(request.body.length));
    }
    const reach = entity === null && target.isComputed ? "call" : "backend";
    return { destination, method: request.method, lines, body, reach, signal };
  }

  #send(wire: WireExchange, options: ForwardOptions, attempt: Attempt, mayRepeat: boolean): Promise<ResponseMessage> {
    const { clients, wheel, limits, breakers, selfCalls } = this.#options;
    const { destination, method, body, signal } = attempt;
    if (wire.aborted || !branchContinues(wire, signal)) return Promise.reject(clientFailure());
    const upgrade = wire.request.isUpgrade;
    const { httpVersion, timeoutMs, bufferResponse } = options;
    const client =
      (upgrade ? null : selfCalls.wayTo(destination, attempt.lines, wire, "forward-request")) ??
      clients.get(destination.url, destination.connection, httpVersion, upgrade, attempt.reach);
    const relay = new ResponseRelay(wire.client, method, wheel, timeoutMs, limits, bufferResponse);
    wire.relay = relay;
    client.pool.dispatch(
      {
        path: client.pathPrefix + destination.path,
        method,
        headers:
          client.pathPrefix === ""
            ? attempt.lines
            : linesForProxy(destination.url.host, attempt.lines, client.proxyLines),
        body,
        upgrade: upgrade ? "websocket" : null,
        // With one request per connection at a time there is nothing to be blocked.
        blocking: false,
        ...(destination.url.secure ? { servername: destination.url.hostName } : {}),
      },
      relay,
    );
    signal?.addEventListener("abort", () => relay.giveUp(), { once: true });
    const answered = client.pathPrefix === "" ? relay.answered : relay.answered.then(notFromProxy);
    return answered.catch((failed: FailedAttempt) => {
      const harmless = (method === "GET" || method === "HEAD" || method === "OPTIONS") && body === null;
      if (mayRepeat && failed.stale && harmless && !wire.aborted) return this.#send(wire, options, attempt, false);
      const fault = failureOf(failed, wire);
      breakers.failed(destination.entity, fault.reason);
      throw fault;
    });
  }

  async #follow(
    wire: WireExchange,
    options: ForwardOptions,
    first: Attempt,
    answered: Promise<ResponseMessage>,
  ): Promise<Flow> {
    let attempt = first;
    let response = await answered;
    for (let hop = 0; hop < maxRedirects; hop++) {
      const next = redirectOf(response, attempt, wire);
      if (next === null) break;
      this.#options.breakers.answered(attempt.destination.entity, response.status, response.headers);
      attempt = await this.#nextAttempt(wire, { ...next, signal: first.signal ?? null });
      wire.relay?.discard();
      response = await this.#send(wire, options, attempt, true);
    }
    return this.#settle(wire, options, attempt, response, first);
  }

  async #nextAttempt(wire: WireExchange, next: Attempt): Promise<Attempt> {
    const { destination, lines } = next;
    const { entity } = destination;
    try {
      this.#options.breakers.admit(entity);
    } catch (error) {
      throw refused(wire, error);
    }
    if (entity !== null) await addIdentity(lines, entity, wire.host, wire.trace);
    const { proxy = null } = wire.target;
    return { ...next, destination: { ...destination, connection: withOverrides(destination.connection, null, proxy) } };
  }

  #settle(
    wire: WireExchange,
    options: ForwardOptions,
    attempt: Attempt,
    response: ResponseMessage,
    first = attempt,
  ): Flow {
    this.#options.breakers.answered(attempt.destination.entity, response.status, response.headers);
    wire.trace?.note("forward-request", {
      response: {
        status: { code: response.status, reason: response.reason },
        headers: headerList(response.headers.lines),
      },
    });
    const { entity, pool } = first.destination;
    if (pool !== null && entity !== null) {
      const cookie = pool.document.pool?.sessionAffinityCookie ?? null;
      const line = cookie === null ? null : sessionCookie(pool, cookie, entity, wire);
      if (line !== null) response.headers.append("Set-Cookie", line);
    }
    wire.response = response;
    if (options.failOnErrorStatusCode && response.status >= 400) throw errorStatus(response.status);
    return proceed;
  }

  async #echo(wire: WireExchange, { destination, method, lines, body }: Attempt): Promise<Flow> {
    const { maxBufferedBytes } = this.#options.limits;
    const content = body === null || body instanceof Uint8Array ? body : await readAll(body, maxBufferedBytes);
    if (!wire.request.headers.hostSet) lines.unshift("Host", destination.url.host);
    const url = destination.url.origin + destination.path;
    wire.response = echo({ method, url, lines, body: content ?? new Uint8Array(0) });
    return proceed;
  }
}

/** Conditions of a retry look at the status of what is refused for an open breaker; of no other failure is there any. */
function refused(wire: WireExchange, error: unknown): unknown {
  if (error instanceof CircuitOpen)
    wire.response = responseTo(error, wire.requestId, (status) => STATUS_CODES[status] ?? "");
  return error;
}

/** What happened to the client, when that is what ended the attempt, explains more than what it did to the backend. */
function failureOf(failed: FailedAttempt, { request }: WireExchange): Fault {
  return (request.ownBody instanceof ClientBody ? request.ownBody.fault : null) ?? failed.fault;
}

/** What a plain proxy wants of the gateway is no concern of the client. */
function notFromProxy(response: ResponseMessage): ResponseMessage {
  if (response.status !== 407) return response;
  const failed: FailedAttempt = { fault: backendFailure("The proxy did not accept the credentials."), stale: false };
  throw failed;
}

async function readAll(stream: Readable, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw bodyTooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

const errorStatus = (status: number): Fault =>
  new Fault({
    source: "forward-request",
    reason: "BackendErrorStatusCode",
    status,
    message: `The backend answered with status code ${status}.`,
    keepsResponse: true,
  });
