import { emptyBody } from "./body";
import type { Body, Exchange, ResponseMessage } from "./exchange";
import { Headers } from "./headers";
import type { OutgoingCall } from "./host/outgoing-call";

export function newResponse(status = 200, reason = "OK"): ResponseMessage {
  return { status, reason, headers: new Headers(), body: emptyBody };
}

/** The response that policies edit; one is begun where none exists yet. */
export function responseOf(exchange: Exchange): ResponseMessage {
  exchange.response ??= newResponse();
  return exchange.response;
}

/** Which message a policy acts on: the client's request, the response, or a call that another policy makes. */
export type Side = "request" | "response" | "call";

/** What policies of all three have in common. */
export interface Message {
  readonly headers: Headers;
  body: Body;
}

export function messageOf(exchange: Exchange, side: Side): Message {
  if (side === "request") return exchange.request;
  if (side === "response") return responseOf(exchange);
  return callOf(exchange);
}

export function callOf({ call }: Exchange): OutgoingCall {
  if (call === null) throw new Error("No call is being made ready.");
  return call;
}
