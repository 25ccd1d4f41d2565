import type { IncomingRequest } from "@/gateway/wire/incoming-request";
import type { WireExchange } from "@/gateway/wire/wire-exchange";
import type { ResponseMessage } from "@/policy/exchange";
import type { CallOptions, OutgoingCall } from "@/policy/host/outgoing-call";
import { callLines } from "./call-lines";
import { hopsHeader } from "./hops";
import { noBackends } from "./no-backends";
import type { OutgoingCalls } from "./outgoing-calls";
import type { SelfCalls } from "./self-calls";

/** Sends a call of a policy's own, as it stands now; what policies change afterwards is not sent. */
export async function sendCall(
  calls: OutgoingCalls,
  selfCalls: SelfCalls,
  exchange: WireExchange,
  call: OutgoingCall,
  options: CallOptions,
): Promise<ResponseMessage> {
  const { url, method, headers, body, clientCertificate, proxy } = call;
  const { program, request } = exchange;
  const lines = callLines(headers.lines);
  lines.push(hopsHeader, String(exchange.hops + 1));
  const inside = options.ownOnly === true && url.startsWith("/");
  if (inside && !headers.has("Host")) lines.push("Host", request.authority);
  const signal = options.signal ?? exchange.signal;
  const trace = exchange.trace?.nested(options.source, { method, url });
  const content = body.kind === "none" ? null : (body.content ?? (await body.bytes()));
  const planned = {
    url: inside ? selfCalls.urlOf(url, isSecure(request)) : url,
    method,
    lines,
    body: content,
    clientCertificate,
    proxy,
  };
  try {
    const response = await calls.send(planned, signal === null ? options : { ...options, signal }, {
      program: program ?? noBackends,
      exchange,
    });
    trace?.note(options.source, { status: response.status, bytes: response.body.length });
    return response;
  } catch (error) {
    trace?.note(options.source, { failed: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}

const isSecure = ({ scheme }: IncomingRequest): boolean => scheme === "https" || scheme === "wss";
