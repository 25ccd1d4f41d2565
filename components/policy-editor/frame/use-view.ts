"use client";

import { useCallback, useRef } from "react";
import { useUrlState } from "../../table/use-url-state";
import type { EditorMode } from "../editing";
import { type View, viewChoice } from "./view-choice";

const kept = "gatehouse-policy-view";

export function rememberedView(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null;
  }
}

/** What the editor shows; in the address, and remembered for the next document. */
export function useView(hasEffective: boolean): { view: View; mode: EditorMode; show(view: View): void } {
  const [url, setUrl] = useUrlState();
  const view = viewChoice(url.get("view"), rememberedView(), hasEffective);
  // From the effective policy one comes back to where one was.
  const last = useRef<EditorMode>("visual");
  if (view !== "effective") last.current = view;
  const show = useCallback(
    (next: View) => {
      setUrl({ view: next });
      if (next === "effective") return;
      try {
        localStorage.setItem(kept, next);
      } catch {
        // The address still holds it.
      }
    },
    [setUrl],
  );
  return { view, mode: last.current, show };
}
