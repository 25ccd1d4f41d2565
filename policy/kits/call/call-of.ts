import { BytesBody, emptyBody } from "@/policy/body";
import { type CompileContext, partNamed, partsNamed, read, readOptional, type Value } from "@/policy/catalog/compile";
import type { Body, Exchange } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { Headers } from "@/policy/headers";
import type { OutgoingCall } from "@/policy/host/outgoing-call";
import { requestUrl } from "@/policy/kits/message/request-urls";
import { UrlView } from "@/policy/kits/message/url-view";
import type { PolicyNode } from "@/policy/policy-node";

/** Makes the call that a request's turn of the policy asks for; a promise only where something has to be waited for. */
export type CallMaker = (exchange: Exchange) => OutgoingCall | Promise<OutgoingCall>;

/** Of a policy such as send-request: its mode, its set-url, and the policies inside it, which run in their order. */
export function callOf(node: PolicyNode, context: CompileContext): CallMaker {
  const mode = context.text(node, "mode") ?? { fixed: "new" };
  const urlNode = partNamed(node, "set-url");
  const url = urlNode === undefined ? null : context.content(urlNode);
  const prepare = context.call(node.children.filter((child) => child !== urlNode));
  const ownBody = partsNamed(node, "set-body").length > 0;

  const prepared = (exchange: Exchange, call: OutgoingCall): OutgoingCall | Promise<OutgoingCall> => {
    const waiting = prepare(exchange, call);
    return waiting === undefined ? call : waiting.then(() => call);
  };
  return (exchange) => {
    if (read(mode, exchange) !== "copy") return prepared(exchange, newCall(urlOf(node, url, exchange)));
    const copy = copyOf(exchange, readOptional(url, exchange)?.trim() ?? null);
    if (ownBody) return prepared(exchange, copy);
    const body = bodyOf(exchange);
    if (!(body instanceof Promise)) return prepared(exchange, Object.assign(copy, { body }));
    return body.then((bytes) => prepared(exchange, Object.assign(copy, { body: bytes })));
  };
}

function urlOf(node: PolicyNode, url: Value<string> | null, exchange: Exchange): string {
  if (url !== null) return read(url, exchange).trim();
  const message = "A new call needs a set-url.";
  throw new Fault({ source: node.name, reason: "ExpressionValueEvaluationFailure", status: 500, message });
}

/** A GET with nothing in it. */
export const newCall = (url: string): OutgoingCall => ({
  url,
  method: "GET",
  headers: new Headers(),
  body: emptyBody,
  clientCertificate: null,
  proxy: null,
});

/**
 * The request as it stands, but for its body. Its subscription key goes along, as it does to a backend; whether Azure
 * sends it is not documented. Host names whoever was asked, so it is not copied.
 */
function copyOf(exchange: Exchange, url: string | null): OutgoingCall {
  const { method, headers } = exchange.request;
  const copied = new Headers([...headers.lines]);
  copied.remove("Host");
  return { ...newCall(url ?? currentUrl(exchange)), method, headers: copied };
}

/** Where the request would be forwarded to. */
function currentUrl(exchange: Exchange): string {
  const { target, resources } = exchange;
  const base = target.backendId === null ? null : (resources.backend(target.backendId)?.url ?? null);
  const url = base === null ? null : UrlView.parse(base);
  return (url === null ? requestUrl(exchange) : url.joined(target.path, target.query)).toText();
}

/** The request's body is at hand until it was sent to a backend; once there is a response it is not copied. */
function bodyOf(exchange: Exchange): Body | Promise<Body> {
  const { body } = exchange.request;
  if (body.kind === "none" || exchange.response !== null) return emptyBody;
  const { content } = body;
  if (content) return new BytesBody(content);
  return body.bytes().then((bytes) => new BytesBody(bytes));
}
