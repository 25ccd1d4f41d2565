import { headerList } from "@/gateway/trace/header-list";
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
  const told: { [name: string]: unknown } = { method, url };
  const trace = exchange.trace?.nested(options.source, told);
  const content = body.kind === "none" ? null : (body.content ?? (await body.bytes()));
  trace?.note(options.source, { request: { method, url, headers: headerList(lines), body: textIn(content) } });
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
    if (trace !== undefined) {
      const { status, reason, headers: lines, body: answered } = response;
      trace.note(options.source, {
        status,
        bytes: answered.length,
        response: {
          status: { code: status, reason },
          headers: headerList(lines.lines),
          body: textIn(answered.content ?? null),
        },
      });
    }
    return response;
  } catch (error) {
    trace?.note(options.source, { failed: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}

/** More than is told, so that what is cut off first is no secret's half. */
const textIn = (content: Uint8Array | null): string | null =>
  content === null ? null : Buffer.from(content.subarray(0, 40_000)).toString("utf8");

const isSecure = ({ scheme }: IncomingRequest): boolean => scheme === "https" || scheme === "wss";
