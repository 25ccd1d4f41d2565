"use client";

import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { Compartment, EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useRef, useState } from "react";
import { styleNonce } from "../../shell/style-nonce";
import { highlightDocument } from "../code/policy-highlight";
import { compareTheme } from "./compare-theme";

/** The merged text, which a person may go on editing. Tab leaves it. */
export function MergeResult({
  text,
  label,
  readOnly,
  onEdit,
}: {
  text: string;
  label: string;
  readOnly: boolean;
  onEdit(text: string): void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [rights] = useState(() => new Compartment());
  const first = useRef({ text, readOnly });
  first.current = { text, readOnly };
  const edit = useRef(onEdit);
  edit.current = onEdit;
  useEffect(() => {
    if (place.current === null) return;
    const made = new EditorView({
      parent: place.current,
      doc: first.current.text,
      extensions: [
        EditorView.cspNonce.of(styleNonce()),
        EditorState.lineSeparator.of("\n"),
        rights.of(EditorState.readOnly.of(first.current.readOnly)),
        history(),
        keymap.of([...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
        lineNumbers(),
        EditorView.lineWrapping,
        compareTheme,
        highlightDocument,
        EditorView.updateListener.of((update) => {
          const isOwn = update.transactions.some((transaction) => transaction.isUserEvent("set"));
          if (update.docChanged && !isOwn) edit.current(update.state.doc.toString());
        }),
      ],
    });
    view.current = made;
    return () => {
      made.destroy();
      view.current = null;
    };
  }, [label, rights]);
  useEffect(() => {
    view.current?.dispatch({ effects: rights.reconfigure(EditorState.readOnly.of(readOnly)) });
  }, [rights, readOnly]);
  useEffect(() => {
    const { current } = view;
    if (current === null || current.state.doc.toString() === text) return;
    current.dispatch({
      changes: { from: 0, to: current.state.doc.length, insert: text },
      userEvent: "set",
      annotations: isolateHistory.of("full"),
    });
  }, [text]);
  return (
    <div ref={place} className="max-h-[44dvh] min-h-32 overflow-auto rounded-control border border-line bg-surface" />
  );
}
