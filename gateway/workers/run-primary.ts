import type { Worker } from "node:cluster";
import { createServer } from "node:http";
import { hostname } from "node:os";
import type { BreakerState } from "@/contract/breaker-state";
import type { AsideToGateway, FrameToPortal, PreviewFrame } from "@/contract/stream";
import { createAdminServer } from "@/gateway/admin";
import { bind } from "@/gateway/bind";
import type { Ending } from "@/gateway/ending";
import { answerEvaluation } from "@/gateway/evaluation/answer-evaluation";
import { type Follower, type FollowOptions, follow } from "@/gateway/follow/follow";
import { reportBreakers } from "@/gateway/follow/report-breakers";
import { Metrics } from "@/gateway/metrics";
import { portPlaces } from "@/gateway/port-places";
import { Previews } from "@/gateway/preview/previews";
import type { Program } from "@/gateway/program/program";
import { MemoryCache } from "@/gateway/stores/cache/memory-cache";
import { KeptCounts } from "@/gateway/stores/counters/kept-counts";
import { keptCounts } from "@/gateway/stores/counters/kept-counts-place";
import { MemoryCounters } from "@/gateway/stores/counters/memory-counters";
import type { Env } from "@/lib/env";
import { answerAsks } from "./answer-asks";
import { programChanges, wholeProgram } from "./document-changes";
import { mergeBreakers } from "./merge-breakers";
import { mergeMetrics } from "./merge-metrics";
import type { ToPrimary } from "./messages";
import { WorkerPool } from "./worker-pool";

export interface PrimaryOptions {
  count: number;
  settings: Env;
  /** What the gateway does to follow its portal, wherever it runs. */
  following: Omit<FollowOptions, "use" | "addresses" | "onAside">;
  innerPorts: number[];
  /** Beside its portal it is reached under the portal's own name. */
  besidePortal: boolean;
  ending: Ending;
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void };
}

/** How long a worker may take to say how it does. */
const measureMs = 2_000;
/** How long a worker may take until its requests can have a preview. */
const previewMs = 5_000;

/**
 * The process that keeps the workers: it follows the portal for all of them, keeps their counts and their cache, and
 * answers for them to the supervisor, to the portal and on the admin port. It takes no requests itself.
 */
export async function runPrimary(options: PrimaryOptions): Promise<void> {
  const primary = new Primary(options);
  await primary.start();
}

class Primary {
  readonly #options: PrimaryOptions;
  readonly #counters = new MemoryCounters();
  readonly #cache = new MemoryCache();
  readonly #metrics = new Metrics();
  readonly #addresses: string[] = [];
  /** Those that have been told what to run as far as that is known. */
  readonly #told = new Set<Worker>();
  /** Those of them that listen. */
  readonly #taking = new Set<Worker>();
  readonly #breakers = new Map<Worker, readonly BreakerState[]>();
  readonly #previews = new Previews();
  readonly #previewing = new Map<number, { left: Set<Worker>; done: () => void }>();
  #nextPreview = 0;
  readonly #measuring = new Map<number, { worker: Worker; resolve: (text: string) => void }>();
  #program: Program | null = null;
  #follower: Follower | null = null;
  #pool: WorkerPool | null = null;
  #listening: (() => void) | null = null;
  #nextMeasure = 0;

