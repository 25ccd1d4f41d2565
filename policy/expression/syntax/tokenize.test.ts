import { describe, expect, it } from "vitest";
import { Problems } from "./problems";
import { tokenize } from "./tokenize";

function read(text: string, namedValues = true) {
  const problems = new Problems(text.length);
  const tokens = tokenize(text, 0, text.length, problems, { namedValues });
  return { tokens: tokens.slice(0, -1), problems: problems.sorted() };
}
const texts = (text: string) => read(text).tokens.map((token) => token.text);
const value = (text: string) => read(text).tokens[0]?.value;
const problem = (text: string) => {
  const [first] = read(text).problems;
  return first === undefined ? null : [first.code, first.start, first.end];
};

describe("numbers", () => {
  it.each([
    ["0", "int", 0],
    ["2147483647", "int", 2147483647],
    ["2147483648", "uint", 2147483648],
    ["4294967295", "uint", 4294967295],
    ["4294967296", "long", 4294967296n],
    ["9223372036854775808", "ulong", 9223372036854775808n],
    ["1u", "uint", 1],
    ["1L", "long", 1n],
    ["1UL", "ulong", 1n],
    ["1lu", "ulong", 1n],
    ["4294967296U", "ulong", 4294967296n],
    ["0xFF", "int", 255],
    ["0xFFFFFFFF", "uint", 4294967295],
    ["0xFFL", "long", 255n],
    ["0b1010", "int", 10],
    ["0b_1010_1010", "int", 170],
    ["1_000_000", "int", 1000000],
    ["1.5", "double", 1.5],
    [".5", "double", 0.5],
    ["1e3", "double", 1000],
    ["1.5e-3", "double", 0.0015],
    ["1d", "double", 1],
    ["1f", "float", 1],
    ["0.1f", "float", Math.fround(0.1)],
    ["1.50m", "decimal", "1.50"],
    ["10M", "decimal", "10"],
    ["1.5e2m", "decimal", "150"],
    ["12.5e-3m", "decimal", "0.0125"],
    ["1_0.2_5m", "decimal", "10.25"],
    ["0e9m", "decimal", "0"],
  ])("%s is %s", (text, type, expected) => {
    expect(read(text).problems).toEqual([]);
    expect(value(text)).toEqual({ type, value: expected });
  });

  it.each([
    ["18446744073709551616", "CS1021"],
    ["0x", "CS1013"],
    ["1_", "CS1013"],
    ["1e999", "CS0594"],
    ["1e30f", null],
    ["1e40f", "CS0594"],
    ["1e29m", "CS0594"],
    ["1e999999999m", "CS0594"],
  ])("%s is %s", (text, code) => expect(read(text).problems[0]?.code ?? null).toBe(code));

  it("leaves members of numbers alone", () => {
    expect(texts("1.ToString()")).toEqual(["1", ".", "ToString", "(", ")"]);
    expect(texts("1.5.Equals")).toEqual(["1.5", ".", "Equals"]);
  });
});

describe("strings and characters", () => {
  it.each([
    ['"a\\tb\\n"', "a\tb\n"],
    ['"\\"\\\\\\0"', '"\\\0'],
    ['"\\x41\\u0042\\U0001F600"', "AB😀"],
    ['"\\x41F"', "\u041f"],
    ['@"a\\b""c\nd"', 'a\\b"c\nd'],
    ['""', ""],
    ['@""', ""],
  ])("%s", (text, expected) => expect(value(text)).toEqual({ type: "string", value: expected }));

  it.each([
    ["'a'", 97],
    ["'\\''", 39],
    ["'\"'", 34],
    ["'\\u0041'", 65],
    ["'\\x1'", 1],
  ])("%s", (text, expected) => expect(value(text)).toEqual({ type: "char", value: expected }));

  it.each([
    ['"a', ["CS1010", 0, 2]],
    ['x "a\ny', ["CS1010", 2, 4]],
    ['@"a', ["CS1039", 0, 3]],
    ['"a\\qb"', ["CS1009", 2, 4]],
    ['"\\u12"', ["CS1009", 1, 3]],
    ["''", ["CS1011", 0, 2]],
    ["'ab'", ["CS1012", 0, 4]],
    ["'a", ["CS1010", 0, 2]],
    ["/* a", ["CS1035", 0, 4]],
    ["a § b", ["CS1056", 2, 3]],
    ["@ a", ["CS1646", 0, 1]],
    ['"""raw"""', ["CS8370", 0, 9]],
    ['$$"""{{raw}}"""', ["CS8370", 0, 15]],
    ['"a"u8', ["CS8370", 0, 5]],
    ["#if X", ["GH0002", 0, 5]],
  ])("reports %s", (text, expected) => expect(problem(text)).toEqual(expected));
});

