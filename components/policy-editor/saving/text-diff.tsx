"use client";

import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useNarrow } from "../../table/use-narrow";
import { Checkbox } from "../../ui/checkbox";
import { compareTheme } from "./compare-theme";
import { readOnlyCode } from "./read-only-code";

/** Two texts side by side, or one below the other where there is no room; long stretches that are the same are folded. */
export function TextDiff({
  before,
  after,
  names,
}: {
  before: string;
  after: string;
  names: { before: string; after: string };
}) {
  const t = useTranslations("saving.changes");
  const narrow = useNarrow();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(false);
  const folded = t.raw("lines") as string;
  const unified = t("unified");
  useEffect(() => {
    if (place.current === null) return;
    const parent = place.current;
    const collapse = all ? undefined : { margin: 3, minSize: 6 };
    const shared = (label: string): Extension => [
      readOnlyCode(label),
      EditorState.phrases.of({ "$ unchanged lines": folded }),
      lineNumbers(),
      EditorView.lineWrapping,
      compareTheme,
    ];
    const options = { highlightChanges: true, gutter: true, collapseUnchanged: collapse };
    if (narrow) {
      const merge = unifiedMergeView({ original: before, mergeControls: false, ...options });
      const view = new EditorView({ doc: after, parent, extensions: [shared(unified), merge] });
      return () => view.destroy();
    }
    const view = new MergeView({
      a: { doc: before, extensions: shared(names.before) },
      b: { doc: after, extensions: shared(names.after) },
      parent,
      ...options,
    });
    return () => view.destroy();
  }, [before, after, narrow, all, folded, unified, names.before, names.after]);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <label htmlFor={id} className="flex min-h-6 items-center gap-2">
          <Checkbox id={id} checked={all} onChange={(event) => setAll(event.target.checked)} />
          {t("allLines")}
        </label>
      </div>
      <div className="overflow-hidden rounded-control border border-line">
        {narrow ? null : (
          <div aria-hidden className="grid grid-cols-2 border-line border-b bg-sunken text-muted text-xs">
            <span className="truncate px-3 py-1">{names.before}</span>
            <span className="truncate border-line border-l px-3 py-1">{names.after}</span>
          </div>
        )}
        <div ref={place} className="max-h-[50dvh] min-h-20 overflow-auto" />
      </div>
    </div>
  );
}
