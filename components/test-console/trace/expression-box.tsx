"use client";

import { EditorView } from "@codemirror/view";
import { useEffect, useMemo, useRef } from "react";
import type { Namespace } from "@/messages/namespaces";
import { ExpressionEditor } from "../../policy-editor/code/expression-editor";
import { EditingContext, type PolicyEditing } from "../../policy-editor/editing";
import { useKnowledge } from "../../policy-editor/frame/use-knowledge";
import { EditorDocument } from "../../policy-editor/model/editor-document";
import { AreaTexts } from "../../text/area-texts";

const namespaces = ["codeView", "policyHelp", "diagnostics"] as const satisfies readonly Namespace[];

interface ExpressionBoxProps {
  id: string;
  label: string;
  describedBy: string;
  value: string;
  onChange(value: string): void;
  onEvaluate(): void;
  /** What is set at this step: it is offered where a name of a variable is expected. */
  variables: readonly string[];
  draft: string | null;
}

/** Where an expression is written outside of any policy, with all that the policy editor knows about C#. */
export const ExpressionBox = (props: ExpressionBoxProps) => (
  <AreaTexts namespaces={namespaces}>
    <Box {...props} />
  </AreaTexts>
);

function Box({ id, label, describedBy, value, onChange, onEvaluate, variables, draft }: ExpressionBoxProps) {
  const host = useRef<HTMLDivElement>(null);
  const knowledge = useKnowledge(draft);
  const names = variables.join("\n");
  const document = useMemo(() => new EditorDocument(documentWith(names.split("\n"))), [names]);
  const editing = useMemo<PolicyEditing>(
    () => ({
      target: { path: "", owner: "/", standing: { kind: "policies", scope: "any" } },
      document,
      readOnly: false,
      knowledge,
      diagnostics: [],
      selected: null,
      select: nothing,
      mode: "code",
      setMode: nothing,
      reveal: nothing,
    }),
    [document, knowledge],
  );
  useEffect(() => {
    const editor = host.current?.querySelector<HTMLElement>(".cm-editor") ?? null;
    const view = editor === null ? null : EditorView.findFromDOM(editor);
    // Between the brackets, where something is to be written.
    if (view?.state.doc.toString() === blankExpression) view.dispatch({ selection: { anchor: 2 } });
  }, []);
  return (
    <EditingContext.Provider value={editing}>
      <div
        ref={host}
        onKeyDownCapture={(event) => {
          // Here it is the expression that is sent, not the request, and no line is added.
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          onEvaluate();
        }}
      >
        <ExpressionEditor
          id={id}
          label={label}
          describedBy={describedBy}
          value={value}
          onChange={onChange}
          multiline
          path=""
        />
      </div>
    </EditingContext.Provider>
  );
}

const nothing = () => {};
const blankExpression = "@()";

/** A policy that sets these variables. */
const documentWith = (names: readonly string[]): string =>
  names
    .filter((name) => /^[^"'@<>{}]+$/.test(name))
    .map((name) => `<set-variable name="${name}" value="" />`)
    .join("");
