import { emptyBody } from "@/policy/body";
import { type CompileContext, partNamed, read } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { Headers } from "@/policy/headers";
import type { CallOptions, OutgoingCall } from "@/policy/host/outgoing-call";
import type { PolicyNode } from "@/policy/policy-node";

const defaultTimeoutSeconds = 300;

/** Makes the call that the request part of a data source describes. */
export function callOf(
  request: PolicyNode,
  context: CompileContext,
  defaultMethod: string,
): (exchange: Exchange) => Promise<OutgoingCall> {
  const method = partNamed(request, "set-method");
  const methodText = method === undefined ? { fixed: defaultMethod } : context.content(method);
  const url = partNamed(request, "set-url");
  const urlText = url === undefined ? null : context.content(url);
  const before = context.sequence(request.children.filter(({ name }) => beforeCall.has(name)));
  const inside = context.call(request.children.filter(({ name }) => onCall.has(name)));
  return async (exchange) => {
    await before(exchange);
    const call: OutgoingCall = {
      url: absoluteUrl(exchange, urlText === null ? "" : read(urlText, exchange).trim(), request.name),
      method: read(methodText, exchange).trim().toUpperCase(),
      headers: new Headers(),
      body: emptyBody,
      clientCertificate: null,
      proxy: null,
    };
    await inside(exchange, call);
    return call;
  };
}

/** For policies that make a part of a request to a database as they would of a call. */
export const emptyCall = (): OutgoingCall => ({
  url: "",
  method: "POST",
  headers: new Headers(),
  body: emptyBody,
  clientCertificate: null,
  proxy: null,
});

const beforeCall = new Set(["get-authorization-context", "set-backend-service"]);
const onCall = new Set([
  "set-header",
  "set-body",
  "authentication-certificate",
  "authentication-basic",
  "authentication-managed-identity",
]);

/** A URL that begins with a slash, or none, goes to what set-backend-service chose. */
function absoluteUrl(exchange: Exchange, url: string, source: string): string {
  if (/^https?:\/\//i.test(url)) return url;
  const { baseUrl, backendId } = exchange.target;
  const base = backendId === null ? baseUrl : (exchange.resources.backend(backendId)?.url ?? null);
  if (base !== null) return url === "" ? base : `${base.replace(/\/$/, "")}/${url.replace(/^\//, "")}`;
  const message = `'${url}' is not an absolute URL, and no backend was chosen for it.`;
  throw new Fault({ source, reason: "ExpressionValueEvaluationFailure", status: 500, message });
}

/** Of the <backend> part, whose forward-request tells how long to wait; 300 seconds without one. */
export function callOptions(node: PolicyNode, context: CompileContext): (exchange: Exchange) => CallOptions {
  const forward = partNamed(node, "backend")?.children.find(({ name }) => name === "forward-request");
  const source = node.name;
  if (forward === undefined) {
    const options = { source, timeoutMs: defaultTimeoutSeconds * 1000, followRedirects: false };
    return () => options;
  }
  const timeoutMs = context.integer(forward, "timeout-ms");
  const timeout = timeoutMs ?? context.integer(forward, "timeout") ?? { fixed: defaultTimeoutSeconds };
  const unit = timeoutMs === null ? 1000 : 1;
  const redirects = context.boolean(forward, "follow-redirects") ?? { fixed: false };
  return (exchange) => ({
    source,
    timeoutMs: read(timeout, exchange) * unit,
    followRedirects: read(redirects, exchange),
  });
}
