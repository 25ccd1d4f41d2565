import type { BreakerState } from "@/contract/breaker-state";

/** Each worker has circuit breakers of its own; of one that several tell of, the one that is worst off stands for all. */
export function mergeBreakers(reports: Iterable<readonly BreakerState[]>): BreakerState[] {
  const worst = new Map<string, BreakerState>();
  for (const states of reports) {
    for (const state of states) {
      const key = `${state.backendId} ${state.rule}`;
      const known = worst.get(key);
      if (known === undefined || isWorse(state, known)) worst.set(key, state);
    }
  }
  return [...worst.values()];
}

function isWorse(one: BreakerState, other: BreakerState): boolean {
  const opens = (state: BreakerState) => Number(state.state === "open");
  return opens(one) - opens(other) > 0 || (opens(one) === opens(other) && one.failures > other.failures);
}
