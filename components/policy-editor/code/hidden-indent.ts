import {
  EditorSelection,
  EditorState,
  type Extension,
  Prec,
  RangeSetBuilder,
  StateField,
  type Text,
} from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap } from "@codemirror/view";
import { leadingSpace, sharedIndent } from "./shared-indent";

interface Hidden {
  indent: string;
  ranges: DecorationSet;
}

const nothing = Decoration.replace({});

function hide(doc: Text): Hidden {
  const indent = doc.lines < 2 ? "" : sharedIndent(doc.toString());
  const made = new RangeSetBuilder<Decoration>();
  for (let at = 2; indent !== "" && at <= doc.lines; at++) {
    const { from, text } = doc.line(at);
    const length = hiddenIn(text, indent);
    if (length > 0) made.add(from, from + length, nothing);
  }
  return { indent, ranges: made.finish() };
}

/** As much of a line as is hidden. */
const hiddenIn = (line: string, indent: string): number => Math.min(indent.length, leadingSpace(line).length);

const hidden = StateField.define<Hidden>({
  create: ({ doc }) => hide(doc),
  update: (before, { docChanged, state: { doc } }) => (docChanged ? hide(doc) : before),
  provide: (field) => [
    EditorView.decorations.from(field, ({ ranges }) => ranges),
    EditorView.atomicRanges.of(({ state }) => state.field(field).ranges),
  ],
});

/** Where a line begins to be seen. */
function sightOf(state: EditorState, offset: number): number {
  const { number, from, text } = state.doc.lineAt(offset);
  return number === 1 ? from : from + hiddenIn(text, state.field(hidden).indent);
}

/** No cursor stands in what is not seen, where it would write before the indentation. */
const staysInSight = EditorState.transactionFilter.of((transaction) => {
  const { selection, docChanged, startState: state } = transaction;
  if (selection === undefined || docChanged || state.field(hidden).indent === "") return transaction;
  const seen = (offset: number) => Math.max(offset, sightOf(state, offset));
  const isSeen = selection.ranges.every(({ anchor, head }) => seen(anchor) === anchor && seen(head) === head);
  if (isSeen) return transaction;
  const ranges = selection.ranges.map(({ anchor, head }) => EditorSelection.range(seen(anchor), seen(head)));
  return [transaction, { selection: EditorSelection.create(ranges, selection.mainIndex) }];
});

/** Whether the cursor is where a line other than the first begins to be seen, behind something hidden. */
function isAtMargin({ state }: EditorView): boolean {
  const { head } = state.selection.main;
  const { from, number } = state.doc.lineAt(head);
  return number > 1 && head > from && head === sightOf(state, head);
}

function back(view: EditorView, isExtending: boolean): boolean {
  if (!isAtMargin(view)) return false;
  const { anchor, head } = view.state.selection.main;
  const end = view.state.doc.lineAt(head).from - 1;
  view.dispatch({
    selection: { anchor: isExtending ? anchor : end, head: end },
    userEvent: "select",
    scrollIntoView: true,
  });
  return true;
}

/** Backspace at the margin joins a line to the one before. */
function join(view: EditorView): boolean {
  const { state } = view;
  const { head, empty } = state.selection.main;
  if (!empty || state.readOnly || !isAtMargin(view)) return false;
  const changes = { from: state.doc.lineAt(head).from - 1, to: head };
  view.dispatch({ changes, userEvent: "delete.backward", scrollIntoView: true });
  return true;
}

/** What is broken off the first line begins where the others do. */
function breakFirst(view: EditorView): boolean {
  const { state } = view;
  const { indent } = state.field(hidden);
  if (state.readOnly || indent === "" || state.doc.lineAt(state.selection.main.head).number !== 1) return false;
  view.dispatch(state.update(state.replaceSelection(`\n${indent}`), { userEvent: "input", scrollIntoView: true }));
  return true;
}

export const indentHiddenIn = ({ state }: EditorView): string => state.field(hidden).indent;

/** Hides how far a value of several lines stands from the margin of its document, which says nothing about it. */
export const hiddenIndent: Extension = [
  hidden,
  staysInSight,
  Prec.high(
    keymap.of([
      { key: "Backspace", run: join },
      { key: "Enter", run: breakFirst },
      ...["ArrowLeft", "Ctrl-ArrowLeft", "Alt-ArrowLeft"].map((key) => ({
        key,
        run: (view: EditorView) => back(view, false),
        shift: (view: EditorView) => back(view, true),
      })),
    ]),
  ),
];
