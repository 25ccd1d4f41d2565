import { emptyBody } from "./body";
import type { Exchange, RequestMessage, ResponseMessage } from "./exchange";
import { Headers } from "./headers";

export function newResponse(status = 200, reason = "OK"): ResponseMessage {
  return { status, reason, headers: new Headers(), body: emptyBody };
}

/** The response that policies edit; one is begun where none exists yet. */
export function responseOf(exchange: Exchange): ResponseMessage {
  exchange.response ??= newResponse();
  return exchange.response;
}

export function messageOf(exchange: Exchange, side: "request" | "response"): RequestMessage | ResponseMessage {
  return side === "request" ? exchange.request : responseOf(exchange);
}
