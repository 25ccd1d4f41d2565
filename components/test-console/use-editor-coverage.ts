"use client";

import { useMemo } from "react";
import { useWorkingDraft } from "../drafts/use-working-draft";
import { useEditing } from "../policy-editor/editing";
import { useCoverage } from "./use-coverage";

/** The coverage of the policy in the editor, as its code view wants it; null: nothing is known of this text. */
export function useEditorCoverage(): readonly { start: number; end: number; reached: number }[] | null {
  const { target, document } = useEditing();
  // The text as it was opened: what is edited since, the code view follows by itself.
  const source = useMemo(() => document.source, [document]);
  const places = useCoverage(target.path, source, useWorkingDraft());
  return useMemo(
    () =>
      places.length === 0
        ? null
        : places.map(({ start, end, reached }) => ({
            start: document.fromSource(start),
            end: document.fromSource(end),
            reached: reached ? 1 : 0,
          })),
    [places, document],
  );
}
