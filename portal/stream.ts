import type { IncomingMessage, Server } from "node:http";
import type { Server as TlsServer } from "node:https";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { abilitiesHeader, streamPath, streamProtocol } from "@/contract/stream";
import { log } from "@/lib/log";
import type { Publisher } from "@/management/publish/publisher";
import { maxNodeFrameBytes } from "@/management/publish/read-node-frame";

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => unknown;

/** Lets gateways follow the log at streamPath on this server; every other upgrade is `otherwise`'s. */
export function attachStream(server: Server | TlsServer, publisher: Publisher, otherwise?: Upgrade): void {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: maxNodeFrameBytes,
    handleProtocols: (offered) => (offered.has(streamProtocol) ? streamProtocol : false),
  });
  const events = log("stream");

  async function follow(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const refusal = misfit(request);
    if (refusal !== null) {
      refuse(socket, ...refusal);
      return;
    }
    const { authorization } = request.headers;
    const admission = await publisher.admit(authorization);
    const address = request.socket.remoteAddress ?? "";
    if (admission === null || authorization === undefined) {
      events.warn({ address }, "a gateway showed no token, or one that does not hold");
      refuse(socket, 401, "This token does not hold. Set GATEHOUSE_NODE_TOKEN, or make a new gateway token.");
      return;
    }
    if (socket.destroyed) return;
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      publisher.accept(accepted, { admission, authorization, address, abilities: abilitiesOf(request) });
    });
  }

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split("?", 1)[0] !== streamPath) {
      if (otherwise === undefined) refuse(socket, 404, "Nothing is upgraded here.");
      else otherwise(request, socket, head);
      return;
    }
    socket.on("error", () => socket.destroy());
    follow(request, socket, head).catch((error) => {
      events.error({ err: error }, "a gateway could not be let in");
      refuse(socket, 503, "Try again.");
    });
  });
}

/** What no gateway of ours sends; null when it is one. */
function misfit({ method, headers }: IncomingMessage): [number, string] | null {
  if (headers.origin !== undefined) return [403, "Gateways follow here, not browsers."];
  if (method !== "GET" || headers.upgrade?.toLowerCase() !== "websocket") return [400, "This is a WebSocket."];
  const offered = headers["sec-websocket-protocol"]?.split(",").map((name) => name.trim()) ?? [];
  if (!offered.includes(streamProtocol)) return [400, `The WebSocket's protocol must be ${streamProtocol}.`];
  return null;
}

function abilitiesOf({ headers }: IncomingMessage): ReadonlySet<string> {
  const said = headers[abilitiesHeader.toLowerCase()];
  return new Set(typeof said === "string" ? said.slice(0, 1_000).split(/\s*,\s*/) : []);
}

const reasons: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  503: "Service Unavailable",
};

function refuse(socket: Duplex, status: number, message: string): void {
  if (socket.destroyed) return;
  const challenge = status === 401 ? 'WWW-Authenticate: Bearer realm="gatehouse gateways"\r\n' : "";
  const body = `${message}\n`;
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status]}\r\nConnection: close\r\nContent-Type: text/plain\r\n${challenge}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}
