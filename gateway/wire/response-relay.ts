import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Dispatcher } from "undici";
import { emptyBody } from "@/policy/body";
import type { Body, ResponseMessage } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { Headers } from "@/policy/headers";
import type { BodyObserver } from "./client-body";
import type { ClientChannel } from "./client-channel";
import { clientFailure, type FailedAttempt, upstreamFailure, upstreamTimeout } from "./failures";
import type { Limits } from "./limits";
import { responseLines } from "./response-lines";
import { Timed, type TimerWheel } from "./timer-wheel";

/** What arrives while the outbound policies still run is held up to this size; beyond it the backend waits. */
const maxHeldBytes = 256 * 1024;

/** A response in chunks is sent on in pieces of this size, where it is buffered. */
const gatheredBytes = 8 * 1024;

/** What becomes of the body: held until that is known, read by a policy, sent on, or not wanted. */
type Fate = "held" | "collected" | "sent" | "dropped";

/**
 * One attempt at a backend: receives its answer from undici and writes it straight to the client once the outbound
 * policies have run. Between the two there is no stream, no buffer and no copy.
 */
export class ResponseRelay extends Timed implements Dispatcher.DispatchHandler, Body {
  /** Settles when the head of the answer is in. */
  readonly answered: Promise<ResponseMessage>;
  /** Set when the backend switched protocols. */
  tunnel: Duplex | null = null;
  length: number | null = null;
  /** What Content-Length said, also where there is no content: a HEAD tells the length that a GET would have. */
  declaredLength: number | null = null;
  kind: "stream" | "bytes" | "none" = "stream";
  /** What was read, once it was. */
  content: Uint8Array | null = null;
  readonly #client: ClientChannel;
  readonly #wheel: TimerWheel;
  readonly #method: string;
  readonly #timeoutMs: number;
  readonly #limits: Limits;
  #resolve!: (response: ResponseMessage) => void;
  #reject!: (failure: FailedAttempt) => void;
  #abort: ((error?: Error) => void) | null = null;
  #resume: (() => void) | null = null;
  #fate: Fate = "held";
  #answeredYet = false;
  #paused = false;
  #complete = false;
  #begun = false;
  #endless = false;
  /** Whether anything came since the wheel last looked. */
  #alive = true;
  #failure: Fault | null = null;
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #content: Promise<Uint8Array> | null = null;
  #collected: ((failure: Fault | null) => void) | null = null;
  #observers: BodyObserver[] | null = null;
  /** What is sent waits until there is more of it. */
  #gathers: boolean;

  /** `timeoutMs` until the head is in; 0: for as long as it takes. `gathers`: a body in chunks is sent on in larger ones. */
  constructor(
    client: ClientChannel,
    method: string,
    wheel: TimerWheel,
    timeoutMs: number,
    limits: Limits,
    gathers = false,
  ) {
    super();
    this.#gathers = gathers;
    this.#client = client;
    this.#method = method;
    this.#wheel = wheel;
    this.#timeoutMs = timeoutMs;
    this.#limits = limits;
    this.answered = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    if (timeoutMs > 0) wheel.arm(this, timeoutMs);
  }

  // What undici calls.

