import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { ClientBody } from "./client-body";
import type { ChannelListener, ClientChannel } from "./client-channel";
import { connectionOf } from "./connection";
import { lingeringClose } from "./lingering-close";
import type { StrictMessage } from "./strict-message";

/** Unread request content up to this size is read and forgotten, to keep the connection. */
const worthDrainingBytes = 64 * 1024;

/** The response side of one request over HTTP/1.1. */
export class Http1Channel implements ClientChannel {
  listener: ChannelListener | null = null;
  open = true;
  started = false;
  sentBytes = 0;
  readonly #message: StrictMessage;
  readonly #response: ServerResponse;
  readonly #body: ClientBody | null;
  readonly #isDraining: () => boolean;
  #listensForDrain = false;

  constructor(message: StrictMessage, response: ServerResponse, body: ClientBody | null, isDraining: () => boolean) {
    this.#message = message;
    this.#response = response;
    this.#body = body;
    this.#isDraining = isDraining;
    (response as unknown as ChannelResponse).channel = this;
    response.on("close", closed);
  }

  start(status: number, reason: string, lines: string[], bodyLength: number | null): void {
    if (this.#body !== null && !this.#message.complete) this.#answerBeforeTheEnd(this.#body);
    if (this.#isDraining()) this.#response.shouldKeepAlive = false;
    if (bodyLength !== null) lines.push("Content-Length", String(bodyLength));
    this.#response.writeHead(status, reason, lines);
    this.started = true;
  }

  flush(): void {
    this.#response.flushHeaders();
  }

  write(chunk: Uint8Array): boolean {
    this.#count(chunk);
    if (this.#response.write(chunk)) return true;
    if (!this.#listensForDrain) {
      this.#listensForDrain = true;
      this.#response.on("drain", drained);
    }
    return false;
  }

  end(chunk?: Uint8Array): void {
    this.open = false;
    if (chunk === undefined) this.#response.end();
    else {
      this.#count(chunk);
      this.#response.end(chunk);
    }
  }

  destroy(): void {
    this.open = false;
    this.#response.destroy();
  }

  switchProtocols(reason: string, lines: string[]): Duplex | null {
    const { socket } = this.#response;
    if (socket === null) return null;
    this.#response.writeHead(101, reason, ["Connection", "Upgrade", ...lines]);
    this.#response.flushHeaders();
    this.started = true;
    this.open = false;
    this.#response.off("close", closed);
    this.#response.detachSocket(socket);
    const { listener } = this;
    this.listener = null;
    socket.on("close", () => listener?.channelClosed());
    return socket;
  }

  /** Node reports the end of every response, and that of a connection before it. */
  closed(): void {
    const { listener } = this;
    if (listener === null) return;
    const cutShort = this.open || !this.#response.writableFinished;
    this.open = false;
    this.listener = null;
    if (cutShort) listener.channelAborted();
    listener.channelClosed();
  }

  drained(): void {
    this.listener?.channelDrained();
  }

  /** Node leaves out what has no place in a response. */
  #count(chunk: Uint8Array): void {
    const { statusCode } = this.#response;
    if (this.#message.method !== "HEAD" && statusCode !== 204 && statusCode !== 304) this.sentBytes += chunk.byteLength;
  }

  /** The response begins before the request has ended (RFC 9112 section 9.6). */
  #answerBeforeTheEnd(body: ClientBody): void {
    const waitsForContinue = this.#message.framing.expect !== undefined && !body.taken;
    const short = body.length !== null && body.length <= worthDrainingBytes && !waitsForContinue;
    // What is on its way to a backend may well be whole before the response is.
    if (!body.taken && !short) this.#endConnection();
    else this.#response.on("finish", () => this.#readRest(short));
  }

  #readRest(short: boolean): void {
    if (this.#message.complete) return;
    if (short) this.#message.resume();
    else {
      this.#endConnection();
      this.#message.socket.destroySoon();
    }
  }

  #endConnection(): void {
    const { socket } = this.#message;
    this.#response.shouldKeepAlive = false;
    connectionOf(socket).ending = true;
    lingeringClose(socket);
  }
}

interface ChannelResponse {
  channel: Http1Channel;
}

function closed(this: ServerResponse): void {
  (this as unknown as ChannelResponse).channel.closed();
}

function drained(this: ServerResponse): void {
  (this as unknown as ChannelResponse).channel.drained();
}
