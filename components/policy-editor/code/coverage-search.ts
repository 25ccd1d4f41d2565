import { EditorState, type Extension, type Transaction, type TransactionSpec } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { branchByLine, type CoverageWords, type CoveredBranch, coverageField, saysOf } from "./coverage-gutter";

const arrives = "select.coverage";

/** Branches that no test reached, in their order, those inside of others that were not reached left out. */
function unreachedIn(state: EditorState): CoveredBranch[] {
  const missed = state.field(coverageField).filter(({ reached }) => reached === 0);
  return missed
    .filter((branch) => !missed.some((other) => other !== branch && isWithin(branch, other)))
    .sort((a, b) => a.start - b.start);
}

const isWithin = (inner: CoveredBranch, outer: CoveredBranch): boolean =>
  inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start;

/** To the next branch, or the one before, that no test reached, and what is said of it; from the last to the first. */
export function toUnreached(state: EditorState, step: 1 | -1, words: CoverageWords): TransactionSpec {
  const places = unreachedIn(state);
  const { head } = state.selection.main;
  const found =
    step === 1 ? places.findIndex(({ start }) => start > head) : places.findLastIndex(({ start }) => start < head);
  const at = found >= 0 ? found : step === 1 ? 0 : places.length - 1;
  const place = places[at];
  if (place === undefined) return { effects: EditorView.announce.of(words.allReached) };
  const { number } = state.doc.lineAt(place.start);
  return {
    selection: { anchor: place.start },
    effects: [
      EditorView.scrollIntoView(place.start, { y: "center" }),
      EditorView.announce.of(words.found(number, at + 1, places.length)),
    ],
    userEvent: arrives,
  };
}

/** Says whether tests reach the branch that the cursor comes into. */
export const sayCoverage = (words: CoverageWords): Extension =>
  EditorState.transactionExtender.of((transaction) => {
    const branch = entered(transaction);
    return branch === null ? null : { effects: EditorView.announce.of(saysOf(branch, words)) };
  });

function entered(transaction: Transaction): CoveredBranch | null {
  const { startState, selection, docChanged } = transaction;
  if (selection === undefined || docChanged || !transaction.isUserEvent("select")) return null;
  if (transaction.isUserEvent(arrives) || startState.field(coverageField).length === 0) return null;
  const { doc } = startState;
  const [from, to] = [startState.selection.main.head, selection.main.head].map((head) => doc.lineAt(head).number);
  if (from === to) return null;
  const lines = branchByLine(startState);
  const branch = lines.get(to ?? 0) ?? null;
  return branch === lines.get(from ?? 0) ? null : branch;
}
