import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, dropCursor, EditorView, keymap, rectangularSelection, tooltips } from "@codemirror/view";
import { styleNonce } from "../../shell/style-nonce";
import { codeTheme } from "./code-theme";

/** What every editor of code has. */
export const codeBase = (within: HTMLElement): Extension => [
  EditorView.cspNonce.of(styleNonce()),
  // Reached by Tab anyway; what checks or reads the page by its attributes sees it, too.
  EditorView.contentAttributes.of({ tabindex: "0" }),
  codeTheme,
  drawSelection(),
  dropCursor(),
  rectangularSelection(),
  EditorState.allowMultipleSelections.of(true),
  bracketMatching(),
  closeBrackets(),
  // Above everything that clips or scrolls; what is beside an open dialog cannot be reached.
  tooltips({ parent: within.closest<HTMLElement>("[role=dialog]") ?? document.body, position: "fixed" }),
  keymap.of([...closeBracketsKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
];
