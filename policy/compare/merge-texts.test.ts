import { describe, expect, test } from "vitest";
import { Random } from "@/policy/testing/random";
import { diffLines } from "./diff-lines";
import { linesOf, mergedText, mergeTexts } from "./merge-texts";

const text = (letters: string) => letters.split("").join("\n");
/** "a" for merged lines, "[b|m|t]" for a conflict. */
const told = (base: string, mine: string, theirs: string) =>
  mergeTexts(text(base), text(mine), text(theirs))
    .map((piece) =>
      piece.kind === "merged"
        ? piece.lines.join("")
        : `[${[piece.base, piece.mine, piece.theirs].map((lines) => lines.join("")).join("|")}]`,
    )
    .join("");

test.each([
  ["nobody changed anything", "abc", "abc", "abc", "abc"],
  ["only mine", "abc", "aBc", "abc", "aBc"],
  ["only theirs", "abc", "abc", "aBc", "aBc"],
  ["in two places", "abcdef", "Abcdef", "abcdeF", "AbcdeF"],
  ["insertions in two places", "abcd", "axbcd", "abcyd", "axbcyd"],
  ["deletions in two places", "abcdef", "acdef", "abcdf", "acdf"],
  ["both the same", "abc", "aXc", "aXc", "aXc"],
  ["both deleted it", "abc", "ac", "ac", "ac"],
  ["both changed the same line", "abc", "aXc", "aYc", "a[b|X|Y]c"],
  ["one deletes what the other changes", "abc", "ac", "aYc", "a[b||Y]c"],
  ["both add in the same place", "ab", "axb", "ayb", "a[|x|y]b"],
  ["both add at the end", "ab", "abx", "aby", "ab[|x|y]"],
  ["lines next to each other", "abcd", "aXcd", "abYd", "a[bc|Xc|bY]d"],
  ["one of two of theirs meets mine", "abcdefg", "aXXdefg", "aYcdeZg", "a[bc|XX|Yc]deZg"],
  ["theirs spans two of mine", "abcdefg", "aXcdYfg", "aPQRSTg", "a[bcdef|XcdYf|PQRST]g"],
  ["what is alike in both at the ends is no conflict", "abc", "a12X3c", "a12Y3c", "a12[b|X|Y]3c"],
  ["from nothing", "", "a", "b", "[|a|b]"],
  ["all gone on one side", "abc", "", "abc", ""],
])("%s", (_, base, mine, theirs, result) => expect(told(base, mine, theirs)).toBe(result));

test("line breaks are those of mine", () => {
  const pieces = mergeTexts("a\r\nb\r\nc\r\nd\r\n", "A\nb\nc\nd\n", "a\r\nb\r\nc\r\nD\r\n");
  expect(mergedText(pieces, () => [], "A\nb\nc\nd\n")).toBe("A\nb\nc\nD\n");
  expect(mergedText(pieces, () => [], "a\r\n")).toBe("A\r\nb\r\nc\r\nD\r\n");
});

describe("of any texts", () => {
  const random = new Random(11);
  const edited = (lines: readonly string[]) => {
    const result = [...lines];
    for (let count = random.below(4); count > 0; count--) {
      const at = random.below(result.length + 1);
      result.splice(
        at,
        random.below(3),
        ...Array.from({ length: random.below(3) }, () => random.of(["x", "y", "z", "a"])),
      );
    }
    return result;
  };
  const rounds = Array.from({ length: 2_000 }, () => {
    const base = Array.from({ length: random.below(12) }, () => random.of(["a", "b", "c", "d", "e"]));
    return { base, mine: edited(base), theirs: edited(base) };
  });

  test("a difference, applied, gives the other text", () => {
    for (const { base, mine } of rounds) {
      const result = [...base];
      for (const { before, after } of diffLines(base, mine).reverse()) {
        expect(base.slice(before.from, before.to)).not.toEqual(mine.slice(after.from, after.to));
        result.splice(before.from, before.to - before.from, ...mine.slice(after.from, after.to));
      }
      expect(result).toEqual(mine);
    }
  });

  test("nothing of either is lost", () => {
    for (const { base, mine, theirs } of rounds) {
      const [left, right, origin] = [mine, theirs, base].map((lines) => lines.join("\n")) as [string, string, string];
      const pieces = mergeTexts(origin, left, right);
      // With the other side as it was, each gives itself.
      expect(mergedText(mergeTexts(origin, left, origin), () => ["lost"], "")).toBe(left);
      expect(mergedText(mergeTexts(origin, origin, right), () => ["lost"], "")).toBe(right);
      expect(mergedText(mergeTexts(origin, left, left), () => ["lost"], "")).toBe(left);
      // Every line that one of them added is in the result, or in that side of a conflict.
      for (const [text, side] of [
        [left, "mine"],
        [right, "theirs"],
      ] as const) {
        const result = linesOf(mergedText(pieces, (conflict) => conflict[side], ""));
        const added = diffLines(linesOf(origin), linesOf(text)).flatMap(({ after }) =>
          linesOf(text).slice(after.from, after.to),
        );
        for (const line of added) expect(result).toContain(line);
      }
    }
  });

  test("which of the two is mine does not matter", () => {
    for (const { base, mine, theirs } of rounds) {
      const [one, other] = [
        mergeTexts(base.join("\n"), mine.join("\n"), theirs.join("\n")),
        mergeTexts(base.join("\n"), theirs.join("\n"), mine.join("\n")),
      ];
      expect(mergedText(one, (conflict) => conflict.mine, "")).toBe(
        mergedText(other, (conflict) => conflict.theirs, ""),
      );
    }
  });
});

test("texts with thousands of differences have one", () => {
  const lines = (prefix: string) => Array.from({ length: 3_000 }, (_, index) => `${prefix}${index}`);
  expect(diffLines(lines("a"), lines("b"))).toEqual([
    { before: { from: 0, to: 3_000 }, after: { from: 0, to: 3_000 } },
  ]);
});
