import type { Dispatcher } from "undici";
import { type FailedAttempt, upstreamFailure, upstreamTimeout } from "@/gateway/wire/failures";
import { responseLines } from "@/gateway/wire/response-lines";
import { Timed, type TimerWheel } from "@/gateway/wire/timer-wheel";
import { BytesBody, emptyBody } from "@/policy/body";
import type { ResponseMessage } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { Headers } from "@/policy/headers";

export interface CollectorOptions {
  wheel: TimerWheel;
  /** Until the whole answer is there. */
  timeoutMs: number;
  maxBytes: number;
  source: string;
  signal: AbortSignal | null;
}

/** One attempt at a call: receives its answer from undici until it is whole, and gives it up when that takes too long. */
export class AnswerCollector extends Timed implements Dispatcher.DispatchHandler {
  /** Rejects with a FailedAttempt. */
  readonly answered: Promise<ResponseMessage>;
  readonly #options: CollectorOptions;
  #resolve!: (response: ResponseMessage) => void;
  #reject!: (failure: FailedAttempt) => void;
  #abort: ((error?: Error) => void) | null = null;
  #intended: Fault | null = null;
  #begun = false;
  #done = false;
  #status = 0;
  #reason = "";
  #lines: string[] = [];
  #chunks: Uint8Array[] = [];
  #bytes = 0;

  constructor(options: CollectorOptions) {
    super();
    this.#options = options;
    this.answered = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    options.wheel.arm(this, options.timeoutMs);
    options.signal?.addEventListener("abort", this.#givenUp);
    if (options.signal?.aborted) this.#givenUp();
  }

  get done(): boolean {
    return this.#done;
  }

  onConnect(abort: (error?: Error) => void): void {
    this.#abort = abort;
    if (this.#intended !== null) abort(this.#intended);
  }

  onResponseStarted(): void {
    this.#begun = true;
  }

  onHeaders(status: number, rawHeaders: Buffer[], _resume: () => void, reason: string): boolean {
    if (status < 200) return true;
    const { lines, contentLength } = responseLines(rawHeaders);
    this.#status = status;
    this.#reason = reason;
    this.#lines = lines;
    if ((contentLength ?? 0) > this.#options.maxBytes) this.#cancel(this.#tooLarge());
    return true;
  }

  onUpgrade(_status: number, _rawHeaders: unknown, socket: { destroy(): void }): void {
    socket.destroy();
    this.onError(new Error("The call was answered by a change of protocol that it did not ask for."));
  }

  onData(chunk: Buffer): boolean {
    this.#chunks.push(chunk);
    this.#bytes += chunk.byteLength;
    if (this.#bytes > this.#options.maxBytes) this.#cancel(this.#tooLarge());
    return true;
  }

  onComplete(): void {
    if (!this.#end()) return;
    const body = this.#bytes === 0 ? emptyBody : new BytesBody(Buffer.concat(this.#chunks, this.#bytes));
    this.#resolve({ status: this.#status, reason: this.#reason, headers: new Headers(this.#lines), body });
  }

  onError(error: Error): void {
    if (this.#end()) this.#reject(upstreamFailure(error, this.#intended, this.#begun));
  }

  override timeUp(): void {
    this.#cancel(upstreamTimeout(this.#options.timeoutMs));
  }

  readonly #givenUp = (): void => {
    const message = "The call was given up before it was answered.";
    this.#cancel(new Fault({ source: this.#options.source, reason: "Cancelled", status: 500, message }));
  };

  #cancel(fault: Fault): void {
    if (this.#done) return;
    this.#intended ??= fault;
    this.#abort?.(fault);
    // Not on a connection yet, or undici has nothing to end any more: nobody need wait for it.
    this.onError(fault);
  }

  /** False: it has ended before. */
  #end(): boolean {
    if (this.#done) return false;
    this.#done = true;
    this.#options.wheel.cancel(this);
    this.#options.signal?.removeEventListener("abort", this.#givenUp);
    return true;
  }

  #tooLarge(): Fault {
    const { source, maxBytes } = this.#options;
    const message = `The answer is larger than ${maxBytes} bytes, too large to be kept.`;
    return new Fault({ source, reason: "ResponseBodyTooLarge", status: 500, message });
  }
}
