import WebSocket from "ws";
import { type FrameToGateway, type FrameToPortal, streamPath, streamProtocol } from "@/contract/stream";
import { nowhere, type Position } from "@/gateway/follow/position";
import { readFrame } from "@/gateway/follow/read-frame";
import { Receiver, type Update } from "@/gateway/follow/receiver";
import { nodeToken } from "./open-portal";

export interface RawNodeOptions {
  name?: string;
  position?: Position;
  authorization?: string;
  headers?: Record<string, string>;
  protocol?: string;
  /** Answers `applied` by itself. */
  answers?: boolean;
}

const nonce = "a nonce of sixteen characters or more";

/** A gateway's side of the stream without a gateway: it proves every frame and keeps what came. */
export class RawNode {
  readonly frames: FrameToGateway[] = [];
  readonly updates: Update[] = [];
  readonly socket: WebSocket;
  /** Close code and reason, or the HTTP status that the upgrade was answered with. */
  readonly ended: Promise<{ code: number; reason: string } | { status: number }>;
  position: Position;
  bytes = 0;

  constructor(url: string, options: RawNodeOptions = {}) {
    const { name = "raw", position = nowhere, authorization = `Bearer ${nodeToken}`, answers = true } = options;
    this.position = position;
    const receiver = new Receiver(position, nonce);
    this.socket = new WebSocket(`${url}${streamPath}`, options.protocol ?? streamProtocol, {
      headers: { ...(authorization === "" ? {} : { Authorization: authorization }), ...options.headers },
    });
    this.socket.on("open", () => this.hello(name));
    this.socket.on("message", (data) => {
      this.bytes += data.toString().length;
      const frame = readFrame(data.toString());
      if (frame.kind === "preview" || frame.kind === "preview-end" || frame.kind === "evaluate") return;
      this.frames.push(frame);
      const update = receiver.receive(frame);
      if (update === null) return;
      this.updates.push(update);
      this.position = update.position;
      const { revision, hash } = update.position;
      if (answers) this.send({ kind: "applied", revision, hash, durationMs: 1 });
    });
    this.ended = new Promise((resolve) => {
      this.socket.on("unexpected-response", (_request, response) => {
        resolve({ status: response.statusCode ?? 0 });
        response.destroy();
      });
      this.socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() }));
      this.socket.on("error", () => {});
    });
  }

  hello(node: string): void {
    const { revision, anchor, hash } = this.position;
    const addresses = ["http://127.0.0.1:8080"];
    this.send({ kind: "hello", node, version: "1", startedAt: Date.now(), revision, anchor, hash, nonce, addresses });
  }

  send(frame: FrameToPortal): void {
    this.socket.send(JSON.stringify(frame));
  }

  get kinds(): string[] {
    return this.frames.map(({ kind }) => kind);
  }
}
