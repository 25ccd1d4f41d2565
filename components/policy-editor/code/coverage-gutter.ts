import { type EditorState, type Extension, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { type EditorView, GutterMarker, gutter } from "@codemirror/view";

/** How often tests have reached a branch. */
export interface CoveredBranch {
  start: number;
  end: number;
  reached: number;
}

export interface CoverageWords {
  unreached: string;
  reached: string;
  /** Said where a search arrives. */
  found(line: number, at: number, count: number): string;
  allReached: string;
}

/** Shows what tests have reached; null shows nothing. */
export const setCoverage = StateEffect.define<readonly CoveredBranch[] | null>({
  map: (branches, change) =>
    branches?.map(({ start, end, reached }) => ({
      start: change.mapPos(start, 1),
      end: change.mapPos(end, -1),
      reached,
    })) ?? null,
});

export const saysOf = ({ reached }: CoveredBranch, words: CoverageWords): string =>
  reached === 0 ? words.unreached : words.reached;

class CoverageMark extends GutterMarker {
  readonly #branch: CoveredBranch;
  readonly #words: CoverageWords;

  constructor(branch: CoveredBranch, words: CoverageWords) {
    super();
    this.#branch = branch;
    this.#words = words;
  }

  override eq(other: CoverageMark): boolean {
    return (other.#branch.reached === 0) === (this.#branch.reached === 0) && other.#words === this.#words;
  }

  override toDOM(): Node {
    // Gutters are for the eye; what they say is spoken where the cursor goes.
    const mark = document.createElement("span");
    mark.className = `gh-coverage-mark ${this.#branch.reached === 0 ? "gh-unreached" : "gh-reached"}`;
    mark.title = saysOf(this.#branch, this.#words);
    return mark;
  }
}

/** What was given last, moved by every edit since. */
export const coverageField = StateField.define<readonly CoveredBranch[]>({
  create: () => [],
  update(branches, { effects, changes, docChanged }) {
    let now = branches;
    if (docChanged) {
      now = now
        .map(({ start, end, reached }) => ({ start: changes.mapPos(start, 1), end: changes.mapPos(end, -1), reached }))
        .filter(({ start, end }) => start < end);
    }
    for (const effect of effects) if (effect.is(setCoverage)) now = effect.value ?? [];
    return now;
  },
});

/** For every line of a branch the innermost one around it. */
export function branchByLine(state: EditorState): ReadonlyMap<number, CoveredBranch> {
  const { doc } = state;
  const lines = new Map<number, CoveredBranch>();
  const outerFirst = [...state.field(coverageField)].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const branch of outerFirst) {
    const last = doc.lineAt(Math.min(branch.end, doc.length)).number;
    for (let line = doc.lineAt(Math.min(branch.start, doc.length)).number; line <= last; line++)
      lines.set(line, branch);
  }
  return lines;
}

/** A quiet stripe beside the branches of a policy: which of them no test reaches. */
export const coverageGutter = (words: CoverageWords): Extension => [
  coverageField,
  gutter({
    class: "gh-coverage",
    markers: ({ state }: EditorView) => {
      const lines = [...branchByLine(state)].sort(([a], [b]) => a - b);
      return RangeSet.of(
        lines.map(([line, branch]) => new CoverageMark(branch, words).range(state.doc.line(line).from)),
      );
    },
  }),
];
