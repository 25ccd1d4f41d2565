import { EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { styleNonce } from "../../shell/style-nonce";
import { highlightDocument } from "../code/policy-highlight";

/** Code that is shown and not edited, but can be reached and scrolled with the keyboard. */
export const readOnlyCode = (label: string): Extension => [
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ "aria-label": label, "aria-readonly": "true", tabindex: "0" }),
  EditorView.cspNonce.of(styleNonce()),
  highlightDocument,
];
