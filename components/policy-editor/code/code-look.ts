import { EditorView } from "@codemirror/view";

/** What all code has alike, edited or compared: the portal's colours, in light and dark, and its font for code. */
export const codeLook = EditorView.theme({
  "&": { color: "var(--text)" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "20px" },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-gutters": { color: "var(--text-faint)", border: "none" },
});
