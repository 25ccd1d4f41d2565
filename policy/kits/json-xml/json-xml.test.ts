import { describe, expect, test } from "vitest";
import { parseXml } from "@/policy/kits/xlinq/parse-xml";
import { jsonToXml, type ToXmlOptions } from "./json-to-xml";
import { readJson } from "./read-json";
import { plainToXml } from "./testing/plain-to-xml";
import { type ToJsonOptions, xmlToJson } from "./xml-to-json";

function toXml(json: string, options: Partial<ToXmlOptions> = {}): string {
  const xml = jsonToXml(readJson(json, true), { ...plainToXml, ...options });
  // Whatever it is, it can be read again.
  parseXml(xml, true);
  return xml.replace('<?xml version="1.0" encoding="utf-8"?>', "");
}

describe("JSON to XML", () => {
  test.each([
    ['{"a":1}', "<a>1</a>"],
    ['{"a":{}}', "<a />"],
    ['{"a":null}', "<a />"],
    ['{"a":[1,2]}', "<Document><a>1</a><a>2</a></Document>"],
    ['{"a":{"b":[]}}', "<a />"],
    ['{"a":{"b":[[1,2],[3]]}}', "<a><b><b>1</b><b>2</b></b><b><b>3</b></b></a>"],
    ['[1,{"x":2}]', "<Document><Item>1</Item><Item><x>2</x></Item></Document>"],
    ['"text"', "<Document>text</Document>"],
    ["{}", "<Document />"],
    ['{"a":true,"b":1.50}', "<Document><a>true</a><b>1.5</b></Document>"],
    ['{"a":{"@id":"7","#text":"x"}}', '<a id="7">x</a>'],
    ['{"a":"<&>\\"\\r\\u0000\\ud800"}', "<a>&lt;&amp;&gt;&quot;&#xD;</a>"],
    ['{"1 a":{"x:y":1,"":2}}', "<_x0031__x0020_a><x_x003A_y>1</x_x003A_y><_>2</_></_x0031__x0020_a>"],
    ['{"first_name":"x"}', "<first_name>x</first_name>"],
    ['{"a":12345678901234567890}', "<a>12345678901234567890</a>"],
  ])("%s", (json, xml) => {
    expect(toXml(json)).toBe(xml);
  });

  test("namespaces by prefix and by block", () => {
    const json = '{"p_a":{"xmlns_p":"urn:p","xmlns":"urn:d","p_b":1,"q_c":2}}';
    expect(toXml(json, { namespacePrefix: "xmlns" })).toBe(
      '<p:a xmlns:p="urn:p" xmlns="urn:d"><p:b>1</p:b><q_c>2</q_c></p:a>',
    );
    expect(toXml('{"p:a":{"$ns":{"p":"urn:p"},"p:b":1}}', { namespaceBlock: "$ns", namespaceSeparator: ":" })).toBe(
      '<p:a xmlns:p="urn:p"><p:b>1</p:b></p:a>',
    );
  });

  test("attributes by block and by prefix", () => {
    expect(toXml('{"a":{"$":{"x":"1","y":"\\"&"},"b":2}}', { attributeBlock: "$" })).toBe(
      '<a x="1" y="&quot;&amp;"><b>2</b></a>',
    );
    expect(toXml('{"a":{"-x":1}}', { attributePrefix: "-" })).toBe('<a x="1" />');
  });

  test("what stands for null, for empty texts and for characters that no name has", () => {
    expect(toXml('{"a":{"b":null,"c":""}}', { nullText: "nil", emptyIsNull: true })).toBe(
      "<a><b>nil</b><c>nil</c></a>",
    );
    expect(toXml('{"a b":" x "}', { invalidCharacter: "-", trims: true })).toBe("<a-b>x</a-b>");
  });

  test("deep nesting is refused, not a crash", () => {
    expect(() => toXml(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`)).toThrow();
  });
});

const direct: ToJsonOptions = {
  kind: "direct",
  keepsSpace: false,
  trims: false,
  emptyValues: null,
  alwaysArrays: false,
};
const toJson = (xml: string, options: Partial<ToJsonOptions> = {}): string => xmlToJson(xml, { ...direct, ...options });

describe("XML to JSON", () => {
  test.each([
    ["<a>1</a>", '{"a":"1"}'],
    ["<a/>", '{"a":null}'],
    ["<a></a>", '{"a":""}'],
    ['<a x="1">t</a>', '{"a":{"@x":"1","#text":"t"}}'],
    ["<a>x<b/>y</a>", '{"a":{"b":null,"#text":["x","y"]}}'],
    ["<a><b>1</b><c/><b>2</b></a>", '{"a":{"b":["1","2"],"c":null}}'],
    ["<a><![CDATA[<x>]]></a>", '{"a":"<x>"}'],
    ["<a><!-- no --><?pi no?>t</a>", '{"a":"t"}'],
    ['<p:a xmlns:p="urn:p"/>', '{"p:a":{"@xmlns:p":"urn:p"}}'],
    ["<a><__proto__>1</__proto__><constructor>2</constructor></a>", '{"a":{"__proto__":"1","constructor":"2"}}'],
    ["<a>é&#8364;&lt;</a>", '{"a":"é€<"}'],
  ])("%s", (xml, json) => {
    expect(toJson(xml)).toBe(json);
  });

  test("empty values, white space and arrays", () => {
    expect(toJson("<a><b/><c></c></a>", { emptyValues: "preserve" })).toBe('{"a":{"b":"","c":""}}');
    expect(toJson("<a><b/><c></c></a>", { emptyValues: "as-null" })).toBe('{"a":{"b":null,"c":null}}');
    expect(toJson("<a> x </a>", { trims: true })).toBe('{"a":"x"}');
    expect(toJson("<a> <b/> </a>", { keepsSpace: true })).toBe('{"a":{"b":null,"#text":[" "," "]}}');
    expect(toJson("<a><b>1</b></a>", { alwaysArrays: true })).toBe('{"a":{"b":["1"]}}');
  });

  test("javascript-friendly: an attribute and an element of one name are one list", () => {
    expect(toJson('<p:a xmlns:p="urn:p" id="1"><p:id>2</p:id>t</p:a>', { kind: "javascript-friendly" })).toBe(
      '{"a":{"id":["1","2"],"text":"t"}}',
    );
  });

  test("there and back", () => {
    const xml = '<a xmlns:p="urn:p" x="1"><p:b>1</p:b><c /><d>1</d><d>2</d></a>';
    const options = { namespacePrefix: "@xmlns", namespaceSeparator: ":" };
    expect(toXml(toJson(xml), options)).toBe(xml);
  });

  test("deep nesting is refused, not a crash", () => {
    expect(() => toJson(`${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}`)).toThrow();
  });
});