describe("interpolated strings", () => {
  const kinds = (text: string) =>
    read(text).tokens.map((token) =>
      token.value === null ? token.text : `${token.kind}=${token.value.type === "null" ? "" : token.value.value}`,
    );

  it.each([
    ['$"a{b}c"', ['$"', "string-text=a", "{", "b", "}", "string-text=c", '"']],
    ['$"{{a}}"', ['$"', "string-text={a}", '"']],
    ['$"{a:0.00}"', ['$"', "{", "a", "hole-format=0.00", "}", '"']],
    ['$"{a,5:x}"', ['$"', "{", "a", ",", "literal=5", "hole-format=x", "}", '"']],
    ['$"{(a ? b : c)}"', ['$"', "{", "(", "a", "?", "b", ":", "c", ")", "}", '"']],
    ['$"{a["x"]}"', ['$"', "{", "a", "[", "literal=x", "]", "}", '"']],
    ['$"{$"{a}"}"', ['$"', "{", '$"', "{", "a", "}", '"', "}", '"']],
    ['$@"\\{a}""\n"', ['$@"', "string-text=\\", "{", "a", "}", 'string-text="\n', '"']],
    ['$"\\t{new[]{1}}"', ['$"', "string-text=\t", "{", "new", "[", "]", "{", "literal=1", "}", "}", '"']],
  ])("%s", (text, expected) => {
    expect(read(text).problems).toEqual([]);
    expect(kinds(text)).toEqual(expected);
  });

  it("warns of the form that came with C# 8", () => {
    expect(read('@$"{a}"').problems).toMatchObject([{ code: "CS8401", severity: "warning" }]);
  });

  it.each([
    ['$"{a"', ["CS8076", 2, 3]],
    ['$"{a; b";\n', ["CS8076", 2, 3]],
    ['$"a}b"', ["CS8086", 3, 4]],
    ['$"a', ["CS1010", 0, 3]],
    ['$@"a', ["CS1039", 0, 4]],
    ['$"{a:}"', ["CS8089", 4, 5]],
    ['$"{a:x }"', ["CS8088", 4, 7]],
    ['$"{a\n}"', ["CS8967", 2, 3]],
    ['$"\\x7b"', ["CS8087", 2, 6]],
  ])("reports %j", (text, expected) => expect(problem(text)).toEqual(expected));
});

describe("names and symbols", () => {
  it.each([
    ["@class", [["identifier", "class"]]],
    ["class", [["keyword", "class"]]],
    ["\\u0061b", [["identifier", "ab"]]],
    ["größe_1", [["identifier", "größe_1"]]],
    ["var", [["identifier", "var"]]],
  ])("%s", (text, expected) => {
    expect(read(text).tokens.map((token) => [token.kind, token.text])).toEqual(expected);
  });

  it("takes the longest symbol, but single closing angles", () => {
    expect(texts("a>>=b<<=c??=d??e=>f==g")).toEqual("a > >= b <<= c ??= d ?? e => f == g".split(" "));
    expect(texts("a?.b?[c]")).toEqual("a ? . b ? [ c ]".split(" "));
  });

  it("passes over comments", () => {
    expect(texts("a // b\nc /* d\n */ e")).toEqual(["a", "c", "e"]);
    expect(texts("#region x\na\n#endregion")).toEqual(["a"]);
  });
});

describe("values put in later", () => {
  it("are one token outside of strings", () => {
    expect(read("a + {{some-name.x}}").tokens.at(-1)).toMatchObject({
      kind: "named-value",
      text: "some-name.x",
      start: 4,
    });
    expect(read("{{a}}", false).tokens).toHaveLength(5);
    expect(texts("{ {a} }")).toHaveLength(5);
  });

  it("are text within strings", () => {
    expect(value('"{{a}}"')).toEqual({ type: "string", value: "{{a}}" });
  });
});
