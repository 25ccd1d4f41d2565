"use client";

import { useSyncExternalStore } from "react";

const name = "gatehouse-single-keys";
const listeners = new Set<() => void>();

export const singleKeys = {
  on: () => localStorage.getItem(name) !== "off",
  set(on: boolean): void {
    localStorage.setItem(name, on ? "on" : "off");
    for (const listener of listeners) listener();
  },
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether single keys act; a preference of this browser. */
export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, singleKeys.on, () => true);
