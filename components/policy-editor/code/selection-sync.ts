import { Annotation, type Extension, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { type ElementPath, elementAround, elementAt, pathOf } from "@/policy/xml/element-path";
import { treeOf } from "../model/tree-of";

/** Moves of the cursor that the other views have asked for: they know already. */
const asked = Annotation.define<boolean>();

const setSelected = StateEffect.define<ElementPath | null>();
const line = Decoration.line({ class: "gh-selected-element" });

/** The element that all views show as chosen. */
const selectedElement = StateField.define<ElementPath | null>({
  create: () => null,
  update(before, { effects }) {
    let path = before;
    for (const effect of effects) if (effect.is(setSelected)) path = effect.value;
    return path;
  },
});

/** Its lines, as far as they are in view. */
const selectedLines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = linesOfSelected(view);
    }
    update({ docChanged, viewportChanged, startState, state, view }: ViewUpdate) {
      const isOther = state.field(selectedElement) !== startState.field(selectedElement, false);
      if (docChanged || viewportChanged || isOther) this.decorations = linesOfSelected(view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function linesOfSelected({ state, visibleRanges }: EditorView): DecorationSet {
  const { doc } = state;
  const path = state.field(selectedElement);
  const element = path === null || path === "" ? null : elementAt(treeOf(doc).document, path);
  if (element === null) return Decoration.none;
  const { start, end } = element.span;
  const marks = visibleRanges.flatMap(({ from, to }) => {
    const first = doc.lineAt(Math.min(Math.max(from, start), doc.length)).number;
    const last = doc.lineAt(Math.min(to, end, doc.length)).number;
    return from > end || to < start
      ? []
      : Array.from({ length: last - first + 1 }, (_, at) => line.range(doc.line(first + at).from));
  });
  return Decoration.set(marks);
}

const pathAt = (doc: Text, offset: number): ElementPath | null => {
  const tree = treeOf(doc).document;
  const element = elementAround(tree, offset);
  return element === null ? null : pathOf(tree, element);
};

/** Tells which element the cursor is in, whenever a person has moved it. */
export const selectionSync = (tell: (path: ElementPath | null) => void): Extension => [
  selectedElement,
  selectedLines,
  EditorView.updateListener.of(({ docChanged, selectionSet, transactions, state, view }) => {
    if (!selectionSet && !docChanged) return;
    if (!view.hasFocus || transactions.some((one) => one.annotation(asked))) return;
    const isOwn = transactions.some(
      (one) => one.isUserEvent("select") || one.isUserEvent("input") || one.isUserEvent("delete"),
    );
    if (!isOwn) return;
    const path = pathAt(state.doc, state.selection.main.head);
    if (path !== null) tell(path);
  }),
];

/** Shows the chosen element: the cursor goes to it, unless it is in it already or somebody is writing. */
export function showSelected(view: EditorView, path: ElementPath | null): void {
  const { state } = view;
  const effects: StateEffect<unknown>[] = [setSelected.of(path)];
  const element = path === null || path === "" ? null : elementAt(treeOf(state.doc).document, path);
  const { head } = state.selection.main;
  if (element === null || view.hasFocus || pathAt(state.doc, head) === path) {
    view.dispatch({ effects });
    return;
  }
  const { start } = element.nameSpan;
  effects.push(EditorView.scrollIntoView(start, { y: "center" }));
  view.dispatch({ selection: { anchor: start }, effects, annotations: asked.of(true) });
}
