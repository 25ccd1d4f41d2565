import { type Exchange, type Flow, proceed, respond, type Step } from "@/policy/exchange";
import { branchContinues } from "@/policy/kits/control/branch-continues";

type Verdict = { readonly error: unknown } | null;

/**
 * The branches of one wait in one request. What they wait for hangs on one signal of this wait's own, which is
 * `exchange.signal` while they run.
 */
export class Branches {
  readonly #exchange: Exchange;
  readonly #outer: AbortSignal | null;
  readonly #ending = new AbortController();
  readonly #signal: AbortSignal;

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
    this.#outer = exchange.signal ?? null;
    const own = this.#ending.signal;
    this.#signal = this.#outer === null ? own : AbortSignal.any([this.#outer, own]);
  }

  /** An answer or a failure ends the others; the wait is over when they have ended. */
  async all(steps: readonly Step[]): Promise<Flow> {
    let flow: Flow = proceed;
    let failure: Verdict = null;
    const decided = (answer: Flow, verdict: Verdict) => {
      if (this.#signal.aborted) return;
      flow = answer;
      failure = verdict;
      this.#ending.abort();
    };
    const runs: Promise<void>[] = [];
    for (const step of steps) {
      if (this.#signal.aborted) break;
      try {
        const started = this.#start(step);
        if (typeof started !== "number") {
          const ended = started.then(
            (done) => done === respond && decided(respond, null),
            (error) => decided(proceed, { error }),
          );
          runs.push(ended.then(() => {}));
        } else if (started === respond) decided(respond, null);
      } catch (error) {
        decided(proceed, { error });
      }
    }
    await Promise.all(runs);
    this.#leave();
    return outcome(flow, failure);
  }

  /** The first that is done without failing ends the wait; where all fail, it fails as the first of them did. */
  async any(steps: readonly Step[]): Promise<Flow> {
    const failures: unknown[] = [];
    const runs: Promise<Flow>[] = [];
    const failed = (error: unknown) => {
      failures.push(error);
    };
    try {
      for (const step of steps) {
        try {
          const started = this.#start(step);
          if (typeof started === "number") return started;
          started.catch(failed);
          runs.push(started);
        } catch (error) {
          failed(error);
        }
      }
      return await Promise.any(runs).catch(() => {
        throw failures[0];
      });
    } finally {
      this.#ending.abort();
      this.#leave();
    }
  }

  #start(step: Step): Flow | Promise<Flow> {
    this.#exchange.signal = this.#signal;
    return step(this.#exchange);
  }

  #leave(): void {
    if (this.#outer === null) this.#exchange.signal = null;
    else branchContinues(this.#exchange, this.#outer);
  }
}

function outcome(flow: Flow, failure: Verdict): Flow {
  if (failure !== null) throw failure.error;
  return flow;
}
