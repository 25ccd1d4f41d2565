import { addIdentity } from "@/gateway/backend/add-identity";
import { applyHeaderCredentials } from "@/gateway/backend/apply-credentials";
import type { BackendSources } from "@/gateway/backend/backend-sources";
import { backendsOf } from "@/gateway/backend/backends";
import type { Breakers } from "@/gateway/backend/breaker/breakers";
import { CircuitOpen } from "@/gateway/backend/breaker/circuit-open";
import { withOverrides } from "@/gateway/backend/connection-overrides";
import { destinationAt } from "@/gateway/backend/destination";
import { echo, echoHostName } from "@/gateway/backend/echo";
import { linesForProxy } from "@/gateway/backend/lines-for-proxy";
import type { UpstreamClients } from "@/gateway/backend/upstream-clients";
import { EgressDenied } from "@/gateway/egress/egress-denied";
import type { EgressGuard, Reach } from "@/gateway/egress/egress-guard";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type { Attempt } from "@/gateway/wire/attempt";
import { backendFailure, type FailedAttempt } from "@/gateway/wire/failures";
import type { Limits } from "@/gateway/wire/limits";
import { maxRedirects, redirectOf } from "@/gateway/wire/redirect";
import type { TimerWheel } from "@/gateway/wire/timer-wheel";
import type { ResponseMessage } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { ManagedIdentity } from "@/policy/host/managed-identity";
import type { CallOptions, ClientCertificate, ProxyAddress } from "@/policy/host/outgoing-call";
import { AnswerCollector } from "./answer-collector";
import type { SelfCalls } from "./self-calls";

export interface OutgoingCallsOptions {
  clients: UpstreamClients;
  wheel: TimerWheel;
  limits: Limits;
  guard: EgressGuard;
  selfCalls: SelfCalls;
  breakers?: Breakers;
  /** For backend entities that ask for a token of it. */
  identity: () => ManagedIdentity;
}

/** A request as it is to be sent. */
export interface PlannedCall {
  readonly url: string;
  readonly method: string;
  readonly lines: string[];
  readonly body: Uint8Array | null;
  readonly clientCertificate: ClientCertificate | null;
  readonly proxy: ProxyAddress | null;
}

/** On whose behalf a call is made. */
export interface Caller {
  /** Its backend entities apply where the call lies at one of them. */
  readonly program: BackendSources;
  /** null: nobody's request, so that it is not sent to this gateway itself either. */
  readonly exchange: Pick<GatewayExchange, "program" | "trace" | "request" | "preview"> | null;
}

/** Sends requests that are nobody's to forward, through the egress guard; their answers are whole and in memory. */
export class OutgoingCalls {
  readonly #options: OutgoingCallsOptions;

  constructor(options: OutgoingCallsOptions) {
    this.#options = options;
  }

  /** Rejects with a Fault. */
  async send(call: PlannedCall, options: CallOptions, caller: Caller): Promise<ResponseMessage> {
    const { program } = caller;
    const endsAt = performance.now() + options.timeoutMs;
    try {
      const first = firstAttempt(call, program);
      let attempt: Attempt = options.toSidecar === true ? { ...first, reach: "backend" } : first;
      for (let hop = 0; ; hop++) {
        const leftMs = Math.max(0, endsAt - performance.now());
        const response = await this.#once(attempt, { ...options, timeoutMs: leftMs }, caller);
        if (!options.followRedirects || hop >= maxRedirects) return response;
        const next = redirectOf(response, attempt, { program });
        if (next === null) return response;
        const elsewhere = next.destination.url.origin !== attempt.destination.url.origin;
        // The way there is the same; a certificate shown to one is not for another.
        attempt = elsewhere ? withConnection(next, null, call.proxy) : next;
      }
    } catch (error) {
      throw told(error, options);
    }
  }

