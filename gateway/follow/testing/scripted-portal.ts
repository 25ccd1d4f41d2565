import { createHash } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { chainText, withHash } from "@/contract/chain";
import { type FrameToGateway, type FrameToPortal, streamPath, streamProtocol } from "@/contract/stream";

export type Hello = Extract<FrameToPortal, { kind: "hello" }>;

/** Writes frames as a portal would, each continuing the chain. */
export class Chain {
  constructor(public hash: string) {}

  text(frame: FrameToGateway): string {
    const text = chainText(frame);
    this.hash = createHash("sha256").update(this.hash).update(text).digest("hex");
    return "hash" in frame ? withHash(text, this.hash) : text;
  }
}

/** One gateway's connection as the test sees it: it sends what the test says and keeps what the gateway answers. */
export interface Visit {
  hello: Hello;
  /** From the hello's hash; a snapshot's begins with the nonce. */
  chain: Chain;
  socket: WebSocket;
  answers: FrameToPortal[];
  closed: Promise<number>;
}

/** A real WebSocket server that says exactly what a test tells it to, right or wrong. */
export class ScriptedPortal {
  readonly visits: Visit[] = [];
  readonly authorizations: (string | undefined)[] = [];
  readonly #server = new WebSocketServer({ port: 0, host: "127.0.0.1", path: streamPath });

  constructor(onVisit: (visit: Visit, index: number) => void) {
    this.#server.on("connection", (socket, request) => {
      this.authorizations.push(request.headers.authorization);
      if (socket.protocol !== streamProtocol) throw new Error(`The gateway speaks ${socket.protocol}.`);
      const answers: FrameToPortal[] = [];
      const closed = new Promise<number>((resolve) => socket.on("close", resolve));
      socket.on("message", (data) => {
        const frame = JSON.parse(data.toString()) as FrameToPortal;
        if (frame.kind !== "hello") {
          answers.push(frame);
          return;
        }
        const visit = { hello: frame, chain: new Chain(frame.hash), socket, answers, closed };
        this.visits.push(visit);
        onVisit(visit, this.visits.length - 1);
      });
    });
  }

  async url(): Promise<string> {
    if (this.#server.address() === null) await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** The frames of a snapshot, each document in a part of its own. */
export function snapshotTexts(
  { hello, chain }: Visit,
  revision: number,
  documents: Extract<FrameToGateway, { kind: "snapshot-part" }>["documents"],
): string[] {
  chain.hash = hello.nonce;
  return [
    chain.text({ kind: "snapshot-begin", revision }),
    ...documents.map((document) => chain.text({ kind: "snapshot-part", documents: [document] })),
    chain.text({ kind: "snapshot-end", revision, committedAt: 1, anchor: `anchor-${revision}`, hash: "" }),
  ];
}

export function changeText(
  { chain }: Visit,
  revision: number,
  change: Partial<Extract<FrameToGateway, { kind: "change" }>>,
): string {
  return chain.text({
    kind: "change",
    revision,
    previousRevision: revision - 1,
    committedAt: Date.now(),
    anchor: `anchor-${revision}`,
    put: [],
    remove: [],
    ...change,
    hash: "",
  });
}
