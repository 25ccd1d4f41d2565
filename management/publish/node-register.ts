import type { Logger } from "pino";
import type { BreakerState } from "@/contract/breaker-state";
import { streamClose } from "@/contract/stream";
import type { NodeRow, Store } from "../store/store";
import type { Hello, NodeConnection, Receipt } from "./node-connection";
import { NodeRecords } from "./node-records";
import type { NodeBreaker, NodeStatus, PublishStatus } from "./status";

const saveSeenMs = 10_000;
/** A node that another portal holds and that was not seen for so long has gone without a word. */
const goneMs = 30_000;
/** Other portals' nodes are known by their rows only. */
const pollOthersMs = 200;

/** What this process knows of a node that is connected to it. */
interface Live {
  connection: NodeConnection;
  status: NodeStatus;
  /** The last revision it applied or refused. */
  answered: number;
  connectedAt: number;
  savedAt: number;
  breakers: readonly BreakerState[];
}

/** Which gateways there are and what they answered: those of this process at once, those of others by their rows. */
export class NodeRegister
  implements Pick<PublishStatus, "nodes" | "subscribe" | "settled" | "consoleAddress" | "breakers">
{
  readonly #store: Store;
  readonly #log: Logger;
  readonly #committedAt: (revision: number) => number | null;
  readonly #records: NodeRecords;
  readonly #live = new Map<string, Live>();
  readonly #listeners = new Set<() => void>();

  constructor(store: Store, log: Logger, committedAt: (revision: number) => number | null) {
    this.#store = store;
    this.#log = log;
    this.#committedAt = committedAt;
    this.#records = new NodeRecords(store, (error) => log.error({ err: error }, "a receipt could not be written"));
  }

  async nodes(): Promise<NodeStatus[]> {
    await this.#records.flush();
    const [rows, head] = await Promise.all([this.#store.nodes.list(), this.#store.revision()]);
    return Promise.all(
      rows.map(async (row) => {
        const status = this.#live.get(row.name)?.status ?? (await this.#statusOf(row));
        return { ...status, addresses: [...status.addresses], lag: Math.max(0, head - status.revision) };
      }),
    );
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async settled(revision: number, timeoutMs: number): Promise<NodeStatus[]> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const leftMs = deadline - performance.now();
      const here = [...this.#live.values()].every(({ answered }) => answered >= revision);
      if (here || leftMs <= 0) {
        const nodes = await this.nodes();
        if (leftMs <= 0 || nodes.every((node) => this.#hasAnswered(node, revision))) return nodes;
      }
      await this.#news(this.#store.dialect === "postgresql" ? Math.min(leftMs, pollOthersMs) : leftMs);
    }
  }

  /** Whoever shows the status should look again. */
  tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  breakers(): NodeBreaker[] {
    return [...this.#live.values()].flatMap(({ status, breakers }) =>
      breakers.map((breaker) => ({ node: status.name, ...breaker })),
    );
  }

  /** Where the portal itself may send a request: a connected gateway of this installation. */
  consoleAddress(): string | null {
    return this.consoleNode()?.origin ?? null;
  }

  consoleNode(): { connection: NodeConnection; origin: string } | null {
    for (const { connection, status } of this.#live.values()) {
      // A gateway that came by a gateway resource's token could lead the portal to a neighbour of its own.
      if (connection.peer.admission.gatewayId !== null) continue;
      const address = status.addresses.find((url) => url.startsWith("http:"));
      if (address !== undefined) return { connection, origin: originAt(connection.peer.address, address) };
    }
    return null;
  }

  came(connection: NodeConnection, hello: Hello): void {
    const { node: name, version, startedAt, revision, addresses } = hello;
    this.#live.get(name)?.connection.close(streamClose.replaced, "another connection has this node's name");
    const now = Date.now();
    const status = { name, version, startedAt, revision, addresses, connected: true, seenAt: now, lag: 0 };
    const live: Live = {
      connection,
      status: { ...status, latencyMs: null, refused: null, openBreakers: 0 },
      answered: revision,
      connectedAt: now,
      savedAt: now,
      breakers: [],
    };
    this.#live.set(name, live);
    this.#save(live);
    this.#log.info({ node: name, revision, peer: connection.peer.address }, "gateway connected");
    this.tell();
  }

  answered(connection: NodeConnection, answer: Receipt): void {
    const live = this.#liveOf(connection);
    if (live === undefined) return;
    const now = Date.now();
    const { revision } = answer;
    const refused = answer.kind === "refused" ? answer.reason : null;
    // What was committed before the node came tells nothing of how fast changes travel.
    const latencyMs = Math.max(0, now - Math.max(this.#committedAt(revision) ?? 0, live.connectedAt));
    Object.assign(live.status, { seenAt: now, latencyMs, refused });
    if (refused === null) live.status.revision = revision;
    else this.#log.warn({ node: live.status.name, revision, reason: refused }, "gateway refused a change");
    live.answered = Math.max(live.answered, revision);
    const durationMs = answer.kind === "applied" ? answer.durationMs : 0;
    this.#records.receipt({ node: live.status.name, revision, at: new Date(now), latencyMs, durationMs, refused });
    this.#save(live);
    this.tell();
  }

  toldOfBreakers(connection: NodeConnection, breakers: readonly BreakerState[]): void {
    const live = this.#liveOf(connection);
    if (live === undefined) return;
    live.breakers = breakers;
    const open = breakers.filter(({ state }) => state === "open").length;
    if (live.status.openBreakers === open) return;
    live.status.openBreakers = open;
    this.tell();
  }

  heard(connection: NodeConnection): void {
    const live = this.#liveOf(connection);
    if (live === undefined) return;
    live.status.seenAt = Date.now();
    if (live.status.seenAt - live.savedAt >= saveSeenMs) this.#save(live);
  }

  went(connection: NodeConnection, reason: string): void {
    const live = this.#liveOf(connection);
    if (live === undefined) return;
    this.#live.delete(live.status.name);
    live.status.connected = false;
    this.#save(live);
    this.#log.info({ node: live.status.name, reason }, "gateway gone");
    this.tell();
  }

  /** Everything noted so far can be read from the store. */
  flush(): Promise<void> {
    return this.#records.flush();
  }

  #liveOf(connection: NodeConnection): Live | undefined {
    const live = this.#live.get(connection.hello?.node ?? "");
    return live?.connection === connection ? live : undefined;
  }

  #hasAnswered(node: NodeStatus, revision: number): boolean {
    const live = this.#live.get(node.name);
    return !node.connected || (live?.answered ?? node.revision) >= revision;
  }

  async #statusOf(row: NodeRow): Promise<NodeStatus> {
    const [receipt] = await this.#store.nodes.receipts({ node: row.name, top: 1 });
    const elsewhere = this.#store.dialect === "postgresql" && Date.now() - row.seenAt.getTime() < goneMs;
    return {
      name: row.name,
      version: row.version,
      connected: row.connected && elsewhere,
      startedAt: row.startedAt.getTime(),
      seenAt: row.seenAt.getTime(),
      revision: row.revision,
      lag: 0,
      latencyMs: receipt?.latencyMs ?? null,
      refused: receipt?.refused ?? null,
      openBreakers: null,
      addresses: row.addresses,
    };
  }

  #save(live: Live): void {
    const { name, version, startedAt, seenAt, connected, revision, addresses } = live.status;
    live.savedAt = seenAt;
    const times = { startedAt: new Date(startedAt), seenAt: new Date(seenAt) };
    this.#records.note({ name, version, ...times, connected, revision, addresses });
  }

  #news(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const stop = () => {
        clearTimeout(timer);
        unsubscribe();
        resolve();
      };
      const timer = setTimeout(stop, withinMs);
      const unsubscribe = this.subscribe(stop);
    });
  }
}

/** The listener that an address names, at the host the gateway was seen to come from: never a host that it merely names. */
function originAt(peer: string, address: string): string {
  const host = peer.replace(/^::ffff:(?=\d+\.)/, "");
  const { port } = new URL(address);
  return `http://${host.includes(":") ? `[${host}]` : host}:${port || "80"}`;
}
