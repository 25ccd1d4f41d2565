import { expect, test } from "vitest";
import { diffLines, withoutTheSame } from "./diff-lines";

const text = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${{ same: " ", removed: "-", added: "+" }[kind]}${text}`);

test("what was taken away, what was added and what stayed", () => {
  expect(text("a\nb\nc", "a\nx\nc\nd")).toEqual([" a", "-b", "+x", " c", "+d"]);
  expect(text("a\nb\na\nb", "b\na")).toEqual(["-a", " b", " a", "-b"]);
  expect(text("same", "same")).toEqual([" same"]);
  expect(text("", "a")).toEqual(["-", "+a"]);
});

test("either side can be put together again, also when there is too much to compare", () => {
  const before = Array.from({ length: 1500 }, (_, at) => `line ${at}`).join("\n");
  const after = Array.from({ length: 1500 }, (_, at) => `line ${at * 3}`).join("\n");
  const lines = diffLines(before, after);
  const side = (without: string) =>
    lines
      .filter(({ kind }) => kind !== without)
      .map((line) => line.text)
      .join("\n");
  expect(side("added")).toBe(before);
  expect(side("removed")).toBe(after);
});

test("what is far from any difference is left out", () => {
  const before = Array.from({ length: 20 }, (_, at) => `${at}`);
  const after = before.with(10, "ten");
  const shown = withoutTheSame(diffLines(before.join("\n"), after.join("\n")));
  expect(shown.map((line) => line?.text ?? null)).toEqual([null, "8", "9", "10", "ten", "11", "12", null]);
});
