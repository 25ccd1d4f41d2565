import { withoutPortalCookies } from "@/contract/portal-cookies";
import { fieldsNamedByConnection, isHopByHop } from "./hop-by-hop";
import type { IncomingRequest } from "./incoming-request";
import { removeNamed } from "./response-lines";

/**
 * The header lines of a request as its backend gets them: without the fields of the client's connection, with the
 * X-Forwarded fields. Host is there only when a policy set it; otherwise it is the backend's own.
 */
export function requestLines(request: IncomingRequest): string[] {
  const { headers } = request;
  const source = headers.lines;
  const lines: string[] = [];
  let forwardedFor: string | null = null;
  let named: string[] | null = null;
  for (let index = 0; index < source.length; index += 2) {
    const name = source[index] as string;
    const value = source[index + 1] as string;
    switch (name.length) {
      case 4:
        if (!headers.hostSet && name.toLowerCase() === "host") continue;
        break;
      case 6: {
        if (name.toLowerCase() !== "cookie") break;
        const cookies = withoutPortalCookies(value);
        if (cookies !== null) lines.push(name, cookies);
        continue;
      }
      case 10: {
        if (name.toLowerCase() !== "connection") break;
        const more = fieldsNamedByConnection(value);
        if (more !== null) named = named === null ? more : [...named, ...more];
        continue;
      }
      case 15:
        if (name.toLowerCase() === "x-forwarded-for") {
          forwardedFor = forwardedFor === null ? value : `${forwardedFor}, ${value}`;
          continue;
        }
        break;
      // What a client says of how it was reached is not to be believed; what a policy says is.
      case 16:
        if (!headers.forwardedHostSet && name.toLowerCase() === "x-forwarded-host") continue;
        break;
      case 17:
        if (!headers.forwardedProtoSet && name.toLowerCase() === "x-forwarded-proto") continue;
        break;
    }
    if (isHopByHop(name)) continue;
    lines.push(name, value);
  }
  if (named !== null) removeNamed(lines, named);
  const { clientAddress } = request;
  lines.push("X-Forwarded-For", forwardedFor === null ? clientAddress : `${forwardedFor}, ${clientAddress}`);
  if (!headers.forwardedProtoSet) {
    lines.push("X-Forwarded-Proto", request.scheme === "https" || request.scheme === "wss" ? "https" : "http");
  }
  if (!headers.forwardedHostSet) lines.push("X-Forwarded-Host", request.authority);
  return lines;
}
