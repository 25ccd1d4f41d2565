import { createHash } from "node:crypto";
import { chainText } from "@/contract/chain";
import type { GatewayDocument } from "@/contract/documents";
import type { FrameToGateway } from "@/contract/stream";
import type { Position } from "./position";
import { BrokenStream } from "./read-frame";

/** Something whole and proven, ready to be applied. */
export type Update =
  | { kind: "snapshot"; documents: GatewayDocument[]; position: Position; committedAt: number }
  | { kind: "change"; put: GatewayDocument[]; remove: string[]; position: Position; committedAt: number };

/**
 * Puts the frames of one connection together and proves them: each must continue the chain, and each change the revision
 * before it. The first frame that does not throws, and the connection is of no more use.
 */
export class Receiver {
  #position: Position;
  /** null until the first frame has told where the chain begins. */
  #hash: string | null = null;
  readonly #nonce: string;
  #snapshot: { revision: number; documents: GatewayDocument[] } | null = null;
  #parts: { put: GatewayDocument[]; remove: string[] }[] = [];

  constructor(position: Position, nonce: string) {
    this.#position = position;
    this.#nonce = nonce;
  }

  receive(frame: FrameToGateway): Update | null {
    if (frame.kind === "snapshot-begin") {
      if (this.#snapshot !== null || this.#parts.length > 0) throw new BrokenStream("a snapshot begins inside another");
      this.#hash ??= this.#nonce;
      this.#snapshot = { revision: frame.revision, documents: [] };
    }
    if (this.#hash === null && this.#position.revision === 0)
      throw new BrokenStream("a change came before any snapshot");
    this.#hash ??= this.#position.hash;
    this.#hash = createHash("sha256").update(this.#hash).update(chainText(frame)).digest("hex");
    switch (frame.kind) {
      case "snapshot-begin":
        return null;
      case "snapshot-part":
        if (this.#snapshot === null) throw new BrokenStream("a part belongs to no snapshot");
        for (const document of frame.documents) this.#snapshot.documents.push(document);
        return null;
      case "snapshot-end":
        return this.#endSnapshot(frame);
      case "change-part":
        if (this.#snapshot !== null) throw new BrokenStream("a change stands inside a snapshot");
        this.#parts.push(frame);
        return null;
      case "change":
        return this.#change(frame);
    }
  }

  #endSnapshot(frame: Extract<FrameToGateway, { kind: "snapshot-end" }>): Update {
    const snapshot = this.#snapshot;
    if (snapshot === null || snapshot.revision !== frame.revision)
      throw new BrokenStream("a snapshot ends that never began");
    const position = this.#prove(frame);
    this.#snapshot = null;
    return { kind: "snapshot", documents: snapshot.documents, position, committedAt: frame.committedAt };
  }

  #change(frame: Extract<FrameToGateway, { kind: "change" }>): Update {
    if (this.#snapshot !== null) throw new BrokenStream("a change stands inside a snapshot");
    const at = this.#position.revision;
    if (frame.previousRevision !== at || frame.revision <= at) {
      const told = `a change from revision ${frame.previousRevision} to ${frame.revision}`;
      throw new BrokenStream(`${told} does not follow revision ${at}`);
    }
    const position = this.#prove(frame);
    const put = this.#parts.flatMap((part) => part.put).concat(frame.put);
    const remove = this.#parts.flatMap((part) => part.remove).concat(frame.remove);
    this.#parts = [];
    return { kind: "change", put, remove, position, committedAt: frame.committedAt };
  }

  #prove(frame: { revision: number; anchor: string; hash: string }): Position {
    if (frame.hash !== this.#hash)
      throw new BrokenStream(`revision ${frame.revision} does not continue the hash chain`);
    this.#position = { revision: frame.revision, anchor: frame.anchor, hash: frame.hash };
    return this.#position;
  }
}
