import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import type { Body } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { Limits } from "./limits";
import { Timed, type TimerWheel } from "./timer-wheel";

export const bodyTooLarge = (maxBytes: number): Fault =>
  new Fault({
    source: "forward-request",
    reason: "RequestBodyTooLarge",
    status: 413,
    message: `The request body is larger than ${maxBytes} bytes.`,
  });

const bodyTooSlow = (): Fault =>
  new Fault({
    source: "forward-request",
    reason: "RequestBodyTimeout",
    status: 408,
    message: "The request body did not arrive in time.",
  });

export const bodyAlreadySent = (): Fault =>
  new Fault({
    source: "forward-request",
    reason: "RequestBodyConsumed",
    status: 500,
    message: "The request body has been sent already; set buffer-request-body to true to send it again.",
  });

const clientGone = (): Fault =>
  new Fault({
    source: "forward-request",
    reason: "ClientConnectionFailure",
    status: 499,
    message: "The operation was canceled.",
  });

/** Sees a body pass by; null is its end. */
export type BodyObserver = (chunk: Uint8Array | null) => void;

/** The content of a request over HTTP/1.1: read from the connection only when something asks for it. */
export class ClientBody implements Body {
  readonly length: number | null;
  kind: "stream" | "bytes" = "stream";
  /** What was read, once it was. */
  content: Uint8Array | null = null;
  readonly #message: IncomingMessage;
  readonly #limits: Limits;
  readonly #wheel: TimerWheel;
  readonly #askClient: (() => void) | null;
  #content: Promise<Uint8Array> | null = null;
  #source: ClientBodySource | null = null;
  #observers: BodyObserver[] | null = null;

  /** `askClient`: tells a client that waits for 100 Continue to go on. */
  constructor(
    message: IncomingMessage,
    length: number | null,
    limits: Limits,
    wheel: TimerWheel,
    askClient: (() => void) | null,
  ) {
    this.#message = message;
    this.length = length;
    this.#limits = limits;
    this.#wheel = wheel;
    this.#askClient = askClient;
  }

  bytes(): Promise<Uint8Array> {
    this.#content ??= this.#collect();
    return this.#content;
  }

  /** The content as it arrives; it can be had once, and not after bytes(). Null when it has been taken already. */
  stream(): Readable | null {
    if (this.#source !== null || this.#content !== null) return null;
    this.#source = new ClientBodySource(this.#message, this.#limits, this.#wheel);
    this.#source.observers = this.#observers;
    this.#askClient?.();
    return this.#source;
  }

  tap(observer: BodyObserver): void {
    if (this.content !== null) {
      observer(this.content);
      observer(null);
      return;
    }
    this.#observers ??= [];
    this.#observers.push(observer);
    if (this.#source !== null) this.#source.observers = this.#observers;
  }

  /** Somebody reads it, or has read it. */
  get taken(): boolean {
    return this.#source !== null;
  }

  get receivedBytes(): number {
    return this.#source?.received ?? 0;
  }

  /** The exchange is over: what is still unread will not be. */
  release(): void {
    this.#source?.release();
  }

  /** Why the content did not arrive whole, if so. */
  get fault(): Fault | null {
    return this.#source?.fault ?? null;
  }

  async #collect(): Promise<Uint8Array> {
    const { maxBufferedBytes } = this.#limits;
    if (this.length !== null && this.length > maxBufferedBytes) throw bodyTooLarge(maxBufferedBytes);
    const source = this.stream();
    if (source === null) throw bodyAlreadySent();
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > maxBufferedBytes) throw bodyTooLarge(maxBufferedBytes);
      chunks.push(chunk);
    }
    this.kind = "bytes";
    this.content = chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks, size);
    return this.content;
  }
}

/**
 * Stands between the client's message and whoever reads it, so that ending the one does not cut the other's connection:
 * the client still has to hear an answer.
 */
class ClientBodySource extends Readable {
  fault: Fault | null = null;
  received = 0;
  observers: BodyObserver[] | null = null;
  readonly #message: IncomingMessage;
  readonly #limits: Limits;
  readonly #wheel: TimerWheel;
  readonly #pace: Pace;

  constructor(message: IncomingMessage, limits: Limits, wheel: TimerWheel) {
    super({ highWaterMark: 64 * 1024 });
    this.#message = message;
    this.#limits = limits;
    this.#wheel = wheel;
    this.#pace = new Pace(() => this.#paceLost());
    // An attempt that failed listens no more, and an error that nobody hears would end the process.
    this.on("error", unheard);
    message.on("data", (chunk: Buffer) => this.#take(chunk));
    message.on("end", () => this.#finish());
    message.on("error", () => this.#fail(clientGone()));
    message.on("close", () => {
      if (!message.complete) this.#fail(clientGone());
    });
    wheel.arm(this.#pace, limits.bodyIntervalMs);
  }

  override _read(): void {
    this.#message.resume();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#wheel.cancel(this.#pace);
    // Whatever still comes is read and forgotten; the listener decides how much of it.
    this.#message.pause();
    done(error);
  }

  release(): void {
    this.#fail(clientGone());
  }

  #take(chunk: Buffer): void {
    if (this.destroyed) return;
    this.received += chunk.byteLength;
    this.#pace.bytes += chunk.byteLength;
    if (this.received > this.#limits.maxBodyBytes) {
      this.#fail(bodyTooLarge(this.#limits.maxBodyBytes));
      return;
    }
    if (this.observers !== null) for (const observer of this.observers) observer(chunk);
    if (!this.push(chunk)) {
      // From here on it is the backend that lets us wait.
      this.#pace.held = true;
      this.#message.pause();
    }
  }

  #finish(): void {
    this.#wheel.cancel(this.#pace);
    this.#endObserved();
    this.push(null);
  }

  #fail(fault: Fault): void {
    if (this.destroyed || this.readableEnded) return;
    this.fault = fault;
    this.#endObserved();
    this.destroy(fault);
  }

  #endObserved(): void {
    const { observers } = this;
    this.observers = null;
    if (observers !== null) for (const observer of observers) observer(null);
  }

  #paceLost(): void {
    const { bodyIntervalMs, minBodyBytesPerSecond } = this.#limits;
    const tooSlow = !this.#pace.held && this.#pace.bytes < (minBodyBytesPerSecond * bodyIntervalMs) / 1000;
    if (tooSlow) {
      this.#fail(bodyTooSlow());
      return;
    }
    this.#pace.bytes = 0;
    this.#pace.held = this.#message.isPaused();
    this.#wheel.arm(this.#pace, bodyIntervalMs);
  }
}

function unheard(): void {}

/** How much has come in the current interval, and whether it was us who stopped it. */
class Pace extends Timed {
  bytes = 0;
  held = false;
  readonly #look: () => void;

  constructor(look: () => void) {
    super();
    this.#look = look;
  }

  timeUp(): void {
    this.#look();
  }
}
