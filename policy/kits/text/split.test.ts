import { describe, expect, it } from "vitest";
import { splitByCharacters, splitByTexts } from "./split";

const all = 0x7fffffff;
const codes = (text: string) => [...text].map((character) => character.charCodeAt(0));

describe("split", () => {
  it.each([
    ["a,b,,c", ",", all, 0, ["a", "b", "", "c"]],
    ["a,b,,c", ",", all, 1, ["a", "b", "c"]],
    [" a , b ", ",", all, 2, ["a", "b"]],
    [" , a", ",", all, 3, ["a"]],
    ["a b\tc", "", all, 0, ["a", "b", "c"]],
    ["a,b;c", ",;", all, 0, ["a", "b", "c"]],
    ["a,b,c", ",", 2, 0, ["a", "b,c"]],
    [",,a,,b,c", ",", 2, 1, ["a", "b,c"]],
    ["a,b", ",", 1, 0, ["a,b"]],
    ["a,b", ",", 0, 0, []],
    ["", ",", all, 0, [""]],
    ["", ",", all, 1, []],
  ])("%j by characters %j", (text, separators, count, options, parts) => {
    expect(splitByCharacters(text, codes(separators), count, options)).toEqual(parts);
  });

  it.each([
    ["a--b-c", ["--"], all, ["a", "b-c"]],
    ["a--b-c", ["--", "-"], all, ["a", "b", "c"]],
    ["a--b", ["", "-"], all, ["a", "", "b"]],
    ["abc", [""], all, ["abc"]],
    ["a::b::c", ["::"], 2, ["a", "b::c"]],
  ])("%j by texts %j", (text, separators, count, parts) => {
    expect(splitByTexts(text, separators, count, 0)).toEqual(parts);
  });
});
