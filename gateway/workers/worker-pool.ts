import cluster, { type Worker } from "node:cluster";
import { HopelessSetting } from "@/gateway/bind";
import type { ToPrimary, ToWorker } from "./messages";

export interface WorkerPoolOptions {
  count: number;
  /** Settings that all workers are given besides those of this process. */
  settings: Record<string, string>;
  onMessage(worker: Worker, message: ToPrimary): void;
  onGone(worker: Worker): void;
  /** A worker has said what is wrong with the settings, or none of them could be started. */
  onHopeless(code: number): void;
  log: { warn(fields: object, message: string): void };
}

const firstDelayMs = 100;
const longestDelayMs = 5_000;
const steadyMs = 10_000;

/** Keeps so many workers alive: one that dies is replaced, more slowly each time that it does not last. */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  /** Each with its end. Node's own list still holds one that has exited while its channel has not closed. */
  readonly #living = new Map<Worker, Promise<void>>();
  /** What is sent to one before it has said something may come while it loads, when nobody listens. */
  readonly #hearing = new Set<Worker>();
  #delayMs = firstDelayMs;
  #stopping = false;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  start(): void {
    // Numbers such as Infinity, and bytes, do not survive JSON.
    cluster.setupPrimary({ serialization: "advanced" });
    cluster.on("message", (worker, message: ToPrimary) => {
      this.#hearing.add(worker);
      this.#options.onMessage(worker, message);
    });
    for (let number = 0; number < this.#options.count; number++) this.#fork();
  }

  send(worker: Worker, message: ToWorker): void {
    // One that is just dying hears nothing; its successor will be told all.
    if (worker.isConnected()) worker.send(message, () => {});
  }

  /** Resolves when all have ended. */
  async drain(): Promise<void> {
    this.#stopping = true;
    for (const worker of this.#living.keys()) {
      if (this.#hearing.has(worker)) this.send(worker, { kind: "drain" });
      // A signal is never lost, and whoever has said nothing yet takes no requests.
      else worker.process.kill("SIGTERM");
    }
    await Promise.all(this.#living.values());
  }

  #fork(): void {
    const bornAt = performance.now();
    const worker = cluster.fork(this.#options.settings);
    let ended = () => {};
    this.#living.set(worker, new Promise((resolve) => (ended = resolve)));
    worker.on("exit", (code, signal) => {
      this.#living.delete(worker);
      this.#hearing.delete(worker);
      ended();
      this.#options.onGone(worker);
      if (this.#stopping) return;
      if (code === HopelessSetting.exitCode) {
        this.#stopping = true;
        this.#options.onHopeless(code);
        return;
      }
      if (performance.now() - bornAt > steadyMs) this.#delayMs = firstDelayMs;
      this.#options.log.warn({ code, signal, delayMs: this.#delayMs }, "a worker has ended; another takes its place");
      setTimeout(() => this.#stopping || this.#fork(), this.#delayMs);
      this.#delayMs = Math.min(this.#delayMs * 2, longestDelayMs);
    });
  }
}