  constructor(options: PrimaryOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { settings, following, innerPorts, besidePortal, ending, log, count } = this.#options;
    const kept = settings.REDIS_URL === undefined ? new KeptCounts(this.#counters, keptCounts(settings)) : null;
    const places = portPlaces(settings);
    const port = await freePort(places.traffic);
    const tlsPort = await freePort(places.tls);
    const admin = createAdminServer({
      metrics: { text: () => this.#measure(), contentType: this.#metrics.contentType },
      breakers: () => mergeBreakers(this.#breakers.values()),
      notReady: () => this.#notReady(),
    });
    const adminPort = await bind(admin, places.admin);
    innerPorts.push(adminPort);
    const host = besidePortal ? "localhost" : hostname();
    this.#addresses.push(`http://${host}:${port}`, `https://${host}:${tlsPort}`);
    const { GATEHOUSE_GATEWAY_PUBLIC_URL: publicUrl } = settings;
    if (publicUrl !== undefined) this.#addresses.push(publicUrl);

    // What is on disk is in use before there is a worker, so that none of them answers that it has nothing to run.
    const follower = await follow({
      ...following,
      addresses: () => this.#addresses,
      use: (next) => this.#use(next),
      onAside: (frame, answer) => this.#aside(frame, answer),
      greeting: () => this.#previews.announcements,
    });
    this.#follower = follower;
    const listening = new Promise<void>((resolve) => {
      this.#listening = resolve;
    });
    const stopReporting = reportBreakers({
      states: () => mergeBreakers(this.#breakers.values()),
      send: (frame) => follower.send(frame),
    });
    ending.by(async () => {
      log.info({ workers: this.#taking.size }, "draining");
      await this.#pool?.drain();
      kept?.close();
      stopReporting();
      await follower.stop();
      admin.close();
      admin.closeAllConnections();
    });
    this.#startWorkers(port, tlsPort);
    await listening;
    const { status } = follower;
    this.#metrics.gauge("gatehouse_revision", "The revision in use.", () => status().revision);
    this.#metrics.gauge("gatehouse_connected", "1: connected to the portal.", () => Number(status().connected));
    this.#metrics.gauge("gatehouse_workers", "Processes that take requests.", () => this.#taking.size);
    process.send?.({ kind: "listening", port, tlsPort, adminPort });
    log.info({ port, tlsPort, adminPort, workers: count, revision: status().revision }, "gateway ready");
  }

  #startWorkers(port: number, tlsPort: number): void {
    const { count, log } = this.#options;
    this.#pool = new WorkerPool({
      count,
      settings: { GATEHOUSE_GATEWAY_PORT: String(port), GATEHOUSE_GATEWAY_TLS_PORT: String(tlsPort) },
      onMessage: (worker, message) => this.#hear(worker, message),
      onGone: (worker) => this.#forget(worker),
      // The worker has said why.
      onHopeless: (code) => process.exit(code),
      log,
    });
    this.#pool.start();
  }

  #hear(worker: Worker, message: ToPrimary): void {
    switch (message.kind) {
      case "awake":
        if (this.#program !== null) this.#pool?.send(worker, wholeProgram(this.#program));
        this.#told.add(worker);
        for (const frame of this.#previews.frames) this.#pool?.send(worker, { kind: "preview", id: -1, frame });
        this.#pool?.send(worker, { kind: "place", addresses: this.#addresses, innerPorts: this.#options.innerPorts });
        return;
      case "listening":
        this.#taking.add(worker);
        if (this.#taking.size === this.#options.count) this.#listening?.();
        return;
      case "asks":
        void answerAsks(message.asks, this.#counters, this.#cache).then((answers) => {
          this.#pool?.send(worker, { kind: "answers", id: message.id, answers });
        });
        return;
      case "measured":
        this.#measuring.get(message.id)?.resolve(message.text);
        return;
      case "trace":
        this.#follower?.send(message);
        return;
      case "previewing":
        this.#hasPreview(worker, message.id);
        return;
      case "breakers":
        this.#breakers.set(worker, message.breakers);
        return;
    }
  }

  #forget(worker: Worker): void {
    this.#told.delete(worker);
    this.#taking.delete(worker);
    this.#breakers.delete(worker);
    for (const id of [...this.#previewing.keys()]) this.#hasPreview(worker, id);
    for (const measuring of this.#measuring.values()) if (measuring.worker === worker) measuring.resolve("");
  }

  #aside(frame: AsideToGateway, answer: (frame: FrameToPortal) => void): void {
    if (frame.kind === "evaluate") answerEvaluation(frame, this.#program, this.#previews, answer);
    else if (frame.kind === "preview-end") {
      this.#previews.end(frame.draftId);
      for (const worker of this.#told) this.#pool?.send(worker, frame);
    } else {
      const { draftId, digest } = frame;
      const problem = this.#previews.take(frame, this.#program);
      const tell = () => answer({ kind: "previewed", draftId, digest, problem });
      if (problem !== null) tell();
      else this.#spread(frame).then(tell, () => undefined);
    }
  }

  /** Resolves when every worker's requests can have it; one that is gone is not waited for. */
  #spread(frame: PreviewFrame): Promise<void> {
    const id = this.#nextPreview++;
    const workers = [...this.#told];
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#previewing.delete(id);
        resolve();
      };
      const timer = setTimeout(done, previewMs);
      if (workers.length === 0) return done();
      this.#previewing.set(id, { left: new Set(workers), done });
      for (const worker of workers) this.#pool?.send(worker, { kind: "preview", id, frame });
    });
  }

  #hasPreview(worker: Worker, id: number): void {
    const waiting = this.#previewing.get(id);
    waiting?.left.delete(worker);
    if (waiting?.left.size === 0) waiting.done();
  }

  #use(next: Program): void {
    const message = this.#program === null ? wholeProgram(next) : programChanges(this.#program, next);
    this.#program = next;
    for (const worker of this.#told) this.#pool?.send(worker, message);
  }

  #notReady(): string | null {
    if (this.#program === null) return "no configuration has been received yet";
    return this.#taking.size === 0 ? "no worker takes requests" : null;
  }

  async #measure(): Promise<string> {
    const texts = await Promise.all([this.#metrics.text(), ...Array.from(this.#taking, (worker) => this.#ask(worker))]);
    return mergeMetrics(texts);
  }

  #ask(worker: Worker): Promise<string> {
    const id = this.#nextMeasure++;
    return new Promise((resolve) => {
      const done = (text: string) => {
        clearTimeout(timer);
        this.#measuring.delete(id);
        resolve(text);
      };
      const timer = setTimeout(done, measureMs, "");
      this.#measuring.set(id, { worker, resolve: done });
      this.#pool?.send(worker, { kind: "measure", id });
    });
  }
}

/** Found out before there are workers, so that each of them, and each that comes later, has the same. */
async function freePort(place: Parameters<typeof bind>[1]): Promise<number> {
  const server = createServer();
  const port = await bind(server, place);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
