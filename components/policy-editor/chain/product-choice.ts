"use client";

import { useSyncExternalStore } from "react";

/**
 * In which product's context an API's policies are looked at, remembered on this device. undefined: nobody chose;
 * null: without a product.
 */
const keyOf = (api: string): string => `gatehouse-policy-product:${api.toLowerCase()}`;
const listeners = new Set<() => void>();
const none = "";

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function read(api: string): string | null {
  try {
    return localStorage.getItem(keyOf(api));
  } catch {
    return null;
  }
}

export function useProductChoice(api: string | null): {
  chosen: string | null | undefined;
  choose(product: string | null): void;
} {
  const kept = useSyncExternalStore(
    subscribe,
    () => (api === null ? null : read(api)),
    () => null,
  );
  const choose = (product: string | null) => {
    if (api === null) return;
    try {
      localStorage.setItem(keyOf(api), product ?? none);
    } catch {
      // A browser that keeps nothing forgets this too.
    }
    for (const listener of listeners) listener();
  };
  return { chosen: kept === null ? undefined : kept === none ? null : kept, choose };
}
