"use client";

import { useSyncExternalStore } from "react";
import type { ConsoleRun } from "./console-run";

const storageKey = "gatehouse-console-runs";
const most = 20;
const maxStored = 2_500_000;

const listeners = new Set<() => void>();
const none: readonly ConsoleRun[] = [];
let runs: readonly ConsoleRun[] | null = null;

/** The last runs of this browser session, newest first. Typed keys are not kept. */
export const runHistory = {
  all(): readonly ConsoleRun[] {
    if (runs === null) runs = stored();
    return runs;
  },
  keep(run: ConsoleRun): void {
    const { key: _, ...request } = run.request;
    const kept = { ...run, request };
    runs = [kept, ...runHistory.all().filter(({ id }) => id !== run.id)].slice(0, most);
    store(runs);
    for (const listener of listeners) listener();
  },
  clear(): void {
    runs = [];
    store(runs);
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export const useRunHistory = (): readonly ConsoleRun[] =>
  useSyncExternalStore(runHistory.subscribe, runHistory.all, () => none);

function stored(): readonly ConsoleRun[] {
  try {
    const value = JSON.parse(window.sessionStorage.getItem(storageKey) ?? "[]") as unknown;
    return Array.isArray(value) ? (value as ConsoleRun[]) : [];
  } catch {
    return [];
  }
}

/** As many as there is room for; a browser that keeps nothing forgets them with the page. */
function store(kept: readonly ConsoleRun[]): void {
  const texts: string[] = [];
  let length = 0;
  for (const run of kept) {
    const text = JSON.stringify(run);
    length += text.length;
    if (length > maxStored) break;
    texts.push(text);
  }
  try {
    window.sessionStorage.setItem(storageKey, `[${texts.join(",")}]`);
  } catch {}
}
