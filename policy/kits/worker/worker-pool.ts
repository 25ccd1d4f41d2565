import type { Worker } from "node:worker_threads";
import { startWorker } from "./start-worker";
import type { TaskInput, TaskName, TaskOutput, WorkOrder, WorkReport } from "./tasks";
import { threadMsAt } from "./thread-time";
import { WorkFailed } from "./work-failed";

export interface PoolLimits {
  readonly workers: number;
  /** Orders that may wait for a worker. */
  readonly waiting: number;
  readonly waitMs: number;
  /** Until a thread has loaded what an order needs. */
  readonly loadMs: number;
  /** A thread that had nothing to do for so long ends. */
  readonly idleMs: number;
}

const defaultLimits: PoolLimits = { workers: 2, waiting: 100, waitMs: 5_000, loadMs: 20_000, idleMs: 60_000 };

/** How much longer the clock may run than the thread's processor: a busy machine must not end what could not run. */
const slowestShare = 10;

interface Job extends WorkOrder {
  /** Of the thread's processor. */
  readonly timeoutMs: number;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: WorkFailed) => void;
  waitTimer: NodeJS.Timeout | null;
}

/** A few threads for work that would hold up the event loop. A thread whose time is over is ended, and another one started. */
export class WorkerPool {
  readonly #limits: PoolLimits;
  readonly #members = new Set<Member>();
  readonly #waiting: Job[] = [];
  /** When each kind of work was begun last, as its place in the order of all. */
  readonly #begun = new Map<TaskName, number>();
  #count = 0;

  constructor(limits: Partial<PoolLimits> = {}) {
    this.#limits = { ...defaultLimits, ...limits };
  }

  get size(): number {
    return this.#members.size;
  }

  run<N extends TaskName>(task: N, input: TaskInput<N>, timeoutMs: number): Promise<TaskOutput<N>> {
    return new Promise<TaskOutput<N>>((resolve, reject) => {
      const job: Job = { task, input, timeoutMs, resolve: resolve as Job["resolve"], reject, waitTimer: null };
      const member = this.#free();
      if (member !== null) return this.#start(member, job);
      const { waiting, waitMs } = this.#limits;
      if (this.#waiting.length >= waiting) return reject(new WorkFailed("busy", "Too much work is waiting already."));
      job.waitTimer = setTimeout(() => this.#giveUp(job), waitMs);
      this.#waiting.push(job);
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#members].map((member) => member.end("The threads are being closed.")));
  }

  #free(): Member | null {
    for (const member of this.#members) if (member.isFree) return member;
    if (this.#members.size >= this.#limits.workers) return null;
    const member = new Member(this.#limits, {
      freed: () => this.#next(),
      ended: () => {
        this.#members.delete(member);
        this.#next();
      },
    });
    this.#members.add(member);
    return member;
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      const member = this.#free();
      if (member === null) return;
      const job = this.#nextJob();
      clearTimeout(job.waitTimer ?? undefined);
      this.#start(member, job);
    }
  }

  #start(member: Member, job: Job): void {
    this.#begun.set(job.task, ++this.#count);
    member.take(job);
  }

  /** Each kind of work in its turn, so that a flood of one keeps none of the others waiting longer than it takes itself. */
  #nextJob(): Job {
    const begun = ({ task }: Job): number => this.#begun.get(task) ?? 0;
    let next = 0;
    for (const [at, job] of this.#waiting.entries()) if (begun(job) < begun(this.#waiting[next] as Job)) next = at;
    return this.#waiting.splice(next, 1)[0] as Job;
  }

  #giveUp(job: Job): void {
    const at = this.#waiting.indexOf(job);
    if (at < 0) return;
    this.#waiting.splice(at, 1);
    job.reject(new WorkFailed("busy", "No thread became free in time."));
  }
}

/** One thread and what it is doing. */
class Member {
  readonly #worker: Worker;
  readonly #limits: PoolLimits;
  readonly #told: { freed(): void; ended(): void };
  #job: Job | null = null;
  #timer: NodeJS.Timeout | null = null;
  #gone = false;

  constructor(limits: PoolLimits, told: { freed(): void; ended(): void }) {
    this.#limits = limits;
    this.#told = told;
    this.#worker = startWorker();
    this.#worker.on("message", (report: WorkReport) => this.#hear(report));
    this.#worker.on("error", (error) => this.#lost(new WorkFailed("broken", `The thread ended: ${error.message}`)));
    this.#worker.on("exit", () => this.#lost(new WorkFailed("broken", "The thread ended.")));
  }

  get isFree(): boolean {
    return this.#job === null && !this.#gone;
  }

  take(job: Job): void {
    this.#job = job;
    // An idle thread keeps no process alive.
    this.#worker.ref();
    this.#time(this.#limits.loadMs, () => this.#endWith("broken", "The thread did not start in time."));
    try {
      this.#worker.postMessage({ task: job.task, input: job.input } satisfies WorkOrder);
    } catch (error) {
      this.#settle(({ reject }) => reject(new WorkFailed("failed", (error as Error).message)));
    }
  }

  async end(message: string): Promise<void> {
    this.#lost(new WorkFailed("broken", message));
    await this.#worker.terminate();
  }

  #hear(report: WorkReport): void {
    const job = this.#job;
    if (job === null) return;
    if (report.kind === "begun") {
      this.#watch(job.timeoutMs, report.place);
    } else if (report.kind === "done") this.#settle(({ resolve }) => resolve(report.output));
    else this.#settle(({ reject }) => reject(new WorkFailed("failed", report.message)));
  }

  /** Ends the work when the thread's processor has been busy for so long with it. */
  #watch(timeoutMs: number, place: string | null): void {
    const used = () => (place === null ? null : threadMsAt(place));
    const [startedAt, before] = [performance.now(), used()];
    const look = () => {
      const now = used();
      const leftMs = now === null || before === null ? 0 : timeoutMs - (now - before);
      const passedMs = performance.now() - startedAt;
      if (leftMs <= 0 || passedMs >= timeoutMs * slowestShare) {
        this.#endWith("too-long", `The work took longer than ${timeoutMs} ms.`);
      } else this.#time(Math.max(5, Math.min(leftMs, timeoutMs * slowestShare - passedMs)), look);
    };
    this.#time(timeoutMs, look);
  }

  #settle(answer: (job: Job) => void): void {
    const job = this.#job as Job;
    this.#job = null;
    this.#worker.unref();
    this.#time(this.#limits.idleMs, () => this.#endWith("broken", "The thread had nothing to do."));
    this.#timer?.unref();
    answer(job);
    this.#told.freed();
  }

  #endWith(reason: WorkFailed["reason"], message: string): void {
    this.#lost(new WorkFailed(reason, message));
    void this.#worker.terminate();
  }

  #lost(failure: WorkFailed): void {
    if (this.#gone) return;
    this.#gone = true;
    clearTimeout(this.#timer ?? undefined);
    const job = this.#job;
    this.#job = null;
    job?.reject(failure);
    this.#told.ended();
  }

  #time(ms: number, over: () => void): void {
    clearTimeout(this.#timer ?? undefined);
    this.#timer = setTimeout(over, ms);
  }
}
