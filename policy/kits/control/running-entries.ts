import type { PolicyHost } from "@/policy/exchange";

/** How many entries run under each key. What nobody runs under is forgotten, so that it does not grow. */
export class RunningEntries {
  readonly #counts = new Map<string, number>();

  /** Whether there was room for one more under that key. */
  enter(key: string, maxCount: number): boolean {
    const count = this.#counts.get(key) ?? 0;
    if (count >= maxCount) return false;
    this.#counts.set(key, count + 1);
    return true;
  }

  leave(key: string): void {
    const count = this.running(key) - 1;
    if (count > 0) this.#counts.set(key, count);
    else this.#counts.delete(key);
  }

  running(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  /** How many keys are known. */
  get size(): number {
    return this.#counts.size;
  }
}

const ofHost = new WeakMap<PolicyHost, RunningEntries>();

/** Those of one gateway, whatever programs it runs meanwhile. */
export function runningEntries(host: PolicyHost): RunningEntries {
  let entries = ofHost.get(host);
  if (entries === undefined) {
    entries = new RunningEntries();
    ofHost.set(host, entries);
  }
  return entries;
}
