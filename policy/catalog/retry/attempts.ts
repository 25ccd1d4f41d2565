import type { LateValue } from "@/policy/catalog/compile";
import { type Exchange, type Flow, type LastError, proceed, respond, type Step } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { branchContinues } from "@/policy/kits/control/branch-continues";
import { endedEarly } from "@/policy/kits/control/ended-early";
import { lastErrorOf } from "@/policy/kits/control/last-error-of";
import { pause } from "@/policy/kits/control/pause";
import { type Intervals, secondsBefore } from "./wait-between";

export interface RetryOptions {
  readonly source: string;
  readonly run: Step;
  readonly condition: LateValue<boolean>;
}

/** What an attempt failed with; null: it did not. */
type Failure = { readonly error: unknown } | null;

/** The runs of one retry in one request. Without a promise until one of them waits. */
export class Attempts {
  readonly #exchange: Exchange;
  readonly #options: RetryOptions;
  readonly #count: number;
  readonly #intervals: Intervals;
  /** Retries so far. */
  #retries = 0;
  /** As it was before: what an attempt fails with is forgotten when a later one does not. */
  readonly #lastError: LastError | null;
  readonly #signal: AbortSignal | null;

  constructor(exchange: Exchange, options: RetryOptions, count: number, intervals: Intervals) {
    this.#exchange = exchange;
    this.#options = options;
    this.#count = count;
    this.#intervals = intervals;
    this.#lastError = exchange.lastError;
    this.#signal = exchange.signal ?? null;
  }

  run(): Flow | Promise<Flow> {
    let flow: Flow | Promise<Flow>;
    try {
      flow = this.#options.run(this.#exchange);
    } catch (error) {
      return this.#decide({ error });
    }
    if (typeof flow === "number") return this.#done(flow);
    return flow.then(
      (done) => this.#done(done),
      (error) => this.#decide({ error }),
    );
  }

  #done(flow: Flow): Flow | Promise<Flow> {
    if (flow === proceed) return this.#decide(null);
    this.#exchange.lastError = this.#lastError;
    return respond;
  }

  /** The condition is not asked where its answer would change nothing. */
  #decide(failure: Failure): Flow | Promise<Flow> {
    const exchange = this.#exchange;
    this.#goOn();
    exchange.lastError = failure?.error instanceof Fault ? lastErrorOf(failure.error) : this.#lastError;
    if (this.#retries >= this.#count) return this.#end(failure);
    const again = this.#options.condition(exchange);
    return typeof again === "boolean"
      ? this.#next(again, failure)
      : again.then((answer) => this.#next(answer, failure));
  }

  #next(again: boolean, failure: Failure): Flow | Promise<Flow> {
    if (!again) return this.#end(failure);
    const exchange = this.#exchange;
    this.#goOn();
    this.#retries++;
    const seconds = secondsBefore(this.#retries, this.#intervals, Math.random);
    exchange.trace?.note(this.#options.source, { retry: this.#retries, of: this.#count, afterSeconds: seconds });
    if (seconds === 0) return this.run();
    return pause(exchange, seconds * 1000, this.#signal).then(() => {
      this.#goOn();
      return this.run();
    });
  }

  #end(failure: Failure): Flow {
    if (failure !== null) throw failure.error;
    return proceed;
  }

  /** No attempt follows for a client that has gone, nor in a branch that another one outran. */
  #goOn(): void {
    const exchange = this.#exchange;
    if (exchange.aborted === true || !branchContinues(exchange, this.#signal)) throw endedEarly(this.#options.source);
  }
}
