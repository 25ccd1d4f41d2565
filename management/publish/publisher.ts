import type WebSocket from "ws";
import type { Evaluation, EvaluationRequest } from "@/contract/console-run";
import { streamClose } from "@/contract/stream";
import { log } from "@/lib/log";
import type { Sealer } from "@/lib/seal";
import { draftDigest } from "../log/draft-digest";
import type { Change, Store } from "../store/store";
import { debugPublicKey } from "../trace/debug-token";
import { KeptTraces } from "../trace/kept-traces";
import { type AdmitNode, admitWith, type Peer } from "./admit-node";
import { anchorOf } from "./anchor";
import { Asides } from "./asides";
import { NodeConnection, type Source } from "./node-connection";
import { NodeRegister } from "./node-register";
import { projectWith } from "./project-document";
import { PublishedLog } from "./published-log";
import { Snapshots } from "./snapshot";
import type { DraftToPreview, NodeBreaker, NodeStatus, PublishStatus } from "./status";

/** A gateway further behind than this is told the rest as one change. */
const maxSingle = 32;

export interface PublisherSettings {
  store: Store;
  /** What the gateway of this installation shows; without it only gateway resources' tokens are let in. */
  nodeToken?: string;
  /** Without it nothing can be traced. */
  sealer?: Sealer;
}

export async function openPublisher(settings: PublisherSettings): Promise<Publisher> {
  return new Publisher(settings, await settings.store.revision());
}

/** Brings every commit to every connected gateway and keeps what they answer. */
export class Publisher implements PublishStatus {
  readonly admit: AdmitNode;
  readonly #log: PublishedLog;
  readonly #source: Source;
  readonly #register: NodeRegister;
  readonly #connections = new Set<NodeConnection>();
  readonly #events = log("publish");
  readonly #traces: KeptTraces | null;
  readonly #asides: Asides;
  readonly #stopListening: () => void;
  #closed = false;

  constructor({ store, nodeToken, sealer }: PublisherSettings, head: number) {
    const events = this.#events;
    this.admit = admitWith(store, nodeToken);
    this.#traces =
      sealer === undefined
        ? null
        : new KeptTraces(store, sealer, (error) => events.error({ err: error }, "a trace could not be kept"));
    const installation = {
      debugPublicKey: sealer === undefined ? null : debugPublicKey(sealer),
      affinityKey: sealer === undefined ? null : sealer.derive("session affinity").toString("base64url"),
    };
    const projector = projectWith(store, installation, ({ id, type }, error) =>
      events.error({ id, type, err: error }, "This document cannot be projected; gateways go without it."),
    );
    const published = new PublishedLog(store, projector, head, {
      onAdvance: (change) => this.#onAdvance(change),
      onTrouble: (error) => events.error({ err: error }, "The log could not be read; trying again."),
    });
    const snapshots = new Snapshots(store, projector);
    this.#log = published;
    this.#asides = new Asides({
      sealer: sealer ?? null,
      projector,
      connections: () => this.#connections,
      consoleNode: () => this.#register.consoleNode()?.connection ?? null,
      drafts: {
        digest: async (draftId) => {
          const draft = await store.drafts.read(draftId);
          return draft === null ? null : draftDigest(draft.entries);
        },
        changedAt: (ids) => store.drafts.changedAt(ids),
      },
      onTrouble: (error) => events.error({ err: error }, "a draft that is previewed could not be read; trying again"),
    });
    this.#stopListening = store.onDraft((draftId) => this.#asides.draftWritten(draftId));
    this.#register = new NodeRegister(store, events, (revision) => published.committedAt(revision));
    this.#source = {
      get head() {
        return published.head;
      },
      recognises: async ({ revision, anchor }) => {
        if (revision === 0) return false;
        // Another portal may have told it of a change that this one has not read yet.
        const change = await store.change(revision);
        return change !== null && anchorOf(change) === anchor;
      },
      next: async (revision) => {
        const kept = published.after(revision, maxSingle);
        if (kept !== null) return kept;
        const missed = await published.catchUp(revision);
        return missed === null ? null : [missed];
      },
      snapshot: () => snapshots.take(),
    };
  }

  nodes(): Promise<NodeStatus[]> {
    return this.#register.nodes();
  }

  subscribe(listener: () => void): () => void {
    return this.#register.subscribe(listener);
  }

  settled(revision: number, timeoutMs: number): Promise<NodeStatus[]> {
    return this.#register.settled(revision, timeoutMs);
  }

  consoleAddress(): string | null {
    return this.#register.consoleAddress();
  }

  breakers(): NodeBreaker[] {
    return this.#register.breakers();
  }

  async trace(id: string): Promise<string | null> {
    return (await this.#traces?.read(id)) ?? null;
  }

  async traceWithin(id: string, timeoutMs: number): Promise<string | null> {
    return (await this.#traces?.within(id, timeoutMs)) ?? null;
  }

  preview(draft: DraftToPreview): Promise<string> {
    return this.#asides.preview(draft);
  }

  evaluate(asked: EvaluationRequest): Promise<Evaluation> {
    return this.#asides.evaluate(asked);
  }

  /** Takes over the socket of a gateway that was let in. */
  accept(socket: WebSocket, peer: Peer): void {
    const connection = new NodeConnection(socket, peer, this.#source, {
      onHello: (it, hello) => this.#register.came(it, hello),
      onBegun: (it) => this.#asides.begun(it),
      onAnswer: (it, answer) => {
        if (answer.kind === "trace") this.#traces?.keep(answer.id, answer.text);
        else if (answer.kind === "breakers") this.#register.toldOfBreakers(it, answer.breakers);
        else if (answer.kind === "previewed" || answer.kind === "evaluated") this.#asides.answered(it, answer);
        else this.#register.answered(it, answer);
      },
      onHeard: (it) => this.#register.heard(it),
      onEnd: (it, reason) => {
        this.#connections.delete(it);
        this.#asides.gone(it);
        this.#register.went(it, reason);
      },
      onTrouble: (error) => this.#events.error({ err: error }, "a gateway could not be served; it will come again"),
    });
    this.#connections.add(connection);
    if (this.#closed) connection.close(streamClose.restart, "the portal is going away");
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopListening();
    this.#asides.close();
    await this.#log.close();
    const ended = [...this.#connections].map((connection) => connection.ended);
    for (const connection of this.#connections) connection.close(streamClose.restart, "the portal is going away");
    await Promise.all(ended);
    await this.#register.flush();
    await this.#traces?.flush();
  }

  #onAdvance(change: Change): void {
    for (const connection of this.#connections) connection.deliver();
    if (change.entries.some(({ type }) => type === "gateways")) this.#admitAgain();
    this.#register.tell();
  }

  /** A gateway was removed or has new keys: who came by the old ones leaves. */
  #admitAgain(): void {
    for (const connection of this.#connections) {
      if (connection.peer.admission.gatewayId === null) continue;
      this.admit(connection.peer.authorization).then(
        (admission) => {
          if (admission === null) connection.close(streamClose.unauthorized, "the gateway is gone or has new keys");
        },
        (error) => this.#events.error({ err: error }, "a gateway's token could not be checked again"),
      );
    }
  }
}
