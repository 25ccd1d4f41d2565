import { describe, expect, test } from "vitest";
import { searchText, searchTextBackwards } from "./search-text";

const repeated = (text: string, count: number) => text.repeat(count);

describe("searches find what the engine finds", () => {
  const texts = ["", "a", "abcabc", repeated("ab", 40), `${repeated("a", 300_000)}b${repeated("a", 300_000)}`];
  const wanted = ["", "a", "b", "bc", "abab", repeated("ab", 20), `${repeated("a", 20)}b`, `b${repeated("a", 20)}`];
  for (const text of texts)
    for (const what of wanted)
      test(`${what.slice(0, 24)} in ${text.length} characters`, () => {
        for (const start of [0, 1, 5, text.length])
          expect(searchText(text, what, start)).toBe(text.indexOf(what, start));
        expect(searchTextBackwards(text, what)).toBe(text.lastIndexOf(what));
      });
});
