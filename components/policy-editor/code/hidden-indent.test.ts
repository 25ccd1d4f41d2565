import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { hiddenIndent } from "./hidden-indent";

const doc = "@{\n        var a = 1;\n        return a;\n    }";
const state = EditorState.create({ doc, extensions: [hiddenIndent] });
const at = (line: number, column: number) => state.doc.line(line).from + column;
const cursorAfter = (anchor: number) => state.update({ selection: { anchor } }).state.selection.main.head;

describe("the indentation that is not shown", () => {
  it("is no place for the cursor, which would write before it", () => {
    expect(cursorAfter(at(2, 0))).toBe(at(2, 4));
    expect(cursorAfter(at(2, 2))).toBe(at(2, 4));
    expect(cursorAfter(at(4, 0))).toBe(at(4, 4));
  });
  it("leaves every place alone that is seen", () => {
    expect(cursorAfter(at(1, 0))).toBe(0);
    expect(cursorAfter(at(2, 4))).toBe(at(2, 4));
    expect(cursorAfter(at(2, 6))).toBe(at(2, 6));
  });
  it("ends where a line is written that begins further out", () => {
    const shallow = state.update({ changes: { from: at(4, 0), to: at(4, 4) } }).state;
    const line = shallow.doc.line(2);
    expect(shallow.update({ selection: { anchor: line.from } }).state.selection.main.head).toBe(line.from);
  });
});
