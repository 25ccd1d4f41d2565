import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { AnyFrameToGateway, AsideToGateway, FrameToPortal } from "@/contract/stream";
import type { Program } from "@/gateway/program/program";
import type { Sealer } from "@/lib/seal";
import { Configuration, type Programs } from "./configuration";
import { LastGood } from "./last-good";
import { nowhere, type Position } from "./position";
import { BrokenStream, readFrame } from "./read-frame";
import { Receiver, type Update } from "./receiver";
import { retryDelayMs } from "./retry-delay";
import { StreamConnection } from "./stream-connection";

/** How long a portal may take to start. */
const startingMs = 20_000;
/** A connection that held this long was a good one: the next failure is again the first. */
const steadyMs = 2_000;
const listeningWithinMs = 5_000;
/** After so many broken streams in a row the fault may be in what this node holds, so it asks for everything. */
const maxBroken = 3;

export interface FollowOptions {
  /** The portal's URL. */
  controlUrl: string;
  token: string;
  node: string;
  version: string;
  /** URLs at which this gateway takes traffic. */
  addresses: () => string[];
  programs: Programs;
  /** Puts a program in use: one assignment, between requests. */
  use(program: Program): void;
  /** What the portal asks for beside the log, with a way to answer. */
  onAside?(frame: AsideToGateway, answer: (frame: FrameToPortal) => void): void;
  /** What a portal is told each time that it is met, after who this is. */
  greeting?(): FrameToPortal[];
  lastGood: { file: string; sealer: Sealer } | null;
  log: FollowLog;
}
export interface FollowLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface FollowStatus {
  connected: boolean;
  /** null until there is a program. */
  revision: number | null;
  /** The change that was refused last and not yet mended. */
  refused: { revision: number; reason: string } | null;
  /** Commit to applied of the last change, by this machine's clock. */
  lagMs: number | null;
  appliedAt: number | null;
}

export interface Follower {
  status(): FollowStatus;
  /** Tells the portal something beyond the log; lost where there is no connection. */
  send(frame: FrameToPortal): void;
  stop(): Promise<void>;
}

/** Loads the last good state, then follows the portal until stopped. Returns when what was on disk is in use. */
export async function follow(options: FollowOptions): Promise<Follower> {
  const following = new Following(options);
  await following.restore();
  const running = following.run();
  return {
    status: () => ({ ...following.status }),
    send: (frame) => following.send(frame),
    stop: async () => {
      following.end();
      await running;
      await following.lastGood?.close();
    },
  };
}

class Following {
  readonly status: FollowStatus = { connected: false, revision: null, refused: null, lagMs: null, appliedAt: null };
  readonly lastGood: LastGood | null;
  readonly #options: FollowOptions;
  readonly #configuration: Configuration;
  readonly #stopping = new AbortController();
  readonly #startedAt = Date.now();
  #connection: StreamConnection | null = null;
  #broken = 0;

  constructor(options: FollowOptions) {
    this.#options = options;
    this.#configuration = new Configuration(options.programs);
    const onTrouble = (message: string, error: unknown) => options.log.error({ err: error }, message);
    this.lastGood = options.lastGood === null ? null : new LastGood({ ...options.lastGood, onTrouble });
  }

  async restore(): Promise<void> {
    const { log, lastGood } = this.#options;
    try {
      const state = (await this.lastGood?.read()) ?? null;
      if (state === null) return;
      this.#use(this.#configuration.restore(state.documents.values(), state.position));
      log.info({ revision: state.position.revision, documents: state.documents.size }, "serving the last good state");
    } catch (error) {
      log.error({ err: error, file: lastGood?.file }, "The last good state is refused; waiting for the portal.");
    }
  }

  async run(): Promise<void> {
    const { log } = this.#options;
    const { signal } = this.#stopping;
    const startedAt = performance.now();
    let failures = 0;
    await this.#listening();
    while (!signal.aborted) {
      const { openMs, reason } = await this.#connect();
      if (signal.aborted) return;
      failures = openMs !== null && openMs >= steadyMs ? 1 : failures + 1;
      const delayMs = retryDelayMs(failures);
      // Started together with its portal, a gateway is first: that is nothing to warn of.
      const starting = openMs === null && performance.now() - startedAt < startingMs;
      if (!starting) log.warn({ reason, delayMs }, "not connected to the portal");
      if (delayMs > 0) await sleep(delayMs, undefined, { signal }).catch(() => undefined);
    }
  }

  send(frame: FrameToPortal): void {
    this.#connection?.send(frame);
  }

  end(): void {
    this.#stopping.abort();
    this.#connection?.close();
  }

  /** A portal is told where this gateway takes traffic, which is known once its listeners are bound. */
  async #listening(): Promise<void> {
    const { signal } = this.#stopping;
    const until = performance.now() + listeningWithinMs;
    while (this.#options.addresses().length === 0 && performance.now() < until && !signal.aborted) {
      await sleep(5, undefined, { signal }).catch(() => undefined);
    }
  }

  async #connect() {
    const { controlUrl, token, version, addresses, greeting, log } = this.#options;
    // Host names may hold what a node's name may not.
    const node = this.#options.node.replace(/[^\w.:-]/g, "-").slice(0, 100) || "gateway";
    this.#configuration.rewind();
    const position: Position = this.#broken >= maxBroken ? nowhere : this.#configuration.position;
    const nonce = randomUUID();
    const receiver = new Receiver(position, nonce);
    const connection = new StreamConnection({
      controlUrl,
      token,
      onOpen: () => {
        this.status.connected = true;
        const startedAt = this.#startedAt;
        connection.send({ kind: "hello", node, version, startedAt, ...position, nonce, addresses: addresses() });
        for (const frame of greeting?.() ?? []) connection.send(frame);
        log.info({ revision: position.revision }, "connected to the portal");
      },
      onFrame: (data) => this.#onFrame(receiver, data),
    });
    this.#connection = connection;
    const ended = await connection.ended;
    this.status.connected = false;
    return ended;
  }

  #onFrame(receiver: Receiver, data: string): boolean {
    let update: Update | null;
    try {
      const frame = readFrame(data);
      if (isAside(frame)) {
        this.#options.onAside?.(frame, (answer) => this.send(answer));
        return true;
      }
      update = receiver.receive(frame);
    } catch (error) {
      if (!(error instanceof BrokenStream)) throw error;
      this.#broken++;
      this.#options.log.error({ reason: error.message }, "The stream is broken; nothing of it was applied. Resuming.");
      return false;
    }
    if (update !== null) this.#take(update);
    return true;
  }

  #take(update: Update): void {
    const { log } = this.#options;
    const outcome = this.#configuration.take(update);
    if (outcome.kind === "refused") {
      const { revision, reason, cause } = outcome;
      this.status.refused = { revision, reason };
      this.#connection?.send({ kind: "refused", revision, reason });
      log.error({ revision, err: cause }, "A change was refused; the program before it stays in use.");
      return;
    }
    const { program, position, durationMs, written } = outcome;
    this.#use(program);
    this.#broken = 0;
    const now = Date.now();
    Object.assign(this.status, { refused: null, lagMs: Math.max(0, now - update.committedAt), appliedAt: now });
    this.#connection?.send({ kind: "applied", revision: position.revision, hash: position.hash, durationMs });
    this.lastGood?.record(program.documents, position, written);
  }

  #use(program: Program): void {
    this.#options.use(program);
    this.status.revision = this.#configuration.position.revision;
  }
}

const isAside = (frame: AnyFrameToGateway): frame is AsideToGateway =>
  frame.kind === "preview" || frame.kind === "preview-end" || frame.kind === "evaluate";
