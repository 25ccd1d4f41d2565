import { createHash } from "node:crypto";
import WebSocket from "ws";
import { withHash } from "@/contract/chain";
import { type AsideToGateway, type FrameToPortal, heartbeatMs, silenceMs, streamClose } from "@/contract/stream";
import type { Peer } from "./admit-node";
import { type ChainedText, changeFrames } from "./frames";
import type { Publication } from "./publication";
import { readNodeFrame } from "./read-node-frame";
import type { Snapshot } from "./snapshot";

export type Hello = Extract<FrameToPortal, { kind: "hello" }>;
export type Answer = Exclude<FrameToPortal, Hello>;
export type Receipt = Extract<FrameToPortal, { kind: "applied" | "refused" }>;

const helloWithinMs = 5_000;
/** Above this a node is slow, and waits until its socket has taken what was sent. */
const highWaterBytes = 512 * 1024;

/** Where a connection gets what it sends. */
export interface Source {
  readonly head: number;
  /** Whether the log has this revision, and it is the one the node means. */
  recognises(hello: Hello): Promise<boolean>;
  /** What follows a revision; null when a snapshot is cheaper. */
  next(revision: number): Promise<Publication[] | null>;
  snapshot(): Promise<Snapshot>;
}
export interface ConnectionEvents {
  onHello(connection: NodeConnection, hello: Hello): void;
  /** It has what it resumes from: frames beside the log make sense now. */
  onBegun(connection: NodeConnection): void;
  onAnswer(connection: NodeConnection, answer: Answer): void;
  onHeard(connection: NodeConnection): void;
  onEnd(connection: NodeConnection, reason: string): void;
  onTrouble(error: unknown): void;
}

/** One gateway's socket: what it is sent, in order and each once, at the pace it takes it. */
export class NodeConnection {
  readonly peer: Peer;
  readonly ended: Promise<void>;
  hello: Hello | null = null;
  readonly #socket: WebSocket;
  readonly #source: Source;
  readonly #events: ConnectionEvents;
  readonly #timer: NodeJS.Timeout;
  #heardAt = performance.now();
  #sent: { revision: number; hash: string } | null = null;
  /** The chain goes on from the hello's hash, or from its nonce when the first frame begins a snapshot. */
  #chainBegun = false;
  #delivering = false;
  #reason = "";

  constructor(socket: WebSocket, peer: Peer, source: Source, events: ConnectionEvents) {
    this.peer = peer;
    this.#socket = socket;
    this.#source = source;
    this.#events = events;
    this.#timer = setInterval(() => this.#beat(), heartbeatMs);
    const silent = setTimeout(() => this.close(streamClose.silent, "no hello"), helloWithinMs);
    socket.on("message", (data, isBinary) => this.#onMessage(isBinary ? null : data.toString(), silent));
    for (const event of ["ping", "pong"] as const) socket.on(event, () => this.#heard());
    socket.on("error", (error) => {
      this.#reason ||= error.message;
    });
    this.ended = new Promise((resolve) => {
      socket.on("close", (code, text) => {
        clearInterval(this.#timer);
        clearTimeout(silent);
        events.onEnd(this, this.#reason || text.toString() || `closed with ${code}`);
        resolve();
      });
    });
  }

  /** Called whenever there may be something new. */
  deliver(): void {
    if (this.#delivering || this.#sent === null || !this.#open) return;
    this.#delivering = true;
    this.#deliverAll()
      .catch((error) => {
        this.#events.onTrouble(error);
        this.close(streamClose.restart, "the log could not be read");
      })
      .finally(() => {
        this.#delivering = false;
        if (this.#open && this.#sent !== null && this.#sent.revision < this.#source.head) this.deliver();
      });
  }

  /** Beside the log, and beside its hash chain. */
  sendAside(frame: AsideToGateway): void {
    if (this.#open) this.#socket.send(JSON.stringify(frame));
  }

  close(code: number, reason: string): void {
    this.#reason ||= reason;
    this.#socket.close(code, reason);
    setTimeout(() => this.#socket.terminate(), 1_000).unref();
  }

  get #open(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  #onMessage(data: string | null, silent: NodeJS.Timeout): void {
    if (!this.#open) return;
    this.#heard();
    const frame = data === null ? null : readNodeFrame(data);
    if (frame === null) this.close(streamClose.malformed, "not a frame of this protocol");
    else if ((frame.kind === "hello") !== (this.hello === null)) {
      this.close(streamClose.malformed, "one hello comes first, and only once");
    } else if (frame.kind !== "hello") this.#events.onAnswer(this, frame);
    else {
      clearTimeout(silent);
      this.#greet(frame);
    }
  }

  #greet(hello: Hello): void {
    this.hello = hello;
    this.#events.onHello(this, hello);
    this.#begin(hello).catch((error) => {
      this.#events.onTrouble(error);
      this.close(streamClose.restart, "the log could not be read");
    });
  }

  async #begin(hello: Hello): Promise<void> {
    if (await this.#source.recognises(hello)) this.#sent = { revision: hello.revision, hash: hello.hash };
    else await this.#sendSnapshot(hello);
    this.deliver();
    this.#events.onBegun(this);
  }

  async #deliverAll(): Promise<void> {
    while (this.#open && this.#sent !== null && this.#sent.revision < this.#source.head) {
      const publications = await this.#source.next(this.#sent.revision);
      if (publications === null) {
        await this.#sendSnapshot(this.hello!);
        continue;
      }
      for (const publication of publications) {
        let hash: string = this.#sent.hash;
        for await (const frame of changeFrames(publication)) hash = await this.#send(frame, hash);
        this.#sent = { revision: publication.revision, hash };
      }
    }
  }

  async #sendSnapshot({ nonce }: Hello): Promise<void> {
    const { revision, frames } = await this.#source.snapshot();
    let hash = this.#chainBegun && this.#sent !== null ? this.#sent.hash : nonce;
    for (const frame of frames) hash = await this.#send(frame, hash);
    this.#sent = { revision, hash };
  }

  /** Resolves with the chain's new hash, at once unless the node is slow. */
  async #send({ text, proves }: ChainedText, previousHash: string): Promise<string> {
    this.#chainBegun = true;
    const hash = createHash("sha256").update(previousHash).update(text).digest("hex");
    if (!this.#open) return hash;
    const taken = new Promise<void>((resolve) => {
      this.#socket.send(proves ? withHash(text, hash) : text, () => resolve());
    });
    if (this.#socket.bufferedAmount > highWaterBytes) await taken;
    return hash;
  }

  #heard(): void {
    this.#heardAt = performance.now();
    this.#events.onHeard(this);
  }

  #beat(): void {
    const { expiresAt } = this.peer.admission;
    if (expiresAt !== null && expiresAt <= Date.now()) {
      this.close(streamClose.unauthorized, "the token has expired");
    } else if (performance.now() - this.#heardAt > silenceMs) {
      this.#reason = "the node was silent";
      this.#socket.terminate();
    } else if (this.#open) this.#socket.ping();
  }
}
