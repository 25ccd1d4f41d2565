import type { Count, Counters, CountingWindow, Take } from "@/policy/host/counters";
import { countOf, isAllowed, tooMuch } from "./count-of";
import { type CountingState, newState, restoredState } from "./counting-state";

type States = Map<string, CountingState>;

export interface MemoryCountersOptions {
  now?: () => number;
  /** Of windows of one kind and length in one policy's name; beyond it the oldest are forgotten. Of all there are twice as many. */
  maxKeys?: number;
}

/** A count of a fixed period: which kind of window, its key, what was used, and when it ends. */
export interface KeptCount {
  window: string;
  key: string;
  used: number;
  startMs: number | null;
  endsAt: number;
}

/** Shorter periods are over soon after any restart. */
const longMs = 5 * 60_000;
const maxKept = 50_000;

/** Of windows that differ; their lengths may come from an expression, too. */
const maxWindows = 1_000;

/** Counts in this process: at once and exactly. */
export class MemoryCounters implements Counters {
  readonly #now: () => number;
  readonly #maxKeys: number;
  readonly #byWindow = new Map<string, States>();
  /** Windows are mostly objects that live as long as their policy. */
  readonly #known = new WeakMap<CountingWindow, States>();
  readonly #sweeps = new WeakMap<States, IterableIterator<[string, CountingState]>>();

  constructor({ now = Date.now, maxKeys = 500_000 }: MemoryCountersOptions = {}) {
    this.#now = now;
    this.#maxKeys = maxKeys;
  }

  take(key: string, window: CountingWindow, amount: number): Count {
    const now = this.#now();
    const states = this.#statesOf(key, window);
    const state = states.get(key);
    const used = state === undefined ? 0 : state.used(now);
    const { limit } = window;
    if (!isAllowed(used, amount, limit)) return refused(state ?? newState(window), window, now, used, amount);
    if (amount !== 0) (state ?? this.#add(states, key, window, now)).count(now, amount);
    return countOf(true, used + amount, limit, 0);
  }

  takeAll(takes: readonly Take[]): Count[] {
    const asked = takes.map(({ key, window, amount }) => this.#ask(key, window, amount));
    if (!asked.every(({ allowed }) => allowed)) return asked;
    return takes.map(({ key, window, amount }) => this.take(key, window, amount));
  }

  add(key: string, window: CountingWindow, amount: number): Count {
    const now = this.#now();
    const states = this.#statesOf(key, window);
    const state = states.get(key) ?? this.#add(states, key, window, now);
    state.count(now, amount);
    return answer(state, window, now, 0);
  }

  look(key: string, window: CountingWindow): Count {
    return this.#ask(key, window, 0);
  }

  /** How many keys are kept. */
  get size(): number {
    let size = 0;
    for (const states of this.#byWindow.values()) size += states.size;
    return size;
  }

  /** Counts of long periods that are not over. */
  longLived(): KeptCount[] {
    const now = this.#now();
    const kept: KeptCount[] = [];
    for (const [window, states] of this.#byWindow) {
      if (!window.startsWith("fixed ") || Number(window.slice("fixed ".length)) < longMs) continue;
      for (const [key, state] of states) {
        if (kept.length >= maxKept) return kept;
        // JSON knows no Infinity.
        const endsAt = Math.min(state.endsAt, Number.MAX_SAFE_INTEGER);
        if (endsAt > now) kept.push({ window, key, used: state.used(now), startMs: state.startMs, endsAt });
      }
    }
    return kept;
  }

  restore(kept: readonly KeptCount[]): void {
    for (const { window, key, ...state } of kept) {
      const states: States = this.#byWindow.get(window) ?? new Map();
      this.#byWindow.set(window, states);
      states.set(key, restoredState(Number(window.slice("fixed ".length)), state));
    }
  }

  #ask(key: string, window: CountingWindow, amount: number): Count {
    const state = this.#statesOf(key, window).get(key) ?? newState(window);
    return answer(state, window, this.#now(), amount);
  }

  /** A window is one policy's. Keys that clients make up by the thousand push out none of another policy's. */
  #statesOf(key: string, window: CountingWindow): States {
    const known = this.#known.get(window);
    if (known !== undefined) return known;
    const name = `${window.kind} ${window.lengthMs} ${familyOf(key)}`;
    let states = this.#byWindow.get(name);
    if (states === undefined) {
      if (this.#byWindow.size >= maxWindows) this.#forgetWindow();
      states = new Map();
      this.#byWindow.set(name, states);
    }
    this.#known.set(window, states);
    return states;
  }

  /** Those that are written in policies come early; so the last one goes, unless another has nothing left that counts. */
  #forgetWindow(): void {
    const now = this.#now();
    let gone = "";
    for (const [name, states] of this.#byWindow) {
      gone = name;
      if (isOver(states, now)) break;
    }
    this.#byWindow.delete(gone);
  }

  /** Each new key looks at two old ones, so that what is idle goes as fast as anything comes. */
  #add(states: States, key: string, window: CountingWindow, now: number): CountingState {
    this.#sweep(states, now);
    this.#sweep(states, now);
    const isFull = states.size >= this.#maxKeys || this.size >= 2 * this.#maxKeys;
    const oldest = isFull ? states.keys().next().value : undefined;
    if (oldest !== undefined) states.delete(oldest);
    const state = newState(window);
    states.set(key, state);
    return state;
  }

  #sweep(states: States, now: number): void {
    let entries = this.#sweeps.get(states);
    if (entries === undefined) {
      entries = states.entries();
      this.#sweeps.set(states, entries);
    }
    const { done, value } = entries.next();
    if (done) this.#sweeps.delete(states);
    else if (value[1].endsAt <= now) states.delete(value[0]);
  }
}

/** Keys begin with the kind of policy that counts, or with the place in the configuration where it stands. */
function familyOf(key: string): string {
  const family = key.slice(0, key.indexOf("|") + 1);
  return family.includes("/") ? "" : family;
}

function isOver(states: States, now: number): boolean {
  for (const { endsAt } of states.values()) if (endsAt > now) return false;
  return true;
}

function answer(state: CountingState, window: CountingWindow, now: number, amount: number): Count {
  const used = state.used(now);
  if (!isAllowed(used, amount, window.limit)) return refused(state, window, now, used, amount);
  return countOf(true, used, window.limit, 0);
}

function refused(state: CountingState, window: CountingWindow, now: number, used: number, amount: number): Count {
  return countOf(false, used, window.limit, state.untilFreed(now, tooMuch(used, amount, window.limit)));
}
