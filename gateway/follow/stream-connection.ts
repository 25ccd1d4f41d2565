import WebSocket from "ws";
import {
  abilities,
  abilitiesHeader,
  type FrameToPortal,
  heartbeatMs,
  silenceMs,
  streamClose,
  streamPath,
  streamProtocol,
} from "@/contract/stream";

const maxFrameBytes = 32 * 1024 * 1024;

export interface ConnectionOptions {
  controlUrl: string;
  token: string;
  onOpen(): void;
  /** Returning false, or throwing, ends the connection. */
  onFrame(data: string): boolean;
}

export interface Ended {
  /** null: the connection never opened. */
  openMs: number | null;
  reason: string;
}

/** One connection to a portal, from its handshake to its end. */
export class StreamConnection {
  readonly ended: Promise<Ended>;
  readonly #socket: WebSocket;
  #over = false;

  constructor(options: ConnectionOptions) {
    const { token } = options;
    this.#socket = new WebSocket(streamUrl(options.controlUrl), streamProtocol, {
      headers: {
        Authorization: authorizationOf(token),
        [abilitiesHeader]: Object.values(abilities).join(", "),
      },
      perMessageDeflate: false,
      handshakeTimeout: heartbeatMs,
      maxPayload: maxFrameBytes,
    });
    this.ended = this.#run(options);
  }

  send(frame: FrameToPortal): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  close(code: number = 1000, reason = ""): void {
    this.#over = true;
    if (this.#socket.readyState === WebSocket.CONNECTING) this.#socket.terminate();
    else this.#socket.close(code, reason);
    // A peer that does not answer the close must not hold up the next connection.
    setTimeout(() => this.#socket.terminate(), 1_000).unref();
  }

  #run(options: ConnectionOptions): Promise<Ended> {
    const socket = this.#socket;
    let openedAt: number | null = null;
    let heardAt = performance.now();
    let reason = "";
    const heard = () => {
      heardAt = performance.now();
    };
    const beat = setInterval(() => {
      if (performance.now() - heardAt > silenceMs) {
        reason = "the portal was silent";
        socket.terminate();
      } else if (socket.readyState === WebSocket.OPEN) socket.ping();
    }, heartbeatMs);
    socket.on("open", () => {
      openedAt = performance.now();
      heard();
      options.onOpen();
    });
    socket.on("ping", heard);
    socket.on("pong", heard);
    socket.on("message", (data, isBinary) => {
      heard();
      if (this.#over) return;
      if (isBinary) {
        reason = "a binary frame";
        this.close(streamClose.malformed, reason);
      } else if (!options.onFrame(data.toString())) this.close(streamClose.broken, "resume");
    });
    socket.on("error", (error) => {
      reason ||= error.message;
    });
    return new Promise((resolve) => {
      socket.on("close", (code, text) => {
        clearInterval(beat);
        this.#over = true;
        const openMs = openedAt === null ? null : performance.now() - openedAt;
        resolve({ openMs, reason: reason || text.toString() || `closed with ${code}` });
      });
    });
  }
}

/** A gateway resource's token is "<id>&<expiry>&<signature>"; people also paste it with the scheme before it. */
function authorizationOf(token: string): string {
  if (/^GatewayKey /i.test(token)) return token;
  return /^[^&\s]+&\d{12}&\S+$/.test(token) ? `GatewayKey ${token}` : `Bearer ${token}`;
}

function streamUrl(controlUrl: string): URL {
  const url = new URL(controlUrl);
  url.protocol = url.protocol === "https:" || url.protocol === "wss:" ? "wss:" : "ws:";
  url.pathname = url.pathname.replace(/\/$/, "") + streamPath;
  return url;
}
