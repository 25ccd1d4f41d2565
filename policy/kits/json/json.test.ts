import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BudgetExceeded, begin, defaultLimits, end } from "@/policy/expression/values/budget";
import { NetException } from "@/policy/expression/values/net-exception";
import { JArray } from "./jarray";
import { JObject } from "./jobject";
import { parseToken } from "./load-token";
import { descendants } from "./navigate";
import { tokenText } from "./write-token";

const compact = (text: string) => tokenText(parseToken(text), false);

const failure = (text: string): string => {
  try {
    return compact(text);
  } catch (error) {
    return (error as NetException).message;
  }
};

describe("JSON", () => {
  it.each([
    ["{ 'a' : [ 1 , -2.50, 1e+2 , .5 ] }", '{"a":[1,-2.5,100.0,0.5]}'],
    ['{"__proto__":1,"constructor":{"toString":2}}', '{"__proto__":1,"constructor":{"toString":2}}'],
    ["// one\n[/*two*/1]//three", "[1]"],
    ["[-Infinity, Infinity]", '["-Infinity","Infinity"]'],
    ["[new Date(1, 'x')]", '[new Date(1,"x")]'],
    ["[010, 0xFF, 0]", "[8,255,0]"],
    [String.raw`["\u00e9\ud83d\ude00\/\b"]`, '["é😀/\\b"]'],
    ["{$a_1: 1, 'b': undefined}", '{"$a_1":1,"b":undefined}'],
    ['["2024-02-30T00:00:00Z","2024-02-29T24:00:00","2024-01-01T00:00:00+02:00"]', null],
  ])("reads %s", (text, expected) => {
    expect(compact(text)).toBe(
      expected ?? '["2024-02-30T00:00:00Z","2024-03-01T00:00:00","2023-12-31T22:00:00+00:00"]',
    );
  });

  it.each([
    ["[1", "Unexpected end of content while loading JArray. Path '[0]', line 1, position 2."],
    ["[1}", "JsonToken EndObject is not valid for closing JsonType Array. Path '', line 1, position 3."],
    ["[tru]", "Error parsing boolean value. Path '', line 1, position 4."],
    ["[1a]", "Input string '1a' is not a valid number. Path '[0]', line 1, position 3."],
    ["[1g]", "Unexpected character encountered while parsing number: g. Path '', line 1, position 2."],
    ['{"a":\n "\\x"}', "Bad JSON escape sequence: \\x. Path 'a', line 2, position 4."],
    ["{a b}", "Invalid character after parsing property name. Expected ':' but got: b. Path '', line 1, position 3."],
    ["{(}", "Invalid property identifier character: (. Path '', line 1, position 1."],
    ['{"a":}', "Unexpected character encountered while parsing value: }. Path 'a', line 1, position 5."],
    ["[/]", "Error parsing comment. Expected: *, got ]. Path '', line 1, position 2."],
  ])("refuses %s", (text, message) => {
    expect(failure(text)).toBe(message);
  });

  it("names the depth that is too deep", () => {
    expect(failure("[".repeat(65))).toMatch(
      /^The reader's MaxDepth of 64 has been exceeded\. Path '(\[0\]){64}', line 1/,
    );
  });

  it("copies a token that has a place already", () => {
    const inner = new JObject();
    const outer = new JObject();
    outer.set("a", inner);
    outer.set("b", inner);
    outer.set("self", outer);
    expect(outer.get("a")).toBe(inner);
    expect(outer.get("b")).not.toBe(inner);
    expect(tokenText(outer, false)).toBe('{"a":{},"b":{},"self":{"a":{},"b":{}}}');
  });

  it("notices changes under an enumeration", () => {
    const array = parseToken("[1,2]") as JArray;
    expect(() => {
      for (const item of array.children()) array.removeItem(item);
    }).toThrow(expect.objectContaining({ message: "Collection was modified; enumeration operation may not execute." }));
  });

  it("survives trees that a loop has built", () => {
    let tree: JArray = new JArray();
    for (let depth = 0; depth < 100_000; depth++) {
      const outer = new JArray();
      outer.append(tree);
      tree = outer;
    }
    const walks = [
      () => tokenText(tree, false),
      () => tree.clone(0),
      () => tree.deepHash(0),
      () => [...descendants(tree)],
    ];
    for (const walk of walks) {
      let thrown: unknown = null;
      try {
        walk();
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(NetException);
    }
  });
});

describe("JSON under a budget", () => {
  beforeEach(() => begin({ ...defaultLimits, bytes: 100_000, milliseconds: 10_000 }));
  afterEach(end);

  it.each([
    ["many values", () => parseToken(`[${"1,".repeat(50_000)}]`)],
    ["a long string", () => parseToken(`["${"x".repeat(80_000)}"]`)],
    [
      "doubling",
      () => {
        const array = parseToken("[1]") as JArray;
        for (;;) array.insert(0, array);
      },
    ],
  ])("%s cost what they take", (_, run) => {
    expect(run).toThrow(BudgetExceeded);
  });
});
