import type { Duplex } from "node:stream";
import { BytesBody, textBody } from "@/policy/body";
import type { Body } from "@/policy/exchange";
import { Headers } from "@/policy/headers";
import { isHopByHop } from "./hop-by-hop";
import { joinTunnel } from "./tunnel";
import type { WireExchange } from "./wire-exchange";

/** Writes what the pipeline has left in exchange.response; whatever else was under way ends here. */
export function respond(exchange: WireExchange): void | Promise<void> {
  const { client, relay, response } = exchange;
  if (!client.open) {
    exchange.discardUpstream();
    return;
  }
  const tunnel = relay?.tunnel ?? exchange.tunnel;
  if (tunnel !== null && response?.status === 101) {
    switchProtocols(exchange, tunnel);
    return;
  }
  if (response === null || response.status < 200) return internalError(exchange);
  const { body } = response;
  if (body === relay) {
    if (relay.failure !== null) return internalError(exchange);
    if (!start(exchange, relay.length)) return;
    relay.send();
    return;
  }
  exchange.discardUpstream();
  if (body.kind === "none") {
    const isHead = relay !== null && exchange.request.isHead;
    if (start(exchange, isHead ? relay.declaredLength : lengthOfNothing(response.status))) client.end();
    return;
  }
  if (body instanceof BytesBody) {
    if (start(exchange, body.length)) client.end(body.content);
    return;
  }
  return sendRead(exchange, body);
}

async function sendRead(exchange: WireExchange, body: Body): Promise<void> {
  const content = await body.bytes();
  if (exchange.client.open && start(exchange, content.byteLength)) exchange.client.end(content);
}

/** False: the response cannot be sent as it is, and an internal error was sent in its stead. */
function start(exchange: WireExchange, bodyLength: number | null): boolean {
  const { client, response } = exchange;
  if (response === null) return false;
  try {
    client.start(response.status, response.reason, sendable(response.headers.lines), bodyLength);
    return true;
  } catch {
    // A policy made a header line or a reason that would break the message.
    internalError(exchange);
    return false;
  }
}

/** RFC 9110 section 8.6: no Content-Length with 204. */
function lengthOfNothing(status: number): number | null {
  return status === 204 || status === 304 ? null : 0;
}

function sendable(lines: string[]): string[] {
  for (let index = 0; index < lines.length; index += 2) {
    if (isHopByHop(lines[index] as string)) return lines.filter((_, at) => !isHopByHop(lines[at - (at % 2)] as string));
  }
  return lines;
}

/** For what should not happen: a fault has long been made a response by the pipeline. */
export function internalError(exchange: WireExchange): void {
  const { client } = exchange;
  exchange.discardUpstream();
  if (!client.open) return;
  if (client.started) {
    client.destroy();
    return;
  }
  const body = JSON.stringify({ statusCode: 500, message: "Internal server error", activityId: exchange.requestId });
  const headers = new Headers(["Content-Type", "application/json"]);
  exchange.response = { status: 500, reason: "Internal Server Error", headers, body: textBody(body) };
  const content = Buffer.from(body);
  client.start(500, "Internal Server Error", headers.lines, content.byteLength);
  client.end(content);
}

function switchProtocols(exchange: WireExchange, upstream: Duplex): void {
  const { client, response } = exchange;
  const lines = ["Upgrade", "websocket", ...sendable(response?.headers.lines ?? [])];
  const socket = client.switchProtocols(response?.reason ?? "Switching Protocols", lines);
  if (socket === null) upstream.destroy();
  else joinTunnel(socket, upstream);
}
