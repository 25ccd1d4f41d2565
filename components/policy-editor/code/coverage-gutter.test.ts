import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { branchByLine, coverageField, setCoverage } from "./coverage-gutter";

const doc = "<choose>\n<when>\na\n</when>\n<otherwise>\nb\n</otherwise>\n</choose>";
const span = (from: string, to: string) => ({ start: doc.indexOf(from), end: doc.indexOf(to) + to.length });

test("the innermost branch of a line counts, and edits move it", () => {
  let state = EditorState.create({ doc, extensions: [coverageField] });
  const branches = [
    { ...span("<when>", "</when>"), reached: 2 },
    { ...span("<otherwise>", "</otherwise>"), reached: 0 },
  ];
  state = state.update({ effects: setCoverage.of(branches) }).state;
  const lines = () => [...branchByLine(state)].map(([line, { reached }]) => [line, reached]).sort();
  expect(lines()).toEqual([
    [2, 2],
    [3, 2],
    [4, 2],
    [5, 0],
    [6, 0],
    [7, 0],
  ]);
  state = state.update({ changes: { from: 0, insert: "\n" } }).state;
  expect(lines()[0]).toEqual([3, 2]);
  state = state.update({ changes: { from: 0, to: state.doc.length, insert: "x" } }).state;
  expect(lines()).toEqual([]);
  state = state.update({ effects: setCoverage.of(null) }).state;
  expect(state.field(coverageField)).toEqual([]);
});
