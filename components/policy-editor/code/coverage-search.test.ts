import { EditorState, type Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { expect, test } from "vitest";
import { coverageField, setCoverage } from "./coverage-gutter";
import { sayCoverage, toUnreached } from "./coverage-search";

const words = {
  unreached: "missed",
  reached: "reached",
  found: (line: number, at: number, count: number) => `line ${line}, ${at} of ${count}`,
  allReached: "all",
};
const doc = "<a>\n<b/>\n</a>\n<c>\n<d/>\n</c>\n<e/>";
const branch = (text: string, reached: number) => ({
  start: doc.indexOf(text),
  end: doc.indexOf(text) + text.length,
  reached,
});
const opened = (branches: Parameters<typeof setCoverage.of>[0]) => {
  const state = EditorState.create({ doc, extensions: [coverageField, sayCoverage(words)] });
  return state.update({ effects: setCoverage.of(branches) }).state;
};
const said = ({ effects }: Transaction) =>
  effects.filter((effect) => effect.is(EditorView.announce)).map(({ value }) => value);

const branches = [
  branch("<a>\n<b/>\n</a>", 1),
  branch("<b/>", 0),
  branch("<c>\n<d/>\n</c>", 0),
  branch("<d/>", 0),
  branch("<e/>", 1),
];

test("from one branch that no test reached to the next, around and back, each with its line", () => {
  let state = opened(branches);
  const go = (step: 1 | -1) => {
    const transaction = state.update(toUnreached(state, step, words));
    state = transaction.state;
    return [state.doc.lineAt(state.selection.main.head).number, ...said(transaction)];
  };
  expect(go(1)).toEqual([2, "line 2, 1 of 2"]);
  // What is inside of a branch that was missed is missed with it.
  expect(go(1)).toEqual([4, "line 4, 2 of 2"]);
  expect(go(1)).toEqual([2, "line 2, 1 of 2"]);
  expect(go(-1)).toEqual([4, "line 4, 2 of 2"]);
});

test("where tests reach all of them that is said, and the cursor stays", () => {
  const state = opened([branch("<e/>", 3)]);
  const transaction = state.update({ ...toUnreached(state, 1, words) });
  expect(said(transaction)).toEqual(["all"]);
  expect(transaction.state.selection.main.head).toBe(0);
});

test("a cursor that comes into another branch hears of it once, and nothing while it stays", () => {
  let state = opened(branches);
  const move = (line: number, userEvent = "select") => {
    const transaction = state.update({ selection: { anchor: state.doc.line(line).from }, userEvent });
    state = transaction.state;
    return said(transaction);
  };
  expect(move(2)).toEqual(["missed"]);
  expect(move(3)).toEqual(["reached"]);
  expect(move(4)).toEqual(["missed"]);
  expect(move(6)).toEqual([]);
  expect(move(5)).toEqual(["missed"]);
  expect(move(4)).toEqual(["missed"]);
  state = state.update({ selection: { anchor: state.doc.line(4).from + 1 }, userEvent: "select" }).state;
  expect(move(4)).toEqual([]);
  expect(move(7, "")).toEqual([]);
});
