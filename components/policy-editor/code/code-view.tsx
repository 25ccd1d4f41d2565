"use client";

import { foldGutter, foldKeymap } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { useRouter } from "next/navigation";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useActions } from "../../shell/use-actions";
import { toasts } from "../../ui/toasts";
import { useEditing } from "../editing";
import { theLanguageService } from "../language/the-language-service";
import { codeBase } from "./code-base";
import { completing } from "./completing";
import { type CoveredBranch, coverageGutter, setCoverage } from "./coverage-gutter";
import { sayCoverage, toUnreached } from "./coverage-search";
import { documentStructure } from "./document-structure";
import { formatDocument } from "./format-document";
import { goToDefinition, pageOf } from "./go-to-definition";
import { hovering } from "./hover-tooltip";
import { narrowCode } from "./narrow-code";
import { phrases } from "./phrases";
import { highlightDocument } from "./policy-highlight";
import { problemGutter, problemKeys, showProblems } from "./problems";
import { selectionSync, showSelected } from "./selection-sync";
import { signatureHelp } from "./signature-tooltip";
import { useCodeWords } from "./use-code-words";

/** The document as text, with all that the language knows about it. */
export function CodeView({ coverage = null }: { coverage?: readonly CoveredBranch[] | null }) {
  const editing = useEditing();
  const { document: policy, diagnostics, selected, readOnly } = editing;
  const t = useTranslations("codeView");
  const words = useCodeWords();
  const router = useRouter();
  const host = useRef<HTMLDivElement>(null);
  const [rights] = useState(() => new Compartment());
  const [view, setView] = useState<EditorView | null>(null);
  const latest = useRef({ editing, router, t });
  latest.current = { editing, router, t };

  useLayoutEffect(() => {
    const parent = host.current;
    if (parent === null) return;
    const service = theLanguageService();
    const around = () => {
      const { knowledge, target } = latest.current.editing;
      return { knowledge, standing: target.standing };
    };
    const ask = <Name extends "complete" | "hover" | "signature" | "definition">(name: Name) => {
      return (text: string, offset: number) => service.ask(name, { text, offset }, around(), "code view");
    };
    const room = narrowCode();
    const opened = policy.openView(parent, [
      lineNumbers(),
      problemGutter(),
      coverageGutter(words.coverage),
      sayCoverage(words.coverage),
      foldGutter({ markerDOM: foldMarker }),
      highlightSpecialChars(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      highlightDocument,
      documentStructure(policy.text),
      keymap.of([{ key: "Shift-Alt-f", run: () => tidy(), preventDefault: true }, ...searchKeymap, ...foldKeymap]),
      search({ top: true }),
      problemKeys,
      completing(ask("complete"), words.completion),
      hovering(ask("hover"), words.hover),
      signatureHelp(ask("signature")),
      goToDefinition(ask("definition"), (definition) => {
        const { knowledge } = latest.current.editing;
        const page = pageOf(definition, (name) => knowledge?.namedValues.find((one) => one.name === name)?.id ?? name);
        if (page !== null) latest.current.router.push(page);
      }),
      selectionSync((path) => {
        const { selected: before, select } = latest.current.editing;
        if (path !== before) select(path);
      }),
      phrases(words.phrase),
      rights.of([]),
      codeBase(parent),
      room.extension,
    ]);
    const tidy = () => {
      if (opened.state.readOnly) return true;
      void formatDocument(policy, latest.current.editing.target.standing).then((outcome) => {
        if (outcome === "malformed") toasts.show({ tone: "bad", title: latest.current.t("notFormatted") });
      });
      return true;
    };
    const stopFollowing = room.follow(opened, parent);
    setView(opened);
    return () => {
      stopFollowing();
      setView(null);
      policy.closeView();
    };
  }, [policy, words, rights]);

  useLayoutEffect(() => {
    view?.dispatch({
      effects: rights.reconfigure([
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({
          "aria-label": t(readOnly ? "labelReadOnly" : "label"),
          "aria-description": coverage === null ? t("help") : `${t("help")} ${t("coverage.help")}`,
        }),
      ]),
    });
  }, [view, rights, readOnly, coverage, t]);

  useEffect(() => {
    if (view === null) return;
    const problems = diagnostics.map(({ span, code, severity, message }) => ({ ...span, code, severity, message }));
    view.dispatch(showProblems(view.state, problems));
  }, [view, diagnostics]);

  useEffect(() => {
    if (view !== null) showSelected(view, selected);
  }, [view, selected]);

  useEffect(() => {
    view?.dispatch({ effects: setCoverage.of(coverage) });
  }, [view, coverage]);

  const goToUnreached = (step: 1 | -1) => {
    if (view === null) return;
    view.focus();
    view.dispatch(toUnreached(view.state, step, words.coverage));
  };
  useActions(
    coverage === null
      ? []
      : [
          { id: "nextUnreached", label: t("coverage.next"), shortcut: "F9", step: 1 as const },
          { id: "previousUnreached", label: t("coverage.previous"), shortcut: "shift+F9", step: -1 as const },
        ].map(({ step, ...action }) => ({
          ...action,
          group: "page" as const,
          stays: true,
          run: () => goToUnreached(step),
        })),
  );

  return (
    <div
      ref={host}
      className="flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden bg-surface [&>.cm-editor]:min-h-0 [&>.cm-editor]:flex-1"
    />
  );
}

function foldMarker(open: boolean): HTMLElement {
  const marker = document.createElement("span");
  marker.textContent = open ? "⌄" : "›";
  return marker;
}
