import type { ReactNode } from "react";

export interface Toast {
  id: number;
  tone: "good" | "bad" | "info";
  title: ReactNode;
  text?: ReactNode;
  action?: { label: string; run(): void };
}

type Listener = () => void;
const listeners = new Set<Listener>();
const longest = 4;
let shown: readonly Toast[] = [];
let lastId = 0;

function publish(next: readonly Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** What the portal has to say in passing; drawn by toast-list.tsx. */
export const toasts = {
  show(toast: Omit<Toast, "id">): number {
    lastId += 1;
    publish([...shown, { ...toast, id: lastId }].slice(-longest));
    return lastId;
  },
  dismiss(id: number): void {
    publish(shown.filter((toast) => toast.id !== id));
  },
  current: () => shown,
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
