import { Annotation, type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { parsed } from "@/policy/assist/parsed";
import { type ElementPath, elementAround, elementAt, pathOf } from "@/policy/xml/element-path";

/** Moves of the cursor that the other views have asked for: they know already. */
const asked = Annotation.define<boolean>();

const setSelected = StateEffect.define<ElementPath | null>();
const line = Decoration.line({ class: "gh-selected-element" });

/** The lines of the element that all views show as chosen. */
const selectedElement = StateField.define<{ path: ElementPath | null; marks: DecorationSet }>({
  create: () => ({ path: null, marks: Decoration.none }),
  update(value, { effects, docChanged, state }) {
    let { path } = value;
    for (const effect of effects) if (effect.is(setSelected)) path = effect.value;
    if (path === value.path && !docChanged) return value;
    const element = path === null || path === "" ? null : elementAt(parsed(state.doc.toString()), path);
    if (element === null) return { path, marks: Decoration.none };
    const { doc } = state;
    const last = doc.lineAt(Math.min(element.span.end, doc.length)).number;
    const marks = [];
    for (let at = doc.lineAt(element.span.start).number; at <= last; at++) marks.push(line.range(doc.line(at).from));
    return { path, marks: Decoration.set(marks) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
});

const pathAt = (text: string, offset: number): ElementPath | null => {
  const tree = parsed(text);
  const element = elementAround(tree, offset);
  return element === null ? null : pathOf(tree, element);
};

/** Tells which element the cursor is in, whenever a person has moved it. */
export const selectionSync = (tell: (path: ElementPath | null) => void): Extension => [
  selectedElement,
  EditorView.updateListener.of(({ docChanged, selectionSet, transactions, state, view }) => {
    if (!selectionSet && !docChanged) return;
    if (!view.hasFocus || transactions.some((one) => one.annotation(asked))) return;
    const isOwn = transactions.some(
      (one) => one.isUserEvent("select") || one.isUserEvent("input") || one.isUserEvent("delete"),
    );
    if (!isOwn) return;
    const path = pathAt(state.doc.toString(), state.selection.main.head);
    if (path !== null) tell(path);
  }),
];

/** Shows the chosen element: the cursor goes to it, unless it is in it already or somebody is writing. */
export function showSelected(view: EditorView, path: ElementPath | null): void {
  const { state } = view;
  const effects: StateEffect<unknown>[] = [setSelected.of(path)];
  const text = state.doc.toString();
  const element = path === null || path === "" ? null : elementAt(parsed(text), path);
  const { head } = state.selection.main;
  if (element === null || view.hasFocus || pathAt(text, head) === path) {
    view.dispatch({ effects });
    return;
  }
  const { start } = element.nameSpan;
  effects.push(EditorView.scrollIntoView(start, { y: "center" }));
  view.dispatch({ selection: { anchor: start }, effects, annotations: asked.of(true) });
}
