import { EditorView } from "@codemirror/view";
import type { EditorDocument } from "../model/editor-document";

const triesFrames = 180;

/** Puts the cursor of the code view at a place, as soon as there is a code view. */
export function showInCode(document: EditorDocument, offset: number, focus: boolean, tries = triesFrames): void {
  const { view } = document;
  if (view === null) {
    if (tries > 0) requestAnimationFrame(() => showInCode(document, offset, focus, tries - 1));
    return;
  }
  const anchor = Math.min(offset, view.state.doc.length);
  view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
  if (focus) view.focus();
}
