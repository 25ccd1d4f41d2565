"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import type { Diagnostic } from "@/policy/diagnostics";
import type { Action } from "../../shell/actions";
import { useActions } from "../../shell/use-actions";
import type { Commands } from "./use-commands";

/** The editor's commands in the palette, on the sheet of keys, and on the keys themselves. */
export function useEditorActions({
  commands,
  readOnly,
  hasEffective,
  problems,
  onProblems,
  onReveal,
}: {
  commands: Commands;
  readOnly: boolean;
  hasEffective: boolean;
  problems: readonly Diagnostic[];
  onProblems(): void;
  onReveal(problem: Diagnostic): void;
}): void {
  const t = useTranslations("editor.actions");
  const at = useRef(-1);
  const step = (by: 1 | -1) => {
    if (problems.length === 0) return;
    const from = at.current < 0 && by < 0 ? 0 : at.current;
    at.current = (from + by + problems.length) % problems.length;
    const problem = problems[at.current];
    if (problem !== undefined) onReveal(problem);
  };
  const looking: Omit<Action, "group" | "label">[] = [
    { id: "visual", run: () => commands.show("visual") },
    { id: "split", run: () => commands.show("split") },
    { id: "code", run: () => commands.show("code") },
    ...(hasEffective ? [{ id: "effective", run: commands.effective }] : []),
    { id: "problems", run: onProblems },
    { id: "nextProblem", shortcut: "F8", run: () => step(1) },
    { id: "previousProblem", shortcut: "shift+F8", run: () => step(-1) },
    { id: "test", run: commands.test },
  ];
  const editing: Omit<Action, "group" | "label">[] = [
    { id: "undo", shortcut: "mod+z", notWhileTyping: true, run: commands.undo },
    { id: "redo", shortcut: "mod+shift+z", notWhileTyping: true, run: commands.redo },
    { id: "format", run: commands.format },
    { id: "review", shortcut: "mod+s", run: commands.review },
    { id: "saveToDraft", run: commands.saveToDraft },
    { id: "discard", run: commands.discard },
  ];
  useActions([
    ...[...looking, ...(readOnly ? [] : editing)].map((action) => ({
      ...action,
      id: `policy-${action.id}`,
      group: "page" as const,
      stays: true,
      label: t(action.id as "undo"),
    })),
    // The other usual keys for redo: not another line in the palette.
    ...(readOnly
      ? []
      : [
          {
            id: "policy-redo-again",
            group: "page" as const,
            stays: true,
            hidden: true,
            label: t("redo"),
            shortcut: "mod+y",
            notWhileTyping: true,
            run: commands.redo,
          },
        ]),
  ]);
}
