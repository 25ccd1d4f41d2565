import type { Text } from "@codemirror/state";
import { type Diagnostic, isError } from "@/policy/diagnostics";
import type { Standing } from "@/policy/knowledge";
import { elementsOf, type XmlDocument } from "@/policy/xml/nodes";
import { treeOf } from "../model/tree-of";
import { draw } from "./draw";
import { cardsOf, type Drawing } from "./drawing";

export interface DrawnText {
  document: XmlDocument;
  drawing: Drawing;
}

/** "blank": there is no root to draw. */
export type Reading =
  | { state: "drawn"; drawn: DrawnText }
  | { state: "blank" }
  | { state: "broken"; problem: Diagnostic };

/** A text as cards; what did not change since the drawing before is the same. */
export function readForDrawing(text: Text, standing: Standing, before: Drawing | null): Reading {
  const { document, diagnostics } = treeOf(text);
  const [problem] = diagnostics;
  if (problem !== undefined) return { state: "broken", problem };
  const [root] = elementsOf(document.nodes);
  if (root === undefined) return { state: "blank" };
  if (standing.kind !== "resolver" && root.name !== standing.kind) {
    return { state: "broken", problem: rootProblem(document, standing) };
  }
  return { state: "drawn", drawn: { document, drawing: draw(document, standing, before) } };
}

function rootProblem({ source, nodes }: XmlDocument, { kind }: Standing): Diagnostic {
  const [root] = elementsOf(nodes);
  const before = source.slice(0, root?.nameSpan.start ?? 0).split("\n");
  return {
    code: "root-wrong",
    severity: "error",
    message: `<${root?.name ?? ""}> ≠ <${kind}>`,
    element: root?.name ?? "",
    span: root?.nameSpan ?? { start: 0, end: 0 },
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}

/** Whether nothing happens to a request yet but what happens anyway. */
export const isIdle = ({ lanes }: Drawing): boolean =>
  lanes.every(({ items }) => cardsOf(items).every(({ name }) => name === "base" || name === "forward-request"));

/** The same problem in the words of the person's language, where it has been checked already. */
export const inTheirWords = (problem: Diagnostic, diagnostics: readonly Diagnostic[]): string =>
  (
    diagnostics.find((each) => each.code === problem.code && each.span.start === problem.span.start) ??
    (problem.code === "root-wrong" ? diagnostics.find(isError) : undefined) ??
    problem
  ).message;
