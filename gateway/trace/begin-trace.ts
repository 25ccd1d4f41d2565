import { debugHeaders } from "@/contract/trace";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import type { ApiEntry, Program } from "@/gateway/program/program";
import { headerList } from "./header-list";
import { TraceRecorder } from "./trace-recorder";
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
  trace?.note("api-inspector", {
    request: {
      method,
      url: `${scheme}://${hostName}:${port}${path}${query}`,
      headers: headerList(lines),
      clientAddress,
    },
  });
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
