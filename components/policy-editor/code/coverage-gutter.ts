import { type Extension, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { type EditorView, GutterMarker, gutter } from "@codemirror/view";

/** How often tests have reached a branch. */
export interface CoveredBranch {
  start: number;
  end: number;
  reached: number;
}

export interface CoverageWords {
  unreached: string;
  reached(times: number): string;
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

class CoverageMark extends GutterMarker {
  readonly #reached: number;
  readonly #words: CoverageWords;

  constructor(reached: number, words: CoverageWords) {
    super();
    this.#reached = reached;
    this.#words = words;
  }

  override eq(other: CoverageMark): boolean {
    return other.#reached === this.#reached && other.#words === this.#words;
  }

  override toDOM(): Node {
    const mark = document.createElement("span");
    const words = this.#reached === 0 ? this.#words.unreached : this.#words.reached(this.#reached);
    mark.className = `gh-coverage-mark ${this.#reached === 0 ? "gh-unreached" : "gh-reached"}`;
    mark.title = words;
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", words);
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

/** For every line of a branch how often the innermost one around it was reached. */
export function reachedByLine(view: Pick<EditorView, "state">): ReadonlyMap<number, number> {
  const { doc } = view.state;
  const lines = new Map<number, number>();
  const outerFirst = [...view.state.field(coverageField)].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { start, end, reached } of outerFirst) {
    const last = doc.lineAt(Math.min(end, doc.length)).number;
    for (let line = doc.lineAt(Math.min(start, doc.length)).number; line <= last; line++) lines.set(line, reached);
  }
  return lines;
}

/** A quiet stripe beside the branches of a policy: which of them no test reaches. */
export const coverageGutter = (words: CoverageWords): Extension => [
  coverageField,
  gutter({
    class: "gh-coverage",
    markers: (view) => {
      const { doc } = view.state;
      const lines = [...reachedByLine(view)].sort(([a], [b]) => a - b);
      return RangeSet.of(lines.map(([line, reached]) => new CoverageMark(reached, words).range(doc.line(line).from)));
    },
  }),
];
