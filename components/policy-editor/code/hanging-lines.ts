import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { leadingSpace } from "./shared-indent";

const step = 2;
/** Deeper lines leave too little room for what is continued. */
const deepest = 8;
const linePadding = 6;
const styles = new Map<number, Decoration>();

function hangingBy(columns: number): Decoration {
  const known = styles.get(columns);
  if (known !== undefined) return known;
  const style = `text-indent: -${columns}ch; padding-left: calc(${columns}ch + ${linePadding}px)`;
  const made = Decoration.line({ attributes: { style } });
  styles.set(columns, made);
  return made;
}

function hang({ state: { doc, tabSize }, visibleRanges }: EditorView, indent: () => string): DecorationSet {
  const made = new RangeSetBuilder<Decoration>();
  const shared = indent().length;
  let last = 0;
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = doc.lineAt(at);
      at = line.to + 1;
      if (line.number <= last) continue;
      last = line.number;
      const space = leadingSpace(line.text);
      const tabs = space.split("\t").length - 1;
      const columns = space.length + tabs * (tabSize - 1) - (line.number === 1 ? 0 : shared);
      made.add(line.from, line.from, hangingBy(Math.min(Math.max(0, columns), deepest) + step));
    }
  }
  return made.finish();
}

/** Lines are wrapped, and what is continued stands further in than where its line began. */
export const hangingLines = (indent: (view: EditorView) => string = () => ""): Extension => [
  EditorView.lineWrapping,
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = hang(view, () => indent(view));
      }
      update({ docChanged, viewportChanged, view }: ViewUpdate) {
        if (docChanged || viewportChanged) this.decorations = hang(view, () => indent(view));
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
];
