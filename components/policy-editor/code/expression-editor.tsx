"use client";

import { history } from "@codemirror/commands";
import { Annotation, Compartment, EditorState, Prec, type Text } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { isExpression } from "@/policy/expression/is-expression";
import type { ElementPath } from "@/policy/xml/element-path";
import { useSaid } from "../../text/use-said";
import { useEditing } from "../editing";
import { Outdated } from "../language/language-service";
import { theLanguageService } from "../language/the-language-service";
import { codeBase } from "./code-base";
import { completing } from "./completing";
import { hangingLines } from "./hanging-lines";
import { hiddenIndent, indentHiddenIn } from "./hidden-indent";
import { hovering } from "./hover-tooltip";
import { phrases } from "./phrases";
import { highlightExpression } from "./policy-highlight";
import { type Problem, showProblems } from "./problems";
import { signatureHelp } from "./signature-tooltip";
import { useCodeWords } from "./use-code-words";

export interface ExpressionEditorProps {
  id: string;
  /** The whole of `@(...)` or `@{...}`. */
  value: string;
  onChange(value: string): void;
  label: string;
  multiline: boolean;
  /** The element whose value it is. */
  path: ElementPath;
  describedBy?: string;
  invalid?: boolean;
  readOnly?: boolean;
  onBlur?(): void;
}

/** The text was given from outside: nobody is told. */
const given = Annotation.define<boolean>();
const checkPauseMs = 150;

/** Where one expression is written, with all that the code view knows about C#. */
export function ExpressionEditor(props: ExpressionEditorProps) {
  const { id, value, label, multiline, path, describedBy, invalid = false, readOnly = false } = props;
  const { document: policy, knowledge, target } = useEditing();
  const words = useCodeWords();
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [found, setFound] = useState<{ doc: Text; problems: readonly Problem[] } | null>(null);
  const said = useSaid("diagnostics");
  const [changing] = useState(() => new Compartment());
  const latest = useRef({ props, knowledge, target, policy });
  latest.current = { props, knowledge, target, policy };

  useLayoutEffect(() => {
    const parent = host.current;
    if (parent === null) return;
    const topic = `expression ${id} ${path}`;
    const around = () => ({ knowledge: latest.current.knowledge, standing: latest.current.target.standing });
    const service = theLanguageService();
    let isOpen = true;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const check = async () => {
      const { doc } = made.state;
      const code = doc.toString();
      try {
        const problems = isExpression(code) ? await service.ask("checkCode", { code }, around(), topic) : [];
        if (isOpen && made.state.doc === doc) setFound({ doc, problems });
      } catch (error) {
        if (!(error instanceof Outdated)) console.error(error);
      }
    };
    const made = new EditorView({
      parent,
      state: EditorState.create({
        doc: latest.current.props.value,
        extensions: [
          Prec.high(changing.of([])),
          history(),
          codeBase(parent),
          highlightExpression,
          hiddenIndent,
          hangingLines(indentHiddenIn),
          phrases(words.phrase),
          completing(
            (code, offset) =>
              service.ask("completeCode", { code, offset, document: latest.current.policy.text }, around(), topic),
            words.completion,
          ),
          hovering((code, offset) => service.ask("hoverCode", { code, offset }, around(), topic), words.hover),
          signatureHelp((code, offset) => service.ask("signatureCode", { code, offset }, around(), topic)),
          EditorView.updateListener.of(({ docChanged, transactions, state, focusChanged, view: at }) => {
            if (focusChanged && !at.hasFocus) latest.current.props.onBlur?.();
            if (!docChanged) return;
            if (timer !== null) clearTimeout(timer);
            timer = setTimeout(() => void check(), checkPauseMs);
            if (!transactions.some((one) => one.annotation(given))) latest.current.props.onChange(state.doc.toString());
          }),
        ],
      }),
    });
    setView(made);
    void check();
    return () => {
      if (timer !== null) clearTimeout(timer);
      isOpen = false;
      setView(null);
      made.destroy();
    };
  }, [id, path, words, changing]);

  useEffect(() => {
    if (view === null || found === null || found.doc !== view.state.doc) return;
    const told = found.problems.map((problem) => ({ ...problem, message: said(problem.message, problem.code) }));
    view.dispatch(showProblems(view.state, told));
  }, [view, found, said]);

  useEffect(() => {
    if (view === null || view.state.doc.toString() === value) return;
    const changes = { from: 0, to: view.state.doc.length, insert: value };
    view.dispatch({ changes, annotations: given.of(true) });
  }, [view, value]);

  useLayoutEffect(() => {
    view?.dispatch({
      effects: changing.reconfigure([
        // One line stays one line; a completion that is open takes Enter first.
        keymap.of(multiline ? [] : [{ key: "Enter", run: () => true }]),
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({
          id,
          "aria-label": label,
          ...(multiline ? {} : { "aria-multiline": "false" }),
          ...(invalid ? { "aria-invalid": "true" } : {}),
          ...(readOnly ? { "aria-readonly": "true" } : {}),
          ...(describedBy === undefined ? {} : { "aria-describedby": describedBy }),
        }),
      ]),
    });
  }, [view, changing, id, label, describedBy, invalid, readOnly, multiline]);

  return (
    <div
      ref={host}
      data-invalid={invalid || undefined}
      className="min-h-8 overflow-hidden rounded-control border border-line-control bg-surface font-mono text-sm focus-within:outline-2 focus-within:outline-accent data-invalid:border-bad [&_.cm-content]:px-1 [&_.cm-content]:py-[5px] [&_.cm-scroller]:max-h-96 [&_.cm-scroller]:overflow-auto"
    />
  );
}
