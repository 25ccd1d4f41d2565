import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BudgetExceeded, begin, defaultLimits, end } from "@/policy/expression/values/budget";
import type { NetException } from "@/policy/expression/values/net-exception";
import { durationText, parseDuration } from "./duration";
import { parseXml } from "./parse-xml";
import { xmlOf } from "./write-xml";
import { XElement } from "./xelement";
import { XName } from "./xname";
import { selectNodes, textOfNode } from "./xpath";

const again = (text: string) => xmlOf(parseXml(text, true), false);

const failure = (text: string): string => {
  try {
    return again(text);
  } catch (error) {
    return (error as NetException).message;
  }
};

describe("XML", () => {
  it.each([
    "<a />",
    "<a></a>",
    '<a x="&lt;&amp;&quot;\'&gt;">&lt;&amp;"\'&gt;</a>',
    '<p:a xmlns:p="u" p:x="1"><p:b xmlns:p="v" /><c xmlns="w"><d xmlns="" /></c></p:a>',
    "<a><!--c--><?p d?><![CDATA[<&>]]> </a>",
    '<a xml:lang="de">é😀</a>',
  ])("%s comes out as it went in", (text) => {
    expect(again(text)).toBe(text);
  });

  it("makes line ends and white space in attributes what XML says", () => {
    expect(parseXml("<a x='1\n2\t3'>1\r\n2\r3</a>", true).root?.value).toBe("1\n2\n3");
    expect(again("<a x='1\n2\t3'/>")).toBe('<a x="1 2 3" />');
    expect(again("<a x='&#10;'>&#13;\n</a>")).toBe('<a x="&#xA;">\n</a>');
  });

  it.each([
    ["<a", "Unexpected end of file has occurred. Line 1, position 3."],
    ["<a b></a>", "'>' is an unexpected token. The expected token is '='. Line 1, position 5."],
    ["<a b=1></a>", "'1' is an unexpected token. The expected token is '\"' or '''. Line 1, position 6."],
    ["<a b='<'/>", "'<', hexadecimal value 0x3C, is an invalid attribute character. Line 1, position 7."],
    ["<a>\n&</a>", "An error occurred while parsing EntityName. Line 2, position 2."],
    ["<a>]]></a>", "']]>' is not allowed in character data. Line 1, position 4."],
    ["<a>\u0001</a>", "'\u0001', hexadecimal value 0x01, is an invalid character. Line 1, position 4."],
    ["<a/>x", "Data at the root level is invalid. Line 1, position 5."],
    ["</a>", "Unexpected end tag. Line 1, position 3."],
  ])("refuses %j", (text, message) => {
    expect(failure(text)).toBe(message);
  });

  it("reads no deeper than it can write", () => {
    expect(failure("<a>".repeat(5000))).toMatch(/^Insufficient stack/);
    let tree = new XElement(XName.get("a"));
    for (let depth = 0; depth < 50_000; depth++) {
      const outer = new XElement(XName.get("a"));
      outer.place(tree, null);
      tree = outer;
    }
    for (const walk of [() => tree.clone(0), () => tree.value, () => xmlOf(tree, true)])
      expect(walk).toThrow(expect.objectContaining({ typeName: "System.InsufficientExecutionStackException" }));
  });

  it.each(["PT0S", "P1DT2H3M4.5S", "-PT1H", "P10D", "PT0.0000001S"])("%s is a span", (text) => {
    expect(durationText(parseDuration(text))).toBe(text);
  });

  it.each([
    ["/a/b", "1 2"],
    ["b[2]", ""],
    ["/a/b[last()]", "2"],
    ["//c", "3"],
    ["/a/*/@k", "x y"],
    ["/a/b[@k='y']/text()", "2"],
    ["//d[c='3']/..", "123"],
    ["/a/b[@z]", ""],
    ["//@k", "x y"],
  ])("%s leads to %j", (path, texts) => {
    const document = parseXml("<a><b k='x'>1</b><b k='y'>2</b><d><c>3</c></d></a>", false);
    expect(selectNodes(document, path).map(textOfNode).join(" ")).toBe(texts);
  });
});

describe("XML under a budget", () => {
  beforeEach(() => begin({ ...defaultLimits, bytes: 100_000, milliseconds: 10_000 }));
  afterEach(end);

  it("costs what it takes", () => {
    expect(() => parseXml(`<a>${"<b/>".repeat(20_000)}</a>`, false)).toThrow(BudgetExceeded);
  });
});
