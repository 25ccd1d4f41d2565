import { insertNewlineAndIndent } from "@codemirror/commands";
import { foldService, indentService, indentUnit } from "@codemirror/language";
import { EditorState, type Extension, Prec, RangeSet } from "@codemirror/state";
import { Decoration, EditorView, keymap, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { openTagEnd, placeAt } from "@/policy/assist/place";
import { elementAround } from "@/policy/xml/element-path";
import { elementsOf, type XmlDocument, type XmlElement } from "@/policy/xml/nodes";
import { treeOf } from "../model/tree-of";

const treeIn = ({ doc }: EditorState): XmlDocument => treeOf(doc).document;

const folds = new WeakMap<XmlDocument, ReadonlyMap<number, { from: number; to: number }>>();

/** What can be folded, by where its line starts: from behind the start tag to before the end tag. */
function foldsOf(document: XmlDocument): ReadonlyMap<number, { from: number; to: number }> {
  let found = folds.get(document);
  if (found === undefined) {
    const made = new Map<number, { from: number; to: number }>();
    const { source } = document;
    const visit = (element: XmlElement): void => {
      const { span, closing, selfClosing, children } = element;
      const from = openTagEnd(element);
      const to = span.end - closing.length;
      const lineStart = source.lastIndexOf("\n", from - 1) + 1;
      const end = source.indexOf("\n", from);
      const hasLines = end !== -1 && end < to;
      if (!selfClosing && closing !== "" && hasLines && !made.has(lineStart)) made.set(lineStart, { from, to });
      for (const child of elementsOf(children)) visit(child);
    };
    for (const root of elementsOf(document.nodes)) visit(root);
    found = made;
    folds.set(document, found);
  }
  return found;
}

const folding = foldService.of((state, lineStart) => foldsOf(treeIn(state)).get(lineStart) ?? null);

/** As the author does it; four spaces where that cannot be seen. */
export function unitIn(text: string): string {
  const [, outer, inner] = /(?:^|\n)([ \t]*)<[A-Za-z][^\n]*[^/\n]>[ \t]*\n([ \t]+)<[A-Za-z]/.exec(text) ?? [];
  const isDeeper = outer !== undefined && inner?.startsWith(outer) === true && inner !== outer;
  const unit = isDeeper ? inner.slice(outer.length) : "";
  return /^(?:\t| {1,8})$/.test(unit) ? unit : "    ";
}

const width = (text: string, tabSize: number): number => {
  let columns = 0;
  for (const char of text) columns += char === "\t" ? tabSize - (columns % tabSize) : 1;
  return columns;
};

const indenting = indentService.of(({ state, unit, simulatedBreak }, position) => {
  const { doc, tabSize } = state;
  const line = doc.lineAt(position);
  const text = line.text.slice(
    simulatedBreak === null || simulatedBreak === undefined ? 0 : Math.max(0, simulatedBreak - line.from),
  );
  const indentOf = (at: number) => width(/^[ \t]*/.exec(doc.lineAt(at).text)?.[0] ?? "", tabSize);
  const at = simulatedBreak ?? line.from;
  const place = placeAt(treeIn(state), at);
  const isInElement = place?.kind === "content" || place?.kind === "closing-name" || place?.kind === "element-name";
  const parent = place?.around.at(-1);
  const previous = previousLine(state, at);
  if (
    !isInElement ||
    (parent !== undefined && /^\s*@[({]/.test(doc.sliceString(openTagEnd(parent), openTagEnd(parent) + 200)))
  ) {
    if (previous === null) return null;
    const opens = /[{([]\s*$/.test(previous.text);
    const closes = /^\s*[})\]]/.test(text);
    return Math.max(0, indentOf(previous.from) + (opens ? unit : 0) - (closes && !opens ? unit : 0));
  }
  if (parent === undefined) return 0;
  const base = indentOf(parent.span.start);
  return /^\s*<\//.test(text) ? base : base + unit;
});

/** The line that the one at `at` continues. */
function previousLine(state: EditorState, at: number): { from: number; text: string } | null {
  let line = state.doc.lineAt(at);
  const before = line.text.slice(0, at - line.from);
  if (before.trim() !== "") return { from: line.from, text: before };
  while (line.number > 1) {
    line = state.doc.line(line.number - 1);
    if (line.text.trim() !== "") return line;
  }
  return null;
}

/** Enter between a start tag and its end tag puts each on a line of its own. */
function openBetweenTags(view: EditorView): boolean {
  const { state } = view;
  const { main } = state.selection;
  if (state.readOnly || !main.empty) return false;
  const isBetween =
    state.sliceDoc(Math.max(0, main.head - 1), main.head) === ">" && state.sliceDoc(main.head, main.head + 2) === "</";
  if (!isBetween) return false;
  const [indent = ""] = /^[ \t]*/.exec(state.doc.lineAt(main.head).text) ?? [];
  const inner = `\n${indent}${state.facet(indentUnit)}`;
  view.dispatch({
    changes: { from: main.head, insert: `${inner}\n${indent}` },
    selection: { anchor: main.head + inner.length },
    userEvent: "input",
    scrollIntoView: true,
  });
  return true;
}

/** ">" behind a start tag writes the end tag, "</" the name of what is open. */
const closingTags = EditorView.inputHandler.of((view, from, to, text) => {
  const { state } = view;
  if (state.readOnly || view.composing || from !== to || (text !== ">" && text !== "/")) return false;
  const close = text === ">" ? endTagFor(state, from) : nameToClose(state, from);
  if (close === null) return false;
  view.dispatch({
    changes: { from, insert: text + close },
    selection: { anchor: from + (text === ">" ? 1 : 1 + close.length) },
    userEvent: "input.type",
    scrollIntoView: true,
  });
  return true;
});

function endTagFor(state: EditorState, at: number): string | null {
  const place = placeAt(treeIn(state), at);
  const isInTag = place?.kind === "attribute-name" || place?.kind === "element-name";
  if (!isInTag || place.element === null) return null;
  const { name } = place.element;
  const before = state.sliceDoc(place.element.span.start, at);
  if (!before.startsWith(`<${name}`) || before.endsWith("/") || before.includes(">")) return null;
  // The end tag is there already where the element has lost its ">" only.
  const closed = new RegExp(`^[^<]*</${name.replace(/[^\w-]/g, "\\$&")}\\s*>`);
  return closed.test(state.sliceDoc(at, at + 500)) ? null : `</${name}>`;
}

function nameToClose(state: EditorState, at: number): string | null {
  if (state.sliceDoc(Math.max(0, at - 1), at) !== "<") return null;
  const place = placeAt(treeIn(state), at);
  const open = place?.around.at(-1);
  return open === undefined || open.closing !== "" ? null : `${open.name}>`;
}

const matchingTag = Decoration.mark({ class: "gh-matching-tag" });

/** The names in both tags of the element that the cursor is at the name of. */
const matchingTags = ViewPlugin.fromClass(
  class {
    decorations = RangeSet.empty as RangeSet<Decoration>;
    update({ docChanged, selectionSet, state, focusChanged, view }: ViewUpdate) {
      if (!docChanged && !selectionSet && !focusChanged) return;
      this.decorations = view.hasFocus ? tagsAt(state) : RangeSet.empty;
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function tagsAt(state: EditorState): RangeSet<Decoration> {
  const { head } = state.selection.main;
  const document = treeIn(state);
  const element = elementAround(document, head) ?? elementAround(document, Math.max(0, head - 1));
  if (element === null || element.closing === "") return RangeSet.empty;
  const { nameSpan, span, closing, name } = element;
  const closeStart = span.end - closing.length + 2;
  const names = [
    { from: nameSpan.start, to: nameSpan.end },
    { from: closeStart, to: closeStart + name.length },
  ];
  if (!names.some(({ from, to }) => from <= head && head <= to)) return RangeSet.empty;
  return RangeSet.of(names.map(({ from, to }) => matchingTag.range(from, to)));
}

const languageData = EditorState.languageData.of((state, position) => {
  const place = placeAt(treeIn(state), position);
  const isContent = place?.kind === "content" || place?.kind === "element-name";
  return [
    {
      closeBrackets: { brackets: isContent ? ["{", "("] : ["(", "[", "{", '"'], before: ')]}:;>< "' },
      commentTokens: { block: { open: "<!--", close: "-->" } },
    },
  ];
});

/** How a document of elements is folded, indented, closed and matched. */
export const documentStructure = (text: string): Extension => [
  folding,
  indenting,
  indentUnit.of(unitIn(text)),
  languageData,
  closingTags,
  matchingTags,
  Prec.high(keymap.of([{ key: "Enter", run: (view) => openBetweenTags(view) || insertNewlineAndIndent(view) }])),
];
