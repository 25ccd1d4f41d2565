import type { Readable } from "node:stream";
import { applyHeaderCredentials } from "@/gateway/backend/apply-credentials";
import { backendsOf } from "@/gateway/backend/backends";
import { destinationOf } from "@/gateway/backend/destination";
import { echo, echoHostName } from "@/gateway/backend/echo";
import type { UpstreamClients } from "@/gateway/backend/upstream-clients";
import { BytesBody } from "@/policy/body";
import {
  type Exchange,
  type Flow,
  type ForwardOptions,
  type PolicyHost,
  proceed,
  type ResponseMessage,
} from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { Attempt } from "./attempt";
import { bodyTooLarge, ClientBody } from "./client-body";
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
}

/** What the gateway does for policies: forward-request. */
export class Forwarder implements PolicyHost {
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
    const { body } = wire.request;
    if (body.kind === "none") return this.#start(wire, options, null);
    if (body instanceof BytesBody) return this.#start(wire, options, body.content);
    if (body instanceof ClientBody && body.kind === "stream" && !options.bufferRequestBody) {
      const stream = body.stream();
      if (stream !== null) return this.#start(wire, options, stream);
      return Promise.reject(alreadySent());
    }
    return body.bytes().then((content) => this.#start(wire, options, content));
  }

  #start(wire: WireExchange, options: ForwardOptions, body: Attempt["body"]): Promise<Flow> {
    let attempt: Attempt;
    try {
      attempt = this.#firstAttempt(wire, body);
    } catch (error) {
      return Promise.reject(error);
    }
    if (attempt.destination.url.hostName === echoHostName) return this.#echo(wire, attempt);
    const answered = this.#send(wire, options, attempt, true);
    if (options.followRedirects) return this.#follow(wire, options, attempt, answered);
    return answered.then((response) => settle(wire, options, response));
  }

  #firstAttempt(wire: WireExchange, body: Attempt["body"]): Attempt {
    const { program, request } = wire;
    if (program === null) throw new Error("A request is forwarded only after it was matched.");
    const destination = destinationOf(wire.target, backendsOf(program));
    const lines = requestLines(request);
    if (destination.entity !== null) applyHeaderCredentials(lines, destination.entity.credentials);
    if (
      body !== null &&
      request.body === request.ownBody &&
      request.body.kind === "stream" &&
      request.body.length !== null
    ) {
      lines.push("Content-Length", String(request.body.length));
    }
    return { destination, method: request.method, lines, body };
  }

  #send(wire: WireExchange, options: ForwardOptions, attempt: Attempt, mayRepeat: boolean): Promise<ResponseMessage> {
    const { clients, wheel, limits } = this.#options;
    const { destination, method, body } = attempt;
    const upgrade = wire.request.isUpgrade;
    const client = clients.get(destination.url, destination.connection, options.httpVersion, upgrade);
    const relay = new ResponseRelay(wire.client, method, wheel, options.timeoutMs, limits);
    wire.relay = relay;
    client.pool.dispatch(
      {
        path: client.pathPrefix + destination.path,
        method,
        headers: client.pathPrefix === "" ? attempt.lines : linesForProxy(attempt, client.proxyLines),
        body,
        upgrade: upgrade ? "websocket" : null,
        // With one request per connection at a time there is nothing to be blocked.
        blocking: false,
        ...(destination.url.secure ? { servername: destination.url.hostName } : {}),
      },
      relay,
    );
    const answered = client.pathPrefix === "" ? relay.answered : relay.answered.then(notFromProxy);
    return answered.catch((failed: FailedAttempt) => {
      const harmless = (method === "GET" || method === "HEAD" || method === "OPTIONS") && body === null;
      if (mayRepeat && failed.stale && harmless && !wire.aborted) return this.#send(wire, options, attempt, false);
      throw failureOf(failed, wire);
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
      wire.relay?.discard();
      attempt = next;
      response = await this.#send(wire, options, attempt, true);
    }
    return settle(wire, options, response);
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

function settle(wire: WireExchange, options: ForwardOptions, response: ResponseMessage): Flow {
  wire.response = response;
  if (options.failOnErrorStatusCode && response.status >= 400) throw errorStatus(response.status);
  return proceed;
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

/** A plain proxy gets the backend's name in the Host line, too (RFC 9112 section 3.2.2). */
function linesForProxy({ destination, lines }: Attempt, proxyLines: readonly string[]): string[] {
  const hasHost = lines.some((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
  return [...(hasHost ? [] : ["Host", destination.url.host]), ...proxyLines, ...lines];
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

const alreadySent = (): Fault =>
  new Fault({
    source: "forward-request",
    reason: "RequestBodyConsumed",
    status: 500,
    message: "The request body has been sent already; set buffer-request-body to true to send it again.",
  });
