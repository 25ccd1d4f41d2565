import type { Duplex } from "node:stream";
import type { Dispatcher } from "undici";
import type { ChannelListener, ClientChannel } from "@/gateway/wire/client-channel";

/**
 * Where the response to a request goes that this gateway has made to itself: to whatever would receive it from a
 * connection, in the same calls and with the same back pressure.
 */
export class LoopChannel implements ClientChannel {
  listener: ChannelListener | null = null;
  open = true;
  started = false;
  sentBytes = 0;
  readonly #handler: Dispatcher.DispatchHandler;
  /** RFC 9112 section 6.3: whatever the policies have made of it, nothing of it is sent. */
  #bodyless: boolean;
  #closed = false;

  constructor(method: string, handler: Dispatcher.DispatchHandler) {
    this.#bodyless = method === "HEAD";
    this.#handler = handler;
    handler.onConnect?.((error) => this.#giveUp(error));
  }

  start(status: number, reason: string, lines: string[], bodyLength: number | null): void {
    this.started = true;
    this.#bodyless ||= status === 204 || status === 304;
    if (!this.open) return;
    const framed = bodyLength === null ? lines : [...lines, "Content-Length", String(bodyLength)];
    const raw = framed.map((text) => Buffer.from(text, "latin1"));
    this.#handler.onResponseStarted?.();
    this.#handler.onHeaders?.(status, raw, () => this.listener?.channelDrained(), reason);
  }

  flush(): void {}

  write(chunk: Uint8Array): boolean {
    if (!this.open || this.#bodyless) return true;
    this.sentBytes += chunk.byteLength;
    return this.#handler.onData?.(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)) !== false;
  }

  end(chunk?: Uint8Array): void {
    if (!this.open) return;
    if (chunk !== undefined && chunk.byteLength > 0) this.write(chunk);
    this.open = false;
    this.#handler.onComplete?.(null);
    this.#close();
  }

  destroy(): void {
    if (!this.open) return;
    this.open = false;
    this.#handler.onError?.(Object.assign(new Error("The answer broke off."), { code: "ECONNRESET" }));
    this.#close();
  }

  switchProtocols(_reason: string, _lines: string[]): Duplex | null {
    return null;
  }

  /** Whoever asked does not want the answer any more. */
  #giveUp(error: Error | undefined): void {
    if (!this.open) return;
    this.open = false;
    this.listener?.channelAborted();
    this.#handler.onError?.(error ?? new Error("The call was given up."));
    this.#close();
  }

  /** In a turn of its own, as a connection would tell of it. */
  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    setImmediate(() => this.listener?.channelClosed());
  }
}
