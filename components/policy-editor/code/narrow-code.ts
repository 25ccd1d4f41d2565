import { Compartment, type Extension, Prec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { hangingLines } from "./hanging-lines";

const narrowerThan = 560;

const tightBelow = 420;

const wide: Extension = [];

const narrow: Extension = [
  hangingLines(),
  Prec.high(
    EditorView.theme({
      "&": { fontSize: "12px" },
      ".cm-lineNumbers .cm-gutterElement": { padding: "0 2px 0 6px", minWidth: "24px" },
      ".cm-gutter-lint": { width: "14px" },
      ".cm-gutter-lint .cm-gutterElement": { padding: "0 2px" },
      ".cm-foldGutter .cm-gutterElement": { padding: "0 2px", width: "18px" },
    }),
  ),
];

/** Words are broken where nearly every line would end with one that does not fit. */
const tight: Extension = [narrow, Prec.high(EditorView.theme({ ".cm-lineWrapping": { wordBreak: "break-all" } }))];

const lookIn = (width: number): Extension => (width < tightBelow ? tight : width < narrowerThan ? narrow : wide);

/**
 * Beside something else, or on a phone, every column counts and nobody scrolls sideways to read a line: what the code
 * looks like there, and how to keep it so while the room changes.
 */
export function narrowCode(): { extension: Extension; follow(view: EditorView, room: HTMLElement): () => void } {
  const look = new Compartment();
  return {
    extension: look.of([]),
    follow(view, room) {
      let now = wide;
      const measure = () => {
        const next = lookIn(room.clientWidth);
        if (next === now) return;
        now = next;
        view.dispatch({ effects: look.reconfigure(next) });
      };
      measure();
      const observer = new ResizeObserver(measure);
      observer.observe(room);
      return () => observer.disconnect();
    },
  };
}
