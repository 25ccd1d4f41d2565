import type { Limits } from "./limits";
import type { Refusal } from "./refusal";
import { type Authority, parseAuthority, parseRequestTarget, type RequestTarget } from "./request-target";
import type { StrictMessage } from "./strict-message";

/** What the lines of an acceptable request say. */
export interface Inspected {
  target: RequestTarget;
  authority: Authority;
  authorityText: string;
  /** 0: none; null: chunked. */
  bodyLength: number | null;
}

const refuse = (status: number, message: string): Refusal => ({ status, message });

/**
 * Refuses what two parsers could read in two ways. Node's own parser is strict about framing; this adds what it lets
 * pass: several or missing Host lines, a target that names another host, TRACE, codings other than chunked.
 */
export function inspect(message: StrictMessage, limits: Limits, localAddress: string): Inspected | Refusal {
  const { framing, rawHeaders } = message;
  if (rawHeaders.length / 2 > limits.maxHeaderCount) {
    return refuse(431, `The request has more than ${limits.maxHeaderCount} header lines.`);
  }
  if (message.method === "TRACE") return refuse(405, "The method TRACE is not allowed.");
  if (message.httpVersionMajor !== 1) return refuse(505, "Only HTTP/1.1 and HTTP/1.0 are served here.");

  const target = parseRequestTarget(message.url ?? "");
  if (target === null) return refuse(400, "The request target is not a path, nor an http or https URL.");
  if (framing.hosts > 1) return refuse(400, "The request has more than one Host header.");
  if (framing.host === undefined && message.httpVersionMinor > 0) return refuse(400, "The request has no Host header.");
  const authorityText = framing.host ?? target.authority ?? localAddress;
  const authority = parseAuthority(authorityText);
  if (authority === null) return refuse(400, "The Host header is not a host name with an optional port.");
  if (target.authority !== null && !sameHost(target.authority, authority)) {
    return refuse(400, "The request target names another host than the Host header.");
  }

  const bodyLength = readBodyLength(message);
  if (typeof bodyLength === "object" && bodyLength !== null) return bodyLength;
  if (bodyLength !== null && bodyLength > limits.maxBodyBytes) {
    return refuse(413, `The request body is larger than ${limits.maxBodyBytes} bytes.`);
  }
  return { target, authority, authorityText, bodyLength };
}

/** RFC 9112 section 6.3. */
function readBodyLength(message: StrictMessage): number | null | Refusal {
  const { framing } = message;
  if (framing.transferEncoding !== undefined) {
    if (framing.contentLengths > 0) return refuse(400, "The request has both Content-Length and Transfer-Encoding.");
    if (message.httpVersionMinor === 0) return refuse(400, "Transfer-Encoding is not a part of HTTP/1.0.");
    if (framing.transferEncodings > 1 || framing.transferEncoding.toLowerCase() !== "chunked") {
      return refuse(501, "No transfer coding but chunked is understood.");
    }
    return null;
  }
  if (framing.contentLength === undefined) return 0;
  if (framing.contentLengths > 1) return refuse(400, "The request has more than one Content-Length header.");
  if (!/^\d{1,15}$/.test(framing.contentLength)) return refuse(400, "The Content-Length is not a number.");
  return Number(framing.contentLength);
}

function sameHost(text: string, other: Authority): boolean {
  const one = parseAuthority(text);
  return one !== null && one.hostName === other.hostName && (one.port ?? 80) === (other.port ?? 80);
}

export function isRefusal(result: Inspected | Refusal): result is Refusal {
  return "status" in result;
}
