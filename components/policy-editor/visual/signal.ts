import { useSyncExternalStore } from "react";

/** A value that single cards can follow, so that not all are drawn when it changes for one. */
export class Signal<T> {
  readonly #listeners = new Set<() => void>();
  #value: T;

  constructor(value: T) {
    this.#value = value;
  }
  get value(): T {
    return this.#value;
  }
  set(value: T): void {
    if (Object.is(this.#value, value)) return;
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

/** Part of a signal's value; the caller is drawn anew when that part changes. */
export const useSignal = <T, P>(signal: Signal<T>, part: (value: T) => P): P =>
  useSyncExternalStore(
    signal.subscribe,
    () => part(signal.value),
    () => part(signal.value),
  );
