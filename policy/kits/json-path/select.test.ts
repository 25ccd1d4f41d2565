import { describe, expect, it } from "vitest";
import { parseToken } from "@/policy/kits/json/load-token";
import { tokenText } from "@/policy/kits/json/write-token";
import { selectTokens } from "./select";

const json = "{'a':[{'n':1,'d':'2024-01-01T00:00:00Z'},{'n':2.0,'x':{'n':3}}],'b':{'n':'4'},'c d':[[1,2],[3]]}";
const all = (path: string) =>
  Array.from(selectTokens(parseToken(json), path, false), (token) => tokenText(token, false)).join(" ");

describe("JSONPath", () => {
  it.each([
    ["$.a[*].n", "1 2.0"],
    ["a[0]['n','d']", '1 "2024-01-01T00:00:00Z"'],
    ["$..n", '1 2.0 3 "4"'],
    ["$['c d'][*][0]", "1 3"],
    ["$['c d'][-1:][0]", "3"],
    ["a[?(@.n == 2)].n", "2.0"],
    ["a[?(@.n === 2)].n", "2.0"],
    ["a[?(@.d == '2024-01-01T00:00:00Z')].n", "1"],
    ["a[?(@.x.n > 2)].n", "2.0"],
    ["a[?(@.n < $.a[1].n)].n", "1"],
    ["a[?(@.x)].n", "2.0"],
    ["a[?(@.n == 1 || @.n == 9 && @.n == 8)].n", "1"],
    ["b[?(@ == '4')]", ""],
    ["", null],
  ])("%s", (path, expected) => {
    expect(all(path)).toBe(expected ?? tokenText(parseToken(json), false));
  });

  it.each([
    ["a[", "Path ended with open indexer."],
    ["a[x]", "Unexpected character while parsing path indexer: x"],
    ["a.", "Unexpected end while parsing path."],
    ["a[?(@.n = 1)]", "Could not read query operator."],
    ["a[?(@.n == 'x)]", "Path ended with an open string."],
    ["a[0]b", "Unexpected character following indexer: b"],
    ["a]", "Unexpected character while parsing path: ]"],
    ["a[::0]", "Step cannot be zero."],
  ])("%s is wrong", (path, message) => {
    expect(() => all(path)).toThrow(expect.objectContaining({ message }));
  });

  it("does not stumble over long paths", () => {
    expect(() => all(`${"a.".repeat(5000)}a`)).toThrow(
      expect.objectContaining({ typeName: "System.InsufficientExecutionStackException" }),
    );
  });
});
