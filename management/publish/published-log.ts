import type { GatewayDocument } from "@/contract/documents";
import type { JsonObject } from "@/lib/json";
import { parentIdOf } from "../store/parent-id";
import type { Change, ChangeEntry, Store, StoredDocument } from "../store/store";
import { anchorOf } from "./anchor";
import type { Projector } from "./project-document";
import { merge, type Publication, sorted } from "./publication";
import { takeTurns } from "./turns";

const changesPerRead = 100;
const maxKept = 1_000;
const maxKeptDocuments = 20_000;
/** Beyond this a snapshot is the cheaper way to catch up. */
const maxCatchUp = 1_000;
const retryMs = 500;
/** PostgreSQL's notifications can be lost with their connection. */
const pollMs = 5_000;

/**
 * The log as gateways see it: every change projected once, in order, and the latest of them kept, so that a gateway that
 * was away for a moment is told only what it missed.
 */
export class PublishedLog {
  #head: number;
  #kept: Publication[] = [];
  #keptDocuments = 0;
  #wanted = 0;
  #reading: Promise<void> | null = null;
  #closed = false;
  readonly #stopListening: () => void;
  readonly #poll: NodeJS.Timeout;

  constructor(
    private readonly store: Store,
    private readonly projector: Projector,
    head: number,
    private readonly events: { onAdvance(change: Change): void; onTrouble(error: unknown): void },
  ) {
    this.#head = head;
    this.#stopListening = store.onCommit((revision) => this.#wake(revision));
    this.#poll = setInterval(() => {
      store.revision().then((revision) => this.#wake(revision), events.onTrouble);
    }, pollMs);
    this.#poll.unref();
  }

  /** The last revision that is ready to be sent. */
  get head(): number {
    return this.#head;
  }

  /** null when it is no longer kept. */
  committedAt(revision: number): number | null {
    return this.#kept.findLast((publication) => publication.revision === revision)?.committedAt ?? null;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopListening();
    clearInterval(this.#poll);
    await this.#reading;
  }

  /** What follows a revision, one publication per change or, when there are more than `maxSingle`, merged into one. */
  after(revision: number, maxSingle: number): Publication[] | null {
    const from = this.#kept.findIndex(({ previousRevision }) => previousRevision === revision);
    if (from < 0) return null;
    const [first, ...rest] = this.#kept.slice(from);
    if (first === undefined) return null;
    return rest.length < maxSingle ? [first, ...rest] : [merge([first, ...rest])];
  }

  /** Everything after a revision that is no longer kept, as one publication; null when a snapshot is cheaper. */
  async catchUp(revision: number): Promise<Publication | null> {
    const to = this.#head;
    if (to - revision > maxCatchUp) return null;
    const last = new Map<string, ChangeEntry>();
    let newest: Change | undefined;
    for (let after = revision; after < to; ) {
      const { changes } = await this.store.changes({ after, ascending: true, top: changesPerRead });
      const wanted = changes.filter((change) => change.revision <= to);
      for (const change of wanted) for (const entry of change.entries) last.set(entry.id, entry);
      newest = wanted.at(-1);
      if (newest === undefined) return null;
      after = newest.revision;
    }
    if (newest === undefined) return null;
    return this.#publication({ ...newest, entries: [...last.values()] }, revision, anchorOf(newest));
  }

  #wake(revision: number): void {
    if (this.#closed || revision <= Math.max(this.#head, this.#wanted)) return;
    this.#wanted = revision;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
      if (this.#wanted > this.#head) this.#wakeAgain();
    });
  }

  #wakeAgain(): void {
    const wanted = this.#wanted;
    this.#wanted = 0;
    this.#wake(wanted);
  }

  async #read(): Promise<void> {
    while (this.#wanted > this.#head && !this.#closed) {
      try {
        const { changes } = await this.store.changes({ after: this.#head, ascending: true, top: changesPerRead });
        for (const change of changes) {
          const publication = await this.#publication(change, this.#head, anchorOf(change));
          this.#keep(publication);
          this.#head = change.revision;
          this.events.onAdvance(change);
        }
        // Told of what cannot be read: nothing to wait for here, the next look finds it.
        if (changes.length === 0) this.#wanted = this.#head;
      } catch (error) {
        this.events.onTrouble(error);
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  }

  async #publication(change: Change, previousRevision: number, anchor: string): Promise<Publication> {
    const words = new Map<string, GatewayDocument | null>();
    const turn = takeTurns();
    for (const entry of change.entries) {
      if (!this.projector.knows(entry.type)) continue;
      words.set(entry.id, entry.after === null ? null : await this.projector.project(storedAs(entry, change)));
      await turn();
    }
    const { revision, at } = change;
    return { revision, previousRevision, committedAt: at.getTime(), anchor, ...sorted(words) };
  }

  #keep(publication: Publication): void {
    this.#kept.push(publication);
    this.#keptDocuments += publication.put.length;
    while (this.#kept.length > maxKept || (this.#keptDocuments > maxKeptDocuments && this.#kept.length > 1)) {
      this.#keptDocuments -= this.#kept.shift()?.put.length ?? 0;
    }
  }
}

/** The document as this change left it, which is not always as it stands now. */
function storedAs(entry: ChangeEntry, { revision, at }: Change): StoredDocument {
  const { id, type, name } = entry;
  return {
    id,
    type,
    name,
    parentId: parentIdOf(id),
    properties: entry.after as JsonObject,
    revision,
    createdAt: at,
    changedAt: at,
  };
}
