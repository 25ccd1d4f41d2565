import { EgressDenied } from "@/gateway/egress/egress-denied";
import { Fault } from "@/policy/fault";

/** An attempt that ended without an answer, and whether nothing can have come of it. */
export interface FailedAttempt {
  fault: Fault;
  /** The kept connection was closed under us before a byte of an answer: a request without effects can be sent anew. */
  stale: boolean;
}

const source = "forward-request";

export const clientFailure = (): Fault =>
  new Fault({ source, reason: "ClientConnectionFailure", status: 499, message: "The operation was canceled." });

export const upstreamTimeout = (timeoutMs: number): Fault =>
  new Fault({
    source,
    reason: "Timeout",
    status: 500,
    message: `The backend did not answer within ${timeoutMs} ms.`,
  });

export const backendFailure = (message: string, cause?: unknown): Fault =>
  new Fault({ source, reason: "BackendConnectionFailure", status: 500, message, cause });

const unreachable = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const closed = new Set(["UND_ERR_SOCKET", "ECONNRESET", "EPIPE"]);
const malformed = new Set(["UND_ERR_HEADERS_OVERFLOW", "UND_ERR_RES_CONTENT_LENGTH_MISMATCH"]);

/** `intended`: why we ended the attempt ourselves, if we did. `begun`: some of an answer had come. */
export function upstreamFailure(error: Error, intended: Fault | null, begun: boolean): FailedAttempt {
  if (intended !== null) return { fault: intended, stale: false };
  if (error instanceof Fault) return { fault: error, stale: false };
  if (error instanceof EgressDenied) return { fault: backendFailure(error.message, error), stale: false };
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (unreachable.has(code))
    return { fault: backendFailure("Unable to connect to the remote server", error), stale: false };
  if (closed.has(code)) {
    const message = "Underlying transport connection was unexpectedly closed.";
    return { fault: backendFailure(message, error), stale: !begun && wasKept(error) };
  }
  if (code.startsWith("HPE_") || malformed.has(code)) {
    return { fault: backendFailure("The backend's answer is not valid HTTP.", error), stale: false };
  }
  if (code.startsWith("ERR_TLS_") || code.includes("CERT") || code.startsWith("ERR_SSL_")) {
    const message = "The backend's certificate was not accepted, or TLS could not be agreed upon.";
    return { fault: backendFailure(message, error), stale: false };
  }
  return { fault: backendFailure("The request could not be sent to the backend.", error), stale: false };
}

/** undici tells how much a connection had brought before it closed; the system's own errors do not. */
function wasKept(error: Error): boolean {
  const { socket } = error as { socket?: { bytesRead?: number } };
  return socket === undefined || socket === null || (socket.bytesRead ?? 0) > 0;
}
