import { type EditorState, type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { codePieces } from "@/policy/assist/code-pieces";
import { type ClassifiedToken, tokens } from "@/policy/assist/tokens";
import { isExpression } from "@/policy/expression/is-expression";
import { treeOf } from "../model/tree-of";

type Classify = (state: EditorState, from: number, to: number) => readonly ClassifiedToken[];

const inDocument: Classify = (state, from, to) => tokens(treeOf(state.doc).document, from, to);

const inExpression: Classify = (state, from, to) => {
  const code = state.doc.toString();
  if (!isExpression(code)) return [];
  let at = 0;
  return codePieces(code).flatMap((piece) => {
    const token = { from: Math.max(at, from), to: Math.min(piece.to, to), type: piece.type };
    at = piece.to;
    return token.from < token.to ? [token] : [];
  });
};

const plain: ReadonlySet<string> = new Set(["text", "code-space"]);
const marks = new Map<string, Decoration>();

function markOf(type: string): Decoration {
  let mark = marks.get(type);
  if (mark === undefined) {
    mark = Decoration.mark({ class: `gh-${type}` });
    marks.set(type, mark);
  }
  return mark;
}

function decorations({ state, visibleRanges }: EditorView, classify: Classify): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    for (const token of classify(state, from, to)) {
      if (!plain.has(token.type)) builder.add(token.from, token.to, markOf(token.type));
    }
  }
  return builder.finish();
}

const highlighter = (classify: Classify): Extension =>
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = decorations(view, classify);
      }
      update({ docChanged, viewportChanged, view }: ViewUpdate) {
        if (docChanged || viewportChanged) this.decorations = decorations(view, classify);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );

const colour = (name: string, more: Record<string, string> = {}) => ({ color: `var(--${name})`, ...more });

/** The hues of the tokens of the portal; nothing but colour, so that text never moves. */
const colours = EditorView.theme({
  ".gh-bracket, .gh-equals, .gh-quote, .gh-code-punctuation": colour("text-muted"),
  ".gh-element": colour("info"),
  ".gh-attribute": colour("backend"),
  ".gh-value": colour("good"),
  ".gh-comment, .gh-code-comment": colour("text-faint", { fontStyle: "italic" }),
  ".gh-declaration": colour("text-faint"),
  ".gh-malformed": colour("bad"),
  ".gh-named-value": colour("warn", { backgroundColor: "var(--warn-soft)", borderRadius: "3px" }),
  ".gh-code-frame": colour("accent"),
  ".gh-code-keyword": colour("backend"),
  ".gh-code-type": colour("outbound"),
  ".gh-code-call": colour("info"),
  ".gh-code-string": colour("good"),
  ".gh-code-number": colour("warn"),
});

export const highlightDocument: Extension = [highlighter(inDocument), colours];
export const highlightExpression: Extension = [highlighter(inExpression), colours];
