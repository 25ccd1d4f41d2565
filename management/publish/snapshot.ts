import { chainText } from "@/contract/chain";
import type { Store } from "../store/store";
import { anchorOf } from "./anchor";
import { type ChainedText, SnapshotParts } from "./frames";
import type { Projector } from "./project-document";
import { takeTurns } from "./turns";

export interface Snapshot {
  revision: number;
  frames: ChainedText[];
}

/**
 * The whole configuration as frames. The store is read at its own pace and let go, so that a slow gateway holds nothing
 * open; gateways that ask at the same time share one.
 */
export class Snapshots {
  readonly #store: Store;
  readonly #projector: Projector;
  #taking: Promise<Snapshot> | null = null;

  constructor(store: Store, projector: Projector) {
    this.#store = store;
    this.#projector = projector;
  }

  take(): Promise<Snapshot> {
    this.#taking ??= this.#read().finally(() => {
      this.#taking = null;
    });
    return this.#taking;
  }

  async #read(): Promise<Snapshot> {
    const { revision, committedAt, pages } = await this.#store.snapshot();
    const turn = takeTurns();
    const parts = new SnapshotParts();
    for await (const page of pages) {
      for (const stored of page) {
        const document = await this.#projector.project(stored);
        if (document !== null) parts.add(document);
        await turn();
      }
    }
    parts.end();
    const change = await this.#store.change(revision);
    const anchor = change === null ? "" : anchorOf(change);
    const begin = chainText({ kind: "snapshot-begin", revision });
    const end = chainText({ kind: "snapshot-end", revision, committedAt, anchor, hash: "" });
    return {
      revision,
      frames: [
        { text: begin, proves: false },
        ...parts.texts.map((text) => ({ text, proves: false })),
        { text: end, proves: true },
      ],
    };
  }
}
