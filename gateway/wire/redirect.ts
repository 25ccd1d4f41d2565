import { Readable } from "node:stream";
import { applyHeaderCredentials } from "@/gateway/backend/apply-credentials";
import type { BackendSources } from "@/gateway/backend/backend-sources";
import type { BackendUrl } from "@/gateway/backend/backend-url";
import { backendsOf } from "@/gateway/backend/backends";
import { destinationAt } from "@/gateway/backend/destination";
import type { ResponseMessage } from "@/policy/exchange";
import type { Attempt } from "./attempt";
import { removeNamed } from "./response-lines";

export const maxRedirects = 10;

const contentFields = ["content-length", "content-type", "content-encoding", "content-language", "content-location"];
const ownersFields = ["authorization", "cookie", "host"];

/** The request that a redirect asks for (RFC 9110 section 15.4), or null when the answer is final. */
export function redirectOf(
  response: ResponseMessage,
  attempt: Attempt,
  wire: { readonly program: BackendSources | null },
): Attempt | null {
  const { status } = response;
  if (status !== 301 && status !== 302 && status !== 303 && status !== 307 && status !== 308) return null;
  const location = response.headers.get("Location");
  const { destination, method, body } = attempt;
  if (location === undefined || wire.program === null) return null;
  const here = destination.url.origin + destination.path;
  const url = URL.canParse(location, here) ? new URL(location, here) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return null;

  const becomesGet = (status === 303 && method !== "HEAD") || ((status === 301 || status === 302) && method === "POST");
  if (!becomesGet && body instanceof Readable) return null;
  const lines = [...attempt.lines];
  if (becomesGet) removeNamed(lines, contentFields);
  const sameOrigin = url.origin === destination.url.origin;
  if (!sameOrigin) {
    // Neither what the client nor what a backend entity proved itself with is for somebody else.
    const own = destination.entity?.credentials.headers.map(([name]) => name.toLowerCase()) ?? [];
    removeNamed(lines, [...ownersFields, ...own]);
  }
  const next = destinationAt(url.origin, url.pathname, url.search, backendsOf(wire.program));
  if (next.entity !== null) applyHeaderCredentials(lines, next.entity.credentials);
  return {
    destination: sameOrigin ? { ...next, connection: destination.connection } : next,
    method: becomesGet ? "GET" : method,
    lines,
    body: becomesGet ? null : body,
    reach:
      next.entity !== null ? "backend" : isSameServer(url, destination.url) ? (attempt.reach ?? "backend") : "call",
  };
}

/** What else listens on a backend's machine is not what an operator chose; from http to https it is. */
function isSameServer({ hostname, port }: URL, here: BackendUrl): boolean {
  const isDefault = here.port === (here.secure ? 443 : 80);
  return hostname === here.hostName && (port === "" ? isDefault : Number(port) === here.port);
}
