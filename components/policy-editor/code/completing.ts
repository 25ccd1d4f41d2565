import { autocompletion } from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { type AskCompletion, type CompletionWords, completionSource } from "./completion-source";

const letters: Readonly<Record<string, string>> = {
  element: "<",
  attribute: "=",
  value: "•",
  "named-value": "{",
  reference: "→",
  variable: "$",
  header: "H",
  expression: "@",
  property: "p",
  field: "f",
  method: "m",
  local: "x",
  type: "T",
  namespace: "n",
  keyword: "k",
};

/** Completion by the language service; a letter before each item says what it is. */
export const completing = (ask: AskCompletion, words: CompletionWords): Extension =>
  autocompletion({
    override: [completionSource(ask, words)],
    icons: false,
    maxRenderedOptions: 80,
    activateOnTypingDelay: 60,
    addToOptions: [
      {
        position: 20,
        render: ({ type = "" }) => {
          const kind = document.createElement("span");
          kind.className = `gh-kind gh-kind-${type}`;
          kind.textContent = letters[type] ?? "";
          kind.setAttribute("aria-hidden", "true");
          return kind;
        },
      },
    ],
  });
