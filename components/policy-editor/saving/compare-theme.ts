import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { codeLook } from "../code/code-look";

const compared = EditorView.theme({
  "&": { backgroundColor: "var(--surface)", fontSize: "12px" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-content": { padding: "4px 0" },
  ".cm-gutters": { backgroundColor: "var(--sunken)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-merge-a .cm-changedLine, .cm-deletedChunk": { backgroundColor: "var(--bad-soft)" },
  "&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine": { backgroundColor: "var(--good-soft)" },
  ".cm-deletedChunk": { padding: "0 0 0 6px" },
  "&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText": {
    background: "color-mix(in srgb, var(--bad) 22%, transparent)",
  },
  "&.cm-merge-b .cm-changedText": { background: "color-mix(in srgb, var(--good) 22%, transparent)" },
  ".cm-deletedLine, .cm-deletedLine del": { textDecoration: "none" },
  ".cm-changeGutter": { width: "3px", paddingLeft: "0" },
  "&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter": { background: "var(--bad)" },
  "&.cm-merge-b .cm-changedLineGutter": { background: "var(--good)" },
  ".cm-collapsedLines": {
    background: "var(--sunken)",
    color: "var(--text-muted)",
    padding: "4px 8px",
    fontFamily: "var(--font-sans)",
  },
  // The ornaments around it are in few fonts.
  ".cm-collapsedLines::before, .cm-collapsedLines::after": { content: "none" },
});

/** How text is shown where it is compared. */
export const compareTheme: Extension = [compared, codeLook];