  async #once(attempt: Attempt, options: CallOptions, caller: Caller): Promise<ResponseMessage> {
    const { lines, destination } = attempt;
    const { url, connection, entity } = destination;
    const { breakers } = this.#options;
    breakers?.admit(entity, options.source);
    if (entity !== null) {
      await addIdentity(lines, entity, { managedIdentity: this.#options.identity() }, caller.exchange?.trace ?? null);
    }
    if (url.hostName === echoHostName) return echoed(attempt);
    if (connection.proxy !== null) await this.#checkBehindProxy(url, attempt.reach ?? "backend");
    try {
      const response = await this.#repeated(attempt, options, caller);
      breakers?.answered(entity, response.status, response.headers);
      return response;
    } catch (failed) {
      breakers?.failed(entity, faultOf(failed)?.reason ?? null);
      throw failed;
    }
  }

  async #repeated(attempt: Attempt, options: CallOptions, caller: Caller): Promise<ResponseMessage> {
    try {
      return await this.#dispatch(attempt, options, caller);
    } catch (failed) {
      const harmless = ["GET", "HEAD", "OPTIONS"].includes(attempt.method) && attempt.body === null;
      if (!(failed as FailedAttempt).stale || !harmless) throw failed;
      return await this.#dispatch(attempt, options, caller);
    }
  }

  async #dispatch(
    { destination, method, lines, body, reach }: Attempt,
    { timeoutMs, maxBytes, source, signal, ownOnly }: CallOptions,
    { exchange }: Caller,
  ): Promise<ResponseMessage> {
    const { clients, wheel, limits, selfCalls } = this.#options;
    const ownWay = exchange === null ? null : selfCalls.wayTo(destination, lines, exchange, source);
    if (ownWay === null && ownOnly) throw backendFailure("The URL is not one of this gateway.");
    const client = ownWay ?? clients.get(destination.url, destination.connection, "1", false, reach);
    const collector = new AnswerCollector({
      wheel,
      timeoutMs,
      maxBytes: Math.min(maxBytes ?? limits.maxBufferedBytes, limits.maxBufferedBytes),
      source,
      signal: signal ?? null,
    });
    const toProxy = client.pathPrefix !== "";
    if (!collector.done) {
      client.pool.dispatch(
        {
          path: client.pathPrefix + destination.path,
          method,
          headers: toProxy ? linesForProxy(destination.url.host, lines, client.proxyLines) : lines,
          body,
          blocking: false,
          ...(destination.url.secure ? { servername: destination.url.hostName } : {}),
        },
        collector,
      );
    }
    const response = await collector.answered;
    if (toProxy && response.status === 407) throw backendFailure("The proxy did not accept the credentials.");
    return response;
  }

  /** It is the proxy that connects; what can be known of where to is looked at all the same. */
  async #checkBehindProxy({ hostName, port }: { hostName: string; port: number }, reach: Reach): Promise<void> {
    try {
      await this.#options.guard.addresses(hostName, port, reach);
    } catch (error) {
      // A name may be one that only the proxy knows.
      if (error instanceof EgressDenied) throw error;
    }
  }
}

function firstAttempt(
  { url: text, method, lines: given, body, clientCertificate, proxy }: PlannedCall,
  program: BackendSources,
): Attempt {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw backendFailure("The URL to call is not an absolute URL of http or https.");
  }
  const lines = [...given];
  const destination = destinationAt(url.origin, url.pathname, url.search, backendsOf(program));
  const { entity } = destination;
  if (entity !== null) applyHeaderCredentials(lines, entity.credentials);
  // What an operator has entered as a backend is one, whoever names it.
  const attempt: Attempt = { destination, method, lines, body, reach: entity === null ? "call" : "backend" };
  return withConnection(attempt, clientCertificate, proxy);
}

function withConnection(attempt: Attempt, certificate: ClientCertificate | null, proxy: ProxyAddress | null): Attempt {
  if (certificate === null && proxy === null) return attempt;
  const { destination } = attempt;
  const connection = withOverrides(destination.connection, certificate, proxy);
  return { ...attempt, destination: { ...destination, connection } };
}

function echoed({ destination, method, lines, body }: Attempt): ResponseMessage {
  const url = destination.url.origin + destination.path;
  return echo({ method, url, lines, body: body instanceof Uint8Array ? body : new Uint8Array(0) });
}

function faultOf(error: unknown): Fault | null {
  const fault = error instanceof Fault ? error : (error as Partial<FailedAttempt> | null)?.fault;
  return fault instanceof Fault ? fault : null;
}

/** As a fault of the policy that made the call. */
function told(error: unknown, { source, timeoutMs }: CallOptions): unknown {
  const fault = error instanceof EgressDenied ? backendFailure(error.message, error) : faultOf(error);
  // Which has a status and a header of its own.
  if (fault === null || fault instanceof CircuitOpen) return error;
  const message = fault.reason === "Timeout" ? `No answer came within ${timeoutMs} ms.` : fault.message;
  return new Fault({ source, reason: fault.reason, status: 500, message, cause: fault.cause });
}