  onConnect(abort: (error?: Error) => void): void {
    this.#abort = abort;
    if (this.#failure !== null) abort(this.#failure);
  }

  onResponseStarted(): void {
    this.#begun = true;
  }

  onHeaders(status: number, rawHeaders: Buffer[], resume: () => void, reason: string): boolean {
    // Policies never see an interim answer, so passing it on would show the client what they may have removed.
    if (status < 200) return true;
    this.#resume = resume;
    const read = responseLines(rawHeaders);
    this.declaredLength = read.contentLength;
    this.length = bodyless(status, this.#method) ? 0 : read.contentLength;
    this.#endless = read.eventStream;
    // Whoever sends events means them to arrive, so they are never kept back.
    if (this.length !== null || read.eventStream) this.#gathers = false;
    // HTTP/2 has no reasons.
    const words = reason === "" ? (STATUS_CODES[status] ?? "") : reason;
    this.#head(status, words, read.lines, this.length === 0 ? emptyBody : this);
    return true;
  }

  onUpgrade(status: number, rawHeaders: Buffer[] | string[] | null, socket: Duplex): void {
    this.tunnel = socket;
    this.#complete = true;
    socket.on("error", () => socket.destroy());
    if (this.#failure !== null) return void socket.destroy();
    this.#head(status, "Switching Protocols", responseLines((rawHeaders ?? []) as Buffer[]).lines, emptyBody);
  }

  onData(chunk: Buffer): boolean {
    this.#alive = true;
    if (this.#observers !== null) for (const observer of this.#observers) observer(chunk);
    switch (this.#fate) {
      case "sent":
        if (this.#gathers) {
          this.#hold(chunk);
          if (this.#heldBytes < gatheredBytes) return true;
        }
        this.#paused = !this.#client.write(this.#gathers ? this.#takeHeld() : chunk);
        return !this.#paused;
      case "dropped":
        return true;
      case "held":
        this.#hold(chunk);
        this.#paused = this.#heldBytes >= maxHeldBytes;
        return !this.#paused;
      case "collected":
        this.#hold(chunk);
        if (this.#heldBytes > this.#limits.maxBufferedBytes) this.#cancel(this.#tooLarge());
        return true;
    }
  }

  onComplete(): void {
    this.#complete = true;
    this.#wheel.cancel(this);
    this.#endObserved();
    if (this.#fate === "sent") this.#client.end(this.#held.length === 0 ? undefined : this.#takeHeld());
    this.#collected?.(null);
  }

  onError(error: Error): void {
    this.#wheel.cancel(this);
    this.#complete = true;
    const attempt = upstreamFailure(error, this.#failure, this.#begun);
    this.#failure = attempt.fault;
    this.#endObserved();
    if (!this.#answeredYet) this.#reject(attempt);
    else if (this.#fate === "sent") this.#client.destroy();
    else this.#collected?.(attempt.fault);
  }

  // What the gateway calls.

  /** The answer broke off before anything of it was sent. */
  get failure(): Fault | null {
    return this.#failure;
  }

  bytes(): Promise<Uint8Array> {
    this.#content ??= this.#collect();
    return this.#content;
  }

  tap(observer: BodyObserver): void {
    for (const chunk of this.#held) observer(chunk);
    if (this.#complete) {
      observer(null);
      return;
    }
    this.#observers ??= [];
    this.#observers.push(observer);
  }

  /** Writes the body to the client, whose response has been started, from here to its end. */
  send(): void {
    const client = this.#client;
    this.#fate = "sent";
    const waits = this.#gathers && !this.#complete && this.#heldBytes < gatheredBytes;
    const held = waits ? [] : this.#held;
    if (!waits) {
      this.#held = [];
      this.#heldBytes = 0;
    }
    if (this.#complete) {
      const last = held.pop();
      for (const chunk of held) client.write(chunk);
      client.end(last);
      return;
    }
    // Twice: an end that came right behind the head is told at the close of this turn.
    if (held.length === 0) setImmediate(() => setImmediate(() => this.#flushHead()));
    let flowing = true;
    for (const chunk of held) flowing = client.write(chunk);
    if (!flowing) this.#paused = true;
    if (flowing) this.flow();
  }

  /** The client, or whoever else wants the body, can take more of it. */
  flow(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#resume?.();
  }

  /** The answer is not wanted (any more). A short rest is let come, which keeps the connection; else it is cut. */
  discard(): void {
    this.tunnel?.destroy();
    if (this.#complete || this.#fate === "dropped") return;
    // Whoever reads it must not take the part for the whole.
    const isRead = this.#fate === "collected";
    this.#fate = "dropped";
    this.#held = [];
    const isShort = this.length !== null && this.length - this.#heldBytes <= maxHeldBytes;
    const shortRest = this.#answeredYet && isShort && !isRead;
    if (shortRest) this.flow();
    else this.#cancel(clientFailure());
  }

  /** Nobody waits for an answer any more; one that is there already may still be wanted. */
  giveUp(): void {
    if (!this.#answeredYet) this.discard();
  }

  clientGone(): void {
    this.tunnel?.destroy();
    if (!this.#complete) this.#cancel(clientFailure());
  }

  override timeUp(): void {
    const waitedMs = this.#answeredYet ? this.#limits.backendIdleTimeoutMs : this.#timeoutMs;
    // Silence that we asked for ourselves, or that belongs to the matter, is not a failure.
    const failed = !this.#answeredYet || !(this.#alive || this.#paused || this.#endless);
    if (failed) {
      this.#cancel(upstreamTimeout(waitedMs));
      return;
    }
    this.#alive = false;
    this.#wheel.arm(this, waitedMs);
  }

  /** The head does not wait for a body that takes its time; but what came with it is looked at first. */
  #flushHead(): void {
    if (!this.#complete) this.#client.flush();
  }

  #head(status: number, reason: string, lines: string[], body: Body): void {
    this.#answeredYet = true;
    if (this.#complete) this.#wheel.cancel(this);
    else this.#wheel.arm(this, this.#limits.backendIdleTimeoutMs);
    this.#resolve({ status, reason, headers: new Headers(lines), body });
  }

  #hold(chunk: Uint8Array): void {
    this.#held.push(chunk);
    this.#heldBytes += chunk.byteLength;
  }

  #takeHeld(): Uint8Array {
    const held = this.#held;
    this.#held = [];
    this.#heldBytes = 0;
    return held.length === 1 ? (held[0] as Uint8Array) : Buffer.concat(held);
  }

  #endObserved(): void {
    const observers = this.#observers;
    this.#observers = null;
    if (observers !== null) for (const observer of observers) observer(null);
  }

  #cancel(fault: Fault): void {
    this.#failure ??= fault;
    if (this.#abort !== null) this.#abort(fault);
    // Not on a connection yet: undici asks again in onConnect, the exchange need not wait for it.
    else this.onError(fault);
  }

  async #collect(): Promise<Uint8Array> {
    if (this.#failure !== null) throw this.#failure;
    if (this.#fate !== "held") throw new Error("A response body can be read once; it has been sent or dropped.");
    const { maxBufferedBytes } = this.#limits;
    if (this.#heldBytes > maxBufferedBytes || (this.length ?? 0) > maxBufferedBytes) throw this.#tooLarge();
    if (!this.#complete) {
      this.#fate = "collected";
      const failure = await new Promise<Fault | null>((resolve) => {
        this.#collected = resolve;
        this.flow();
      });
      if (failure !== null) throw failure;
      this.#fate = "held";
    }
    this.kind = "bytes";
    const content = this.#held.length === 1 ? (this.#held[0] as Uint8Array) : Buffer.concat(this.#held);
    this.#held = [content];
    this.length = content.byteLength;
    this.content = content;
    return content;
  }

  #tooLarge(): Fault {
    return new Fault({
      source: "forward-request",
      reason: "ResponseBodyTooLarge",
      status: 500,
      message: `The response body is larger than ${this.#limits.maxBufferedBytes} bytes, too large to be read by a policy.`,
    });
  }
}

/** RFC 9112 section 6.3: these have no content, whatever their fields say. */
function bodyless(status: number, method: string): boolean {
  return method === "HEAD" || status === 204 || status === 304;
}
