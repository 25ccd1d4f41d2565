import { debugHeaders } from "@/contract/trace";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type { ApiEntry, Program } from "@/gateway/program/program";
import { capture } from "./captured-body";
import { headerList } from "./header-list";
import { bodyText } from "./observed-state";
import { TraceRecorder, TraceWriter } from "./trace-recorder";
import { verifyDebugToken } from "./verify-debug-token";

/** What the client is told of its wish to have the request traced: a line of the response; and the trace, if there is one. */
export interface TraceAnswer {
  readonly line: readonly [string, string];
  readonly recorder: TraceRecorder | null;
}
const refused = (name: string): TraceAnswer => ({ line: [name, "true"], recorder: null });

/** Begins a trace where the request bears a token that is good for this API; null: it bears none, or a bad one. */
export function beginTrace(exchange: GatewayExchange, api: ApiEntry, program: Program): TraceAnswer | null {
  const { headers } = exchange.request;
  // A request of this gateway to itself is part of the trace of the one that made it.
  if (exchange.trace !== null) noteRequest(exchange, api);
  const token = headers.get(debugHeaders.authorization);
  if (token === undefined) return null;
  // Whatever it is, no backend is to have it.
  headers.remove(debugHeaders.authorization);
  const verdict = verifyDebugToken(token, program.service?.debugPublicKey, api.baseId);
  if (verdict === "expired") return refused(debugHeaders.expired);
  if (verdict === "wrong-api") return refused(debugHeaders.wrongApi);
  if (verdict === "refused" || exchange.trace !== null) return null;
  const recorder = new TraceRecorder(exchange);
  exchange.trace = recorder.writer;
  noteRequest(exchange, api);
  return { line: [debugHeaders.traceId, recorder.id], recorder };
}

function noteRequest({ request, trace }: GatewayExchange, { document }: ApiEntry): void {
  const { method, scheme, hostName, port, path, query, clientAddress } = request;
  const lines = request.headers.lines;
  // Whose they are is not known yet, and may never be.
  for (const key of request.headers.all(document.subscriptionKeyHeader)) trace?.guard(key);
  for (const key of queryValues(query, document.subscriptionKeyQuery)) trace?.guard(key);
  const told: { [name: string]: unknown } = {
    method,
    url: `${scheme}://${hostName}:${port}${path}${query}`,
    headers: headerList(lines),
    clientAddress,
  };
  trace?.note("api-inspector", { request: told });
  const { body } = request;
  capture(body);
  if (!(trace instanceof TraceWriter) || body.kind === "none") return;
  trace.later(() => {
    told.body = bodyText(body);
  });
}

/** What the request failed with, and where that is written. */
export function noteError({ trace, lastError }: GatewayExchange): void {
  if (!(trace instanceof TraceWriter)) trace?.note("error", { ...lastError });
  else {
    const place = trace.failedAt;
    const entry = trace.add("error", { ...lastError });
    if (place !== undefined && place.path === lastError?.path) entry.place = place;
  }
}

/** What the request was found to be. */
export function noteMatch(exchange: GatewayExchange): void {
  const { trace, api, operation, product, subscription, user } = exchange;
  trace?.note("api-inspector", {
    configuration: {
      api: api === null ? null : { from: `/${api.path}`, to: api.serviceUrl, id: api.id, revision: api.revision },
      operation:
        operation === null ? null : { id: operation.id, method: operation.method, uriTemplate: operation.urlTemplate },
      product: product === null ? null : { id: product.id },
      subscription: subscription === null ? null : { id: subscription.id },
      user: user === null || user === undefined ? null : { id: user.id, groups: user.groups.map(({ name }) => name) },
    },
  });
}

export function noteResponse({ trace, response }: GatewayExchange): void {
  if (trace === null || response === null) return;
  const { status, reason, headers } = response;
  trace.note("transfer-response", {
    response: { status: { code: status, reason }, headers: headerList(headers.lines) },
  });
}

function queryValues(query: string, name: string): string[] {
  const wanted = name.toLowerCase();
  return [...new URLSearchParams(query)].flatMap(([key, value]) => (key.toLowerCase() === wanted ? [value] : []));
}
