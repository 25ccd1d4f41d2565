"use client";

import { useCallback, useEffect, useRef } from "react";
import { type ElementPath, elementAround, elementAt, pathOf } from "@/policy/xml/element-path";
import type { EditorDocument } from "../model/editor-document";
import { focusCard } from "./focus-card";
import { showInCode } from "./show-in-code";
import type { View } from "./view-choice";

/** Leads to a place of the text, in whichever view can show it. */
export function useReveal(
  document: EditorDocument,
  { view, mode, show }: { view: View; mode: View; show(view: View): void },
  { selected, select }: { selected: ElementPath | null; select(path: ElementPath | null): void },
): (offset: number) => void {
  // Whoever comes by a link to an element sees it in the code as well.
  const first = useRef(selected);
  useEffect(() => {
    const element = first.current === null ? null : elementAt(document.parsed, first.current);
    if (element !== null && view !== "visual" && view !== "effective") showInCode(document, element.span.start, false);
    first.current = null;
  }, [document, view]);
  return useCallback(
    (offset: number) => {
      const element = elementAround(document.parsed, offset);
      const isBroken = !document.isWellFormed;
      // What is not well-formed can be mended in the code only.
      const next = (element === null || isBroken) && mode === "visual" ? "code" : mode;
      if (next !== view) show(next);
      const path = element === null ? null : pathOf(document.parsed, element);
      if (path !== null) select(path);
      if (next !== "visual") showInCode(document, offset, true);
      else if (path !== null) focusCard(path);
    },
    [document, mode, view, show, select],
  );
}
