import { EditorState, type Extension } from "@codemirror/state";

/** What the parts of CodeMirror say, by their own words, and the name of each among our texts. */
const names = {
  find: "Find",
  replaceWith: "Replace",
  next: "next",
  previous: "previous",
  all: "all",
  matchCase: "match case",
  regexp: "regexp",
  byWord: "by word",
  replace: "replace",
  replaceAll: "replace all",
  close: "close",
  currentMatch: "current match",
  onLine: "on line",
  replacedMatches: "replaced $ matches",
  replacedMatch: "replaced match on line $",
  goToLine: "Go to line",
  go: "go",
  foldedLines: "Folded lines",
  unfoldedLines: "Unfolded lines",
  to: "to",
  foldedCode: "folded code",
  unfold: "unfold",
  foldLine: "Fold line",
  unfoldLine: "Unfold line",
  completions: "Completions",
  diagnostics: "Diagnostics",
  noDiagnostics: "No diagnostics",
  controlCharacter: "Control character",
  selectionDeleted: "Selection deleted",
} as const;

export type PhraseName = keyof typeof names;

export const phrases = (say: (name: PhraseName) => string): Extension =>
  EditorState.phrases.of(
    Object.fromEntries(Object.entries(names).map(([name, own]) => [own, say(name as PhraseName)])),
  );
