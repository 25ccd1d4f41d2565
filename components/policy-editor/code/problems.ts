import {
  lintGutter,
  nextDiagnostic,
  previousDiagnostic,
  type Diagnostic as Shown,
  setDiagnostics,
} from "@codemirror/lint";
import type { EditorState, Extension, TransactionSpec } from "@codemirror/state";
import { keymap } from "@codemirror/view";

export interface Problem {
  start: number;
  end: number;
  code: string;
  severity: "error" | "warning";
  message: string;
}

/** Squiggles and marks at these places of the present text. */
export function showProblems(state: EditorState, problems: readonly Problem[]): TransactionSpec {
  const { length } = state.doc;
  const shown = problems.map(({ start, end, code, severity, message }): Shown => {
    const from = Math.min(start, length);
    return {
      from,
      to: Math.min(Math.max(end, from), length),
      severity,
      message,
      renderMessage: () => told(message, code),
    };
  });
  return setDiagnostics(state, shown);
}

function told(message: string, code: string): Node {
  const box = document.createElement("div");
  const name = document.createElement("code");
  name.className = "gh-hover-fact";
  name.textContent = code;
  box.append(message, " ", name);
  return box;
}

export const problemGutter = (): Extension => lintGutter();

export const problemKeys: Extension = keymap.of([
  { key: "F8", run: nextDiagnostic },
  { key: "Shift-F8", run: previousDiagnostic },
]);
