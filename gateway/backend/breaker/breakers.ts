import { type BreakerState, maxBreakerStates } from "@/contract/breaker-state";
import type { BackendDocument } from "@/contract/documents";
import type { Headers } from "@/policy/headers";
import type { BackendEntity } from "../backend-entity";
import type { Backends } from "../backends";
import { Breaker } from "./breaker";
import { BreakerRule } from "./breaker-rule";
import { CircuitOpen } from "./circuit-open";

/** Rules that were changed or removed are kept with the rest until there are too many. */
const maxKept = 10_000;

type Rules = NonNullable<BackendDocument["circuitBreaker"]>;

/**
 * The circuit breakers of this node. Their state belongs to a backend's id and the words of a rule, so that it outlives
 * every change of the configuration but one of the rule itself. Whoever calls a backend asks before and reports after.
 */
export class Breakers {
  readonly #clock: () => number;
  readonly #kept = new Map<string, Breaker>();
  readonly #byRules = new WeakMap<Rules, readonly Breaker[]>();

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /** Throws when the entity must not be called now. `source` is the policy that wants to. */
  admit(entity: BackendEntity | null, source = "forward-request"): void {
    if (entity === null || entity.document.circuitBreaker === null) return;
    const now = this.#clock();
    for (const breaker of this.#of(entity)) {
      if (breaker.openForMs(now) === 0) continue;
      const what = `The circuit breaker of the backend ${entity.shortId} is open`;
      throw new CircuitOpen(source, what, breaker.rule.answerStatus, this.openForMs(entity));
    }
  }

  /** 0: it can be called. */
  openForMs(entity: BackendEntity): number {
    if (entity.document.circuitBreaker === null) return 0;
    const now = this.#clock();
    let longest = 0;
    for (const breaker of this.#of(entity)) longest = Math.max(longest, breaker.openForMs(now));
    return longest;
  }

  /** The entity's answer, whatever it was. */
  answered(entity: BackendEntity | null, status: number, headers: Headers): void {
    if (entity === null || entity.document.circuitBreaker === null) return;
    const now = this.#clock();
    for (const breaker of this.#of(entity)) breaker.answered(status, headers, now);
  }

  /** There was no answer, for the reason of the call's fault. That a client went away is none of the entity's doing. */
  failed(entity: BackendEntity | null, reason: string | null): void {
    if (entity === null || entity.document.circuitBreaker === null) return;
    if (reason !== "BackendConnectionFailure" && reason !== "Timeout") return;
    const now = this.#clock();
    for (const breaker of this.#of(entity)) breaker.failed(reason, now);
  }

  /** Every rule of these backends; of very many, those that are open first. */
  states(backends: Backends): BreakerState[] {
    const now = this.#clock();
    const states: BreakerState[] = [];
    for (const entity of backends.all) {
      if (entity.document.circuitBreaker === null) continue;
      for (const breaker of this.#of(entity)) states.push(breaker.state(entity.id, now));
    }
    if (states.length <= maxBreakerStates) return states;
    const rank = ({ state, failures }: BreakerState) => (state === "open" ? 0 : failures > 0 ? 1 : 2);
    return states.sort((one, other) => rank(one) - rank(other)).slice(0, maxBreakerStates);
  }

  #of({ id, document }: BackendEntity): readonly Breaker[] {
    const rules = document.circuitBreaker as Rules;
    let breakers = this.#byRules.get(rules);
    if (breakers === undefined) {
      breakers = rules.rules.map((rule, place) =>
        this.#keep(`${id} ${JSON.stringify([rule.name ?? place, rule])}`, rule, place),
      );
      this.#byRules.set(rules, breakers);
    }
    return breakers;
  }

  #keep(key: string, rule: Rules["rules"][number], place: number): Breaker {
    const breaker = this.#kept.get(key) ?? new Breaker(new BreakerRule(rule, place));
    // Put at the end: what was not asked for longest goes first.
    this.#kept.delete(key);
    this.#kept.set(key, breaker);
    if (this.#kept.size > maxKept) this.#kept.delete(this.#kept.keys().next().value as string);
    return breaker;
  }
}
