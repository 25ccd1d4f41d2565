import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BudgetExceeded, begin, end } from "@/policy/expression/values/budget";
import { CompiledRegex } from "./compiled-regex";
import { NetRegex } from "./net-regex";

const all = (pattern: string, text: string, options = 0) =>
  new NetRegex(pattern, options).matches(text).items.map((match) => match.value);

describe("regular expressions", () => {
  it.each<[string, string, string[]]>([
    ["a+b?", "aab a b", ["aab", "a"]],
    ["(?<=a)b", "ab cb", ["b"]],
    ["(?<!a)b", "ab cb", ["b"]],
    ["(?<=^\\w+)=", "key=value", ["="]],
    ["(a)(?=\\1)", "aab", ["a"]],
    ["(?>a+)ab", "aaab", []],
    ["\\bfoo\\b", "foo food foo", ["foo", "foo"]],
    ["(?i)HeLLo", "hello HELLO", ["hello", "HELLO"]],
    ["[a-z-[aeiou]]+", "hello", ["h", "ll"]],
    ["\\p{Lu}+", "abCDe", ["CD"]],
    ["^.*?$", "one\ntwo", []],
    ["(?m)^\\w+$", "one\ntwo", ["one", "two"]],
    ["(?s)a.b", "a\nb", ["a\nb"]],
    ["(a|b)*c", "ababc", ["ababc"]],
    ["(?:x(?:y|z)){2,3}", "xyxzxyxz", ["xyxzxy"]],
    ["a{2}?", "aaa", ["aa"]],
    ["(?(?=a)ab|cd)", "ab cd", ["ab", "cd"]],
    ["(a)?(?(1)b|c)", "ab c", ["ab", "c"]],
    ["(?x) a b # comment\n c", "abc", ["abc"]],
    ["", "ab", ["", "", ""]],
    ["x*", "axb", ["", "x", "", ""]],
    ["\\u0041\\x42\\103", "ABC", ["ABC"]],
    ["a{,2}", "a{,2}", ["a{,2}"]],
    ["[]a]+", "]a", ["]a"]],
    ["\\Aab\\z", "ab", ["ab"]],
    ["\\d+", "1\u0663", ["1\u0663"]],
  ])("%s in %s", (pattern, text, expected) => expect(all(pattern, text)).toEqual(expected));

  it("numbers unnamed groups before named ones", () => {
    const match = new NetRegex("(?<n>a)(b)(?<m>c)").match("abc");
    expect(match.groups.items.map(({ name, value }) => `${name}=${value}`)).toEqual(["0=abc", "1=b", "n=a", "m=c"]);
  });

  it("keeps every capture of a group", () => {
    const match = new NetRegex("(?:(\\w)-?)+").match("a-b-c");
    expect(match.groups.group(1).captures.items.map(({ value }) => value)).toEqual(["a", "b", "c"]);
  });

  it.each([
    ["(", "Invalid pattern '(' at offset 1. Not enough )'s."],
    [")", "Invalid pattern ')' at offset 1. Too many )'s."],
    ["*a", "Invalid pattern '*a' at offset 1. Quantifier '*' following nothing."],
    ["a**", "Invalid pattern 'a**' at offset 3. Nested quantifier '*'."],
    ["[a", "Invalid pattern '[a' at offset 2. Unterminated [] set."],
    ["[z-a]", "Invalid pattern '[z-a]' at offset 4. [x-y] range in reverse order."],
    ["a{2,1}", "Invalid pattern 'a{2,1}' at offset 6. Illegal {x,y} with x > y."],
    ["\\", "Invalid pattern '\\' at offset 1. Illegal \\ at end of pattern."],
    ["\\y", "Invalid pattern '\\y' at offset 2. Unrecognized escape sequence \\y."],
    ["(a)\\2", "Invalid pattern '(a)\\2' at offset 5. Reference to undefined group number 2."],
    ["\\k<x>", "Invalid pattern '\\k<x>' at offset 5. Reference to undefined group name 'x'."],
    ["\\p{Nope}", "Invalid pattern '\\p{Nope}' at offset 8. Unknown property 'Nope'."],
    ["(?z)", "Invalid pattern '(?z)' at offset 3. Unrecognized grouping construct."],
  ])("refuses %s", (pattern, message) => {
    expect(() => new NetRegex(pattern)).toThrow(expect.objectContaining({ message }));
  });
});

describe("budget", () => {
  beforeEach(() => begin({ steps: 300_000, bytes: 8_000_000, milliseconds: 60_000 }));
  afterEach(end);

  it.each([
    ["^(a+)+$", `${"a".repeat(40)}b`],
    ["(a|a)*$", `${"a".repeat(40)}b`],
    ["(.*)*x", "a".repeat(200)],
    ["\\w+\\w+\\w+\\w+\\w+\\d!", "a".repeat(5000)],
    [".*.*=.*", "x".repeat(20_000)],
  ])("%s ends", (pattern, text) => {
    expect(() => new NetRegex(pattern).isMatch(text)).toThrow(BudgetExceeded);
  });

  it("ends what needs too much memory", () => {
    expect(() => new NetRegex("(?:a|b|(c))*d").isMatch("a".repeat(400_000))).toThrow(BudgetExceeded);
  });
});

describe("the native engine", () => {
  const texts = ["", "a", "abc", "aab-12", "foo@bar.com", "\n", "a\n", "1.2.3", "ABC", "a=b;c=d", "%3F", "x\u00e9y"];

  it.each([
    ["^[a-z]+@[a-z]+\\.com$", 0],
    ["(\\w+)=(\\w+)", 0],
    ["[0-9]{1,3}\\.(\\d+)?", 0],
    ["abc|a", 1],
    ["(a)|(b)", 0],
    ["a$", 0],
    ["^$", 2],
    ["%[0-9A-Fa-f]{2}", 0],
    ["[^=;]*", 0],
    ["\\s|\\S", 0],
    [".+", 16],
    ["(x)?(?:a|b)", 0],
  ])("%s finds what our own finds", (pattern, options) => {
    const regex = new CompiledRegex(pattern, options);
    expect(regex.native).not.toBeNull();
    const shape = (captures: readonly number[] | null) => {
      if (captures === null) return null;
      const groups: string[] = [];
      for (let at = 0; at < captures.length; at += 4) groups.push(captures.slice(at, at + 3).join(":"));
      return groups.sort();
    };
    for (const text of texts) {
      for (let from = 0; from <= text.length; from++)
        expect(shape(regex.find(text, from))).toEqual(shape(regex.searchSlowly(text, from)));
    }
  });

  it.each(["(a+)+", "\\bfoo", "(a)\\1", "(?=a)", "(a)*"])("leaves %s to ours", (pattern) => {
    expect(new CompiledRegex(pattern, 0).native).toBeNull();
  });
});
