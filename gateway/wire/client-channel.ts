import type { Duplex } from "node:stream";

/** Where a response goes. One per exchange, made by the listener that received the request. */
export interface ClientChannel {
  /** False once the client has gone or the whole response was handed over. */
  readonly open: boolean;
  /** The head of the response was handed over. */
  readonly started: boolean;
  /** Of the body, so far. */
  readonly sentBytes: number;
  listener: ChannelListener | null;
  /** `bodyLength` null: not known, ends with the response. Throws on a field that must not be sent, and has sent nothing. */
  start(status: number, reason: string, lines: string[], bodyLength: number | null): void;
  /** Sends the head at once, though nothing of the body is there yet. */
  flush(): void;
  /** False: nothing more until the listener hears that it drained. */
  write(chunk: Uint8Array): boolean;
  end(chunk?: Uint8Array): void;
  /** Cuts the connection, so that the client cannot take a part for the whole. */
  destroy(): void;
  /** Answers an upgrade and hands over the raw connection; null where the listener cannot. */
  switchProtocols(reason: string, lines: string[]): Duplex | null;
}

export interface ChannelListener {
  channelDrained(): void;
  /** The client went away before the response was complete. */
  channelAborted(): void;
  /** Nothing more will happen on the channel, whatever the reason. Comes once and last. */
  channelClosed(): void;
}
