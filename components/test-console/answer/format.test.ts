import { expect, test } from "vitest";
import { formatJson } from "./format-json";
import { formatXml } from "./format-xml";
import { hexDump } from "./hex-dump";
import { pieces } from "./pieces";

test("JSON is laid out as JSON.stringify would, for any value", () => {
  const values = [
    {},
    [],
    { a: [], b: {}, c: [1, [2, { d: 'x,y:{}[]\\" ü' }]], "": null },
    "text",
    -1.5e10,
    [[[]]],
    [{}, {}, true],
  ];
  for (const value of values) {
    expect(formatJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    expect(formatJson(JSON.stringify(value, null, 7))).toBe(JSON.stringify(value, null, 2));
  }
});

test("numbers stay as they were written, which a program would round", () => {
  expect(formatJson('{"id":12345678901234567890,"price":1.10}')).toBe(
    '{\n  "id": 12345678901234567890,\n  "price": 1.10\n}',
  );
  expect(formatJson("{a:1}")).toBeNull();
  expect(formatJson("")).toBeNull();
});

test("XML has an element a line, and text is left alone", () => {
  expect(formatXml('<?xml version="1.0"?><a x="1 > 0"><b>t &amp; u</b><c/><d></d><e><f>1</f></e></a>')).toBe(
    [
      '<?xml version="1.0"?>',
      '<a x="1 > 0">',
      "  <b>t &amp; u</b>",
      "  <c/>",
      "  <d></d>",
      "  <e>",
      "    <f>1</f>",
      "  </e>",
      "</a>",
    ].join("\n"),
  );
  expect(formatXml("<p>one <b>two</b> three</p>")).toBe("<p>one <b>two</b> three</p>");
  expect(formatXml("<p><b>two</b> three</p>")).toBe("<p><b>two</b> three</p>");
  expect(formatXml("<a><![CDATA[ <x> ]]></a>")).toBe("<a><![CDATA[ <x> ]]></a>");
  expect(formatXml("<a><!-- note --><b/></a>")).toBe("<a>\n  <!-- note -->\n  <b/>\n</a>");
});

test("what is no XML is not laid out", () => {
  for (const text of ["", "plain", "<a>", "<a></b>", "<a/>text", "{}"]) expect(formatXml(text), text).toBeNull();
});

test("bytes are shown as numbers and letters", () => {
  expect(hexDump(new TextEncoder().encode("Gatehouse\u0000 0123456789"))).toBe(
    [
      "00000000  47 61 74 65 68 6f 75 73 65 00 20 30 31 32 33 34  Gatehouse. 01234",
      "00000010  35 36 37 38 39                                   56789",
    ].join("\n"),
  );
});

test("very long lines are cut into pieces, and none is lost", () => {
  const text = `short\n${"x".repeat(5000)}\n\nend`;
  const cut = pieces(text, 2000);
  expect(cut.map(({ text: piece }) => piece.length)).toEqual([5, 2000, 2000, 1000, 0, 3]);
  expect(cut.map(({ line }) => line)).toEqual([1, 2, null, null, 3, 4]);
  expect(pieces("", 2000)).toEqual([{ line: 1, text: "" }]);
  expect(pieces("a🙂b🙂", 2).map(({ text: piece }) => piece)).toEqual(["a", "🙂", "b", "🙂"]);
});

test("of JSON that was cut off what came is laid out, to its last letter", () => {
  const whole = '{"a":[{"b":"x, \\"y\\" {"},{"c":-1.5}],"d":true}';
  for (let at = 1; at < whole.length; at++) {
    const cut = whole.slice(0, at);
    expect(formatJson(cut)).toBeNull();
    const laid = formatJson(cut, true);
    expect(laid?.replaceAll(/\n */g, "").replaceAll('": ', '":')).toBe(cut);
  }
  expect(formatJson('{"a":[1,2', true)).toBe('{\n  "a": [\n    1,\n    2');
  expect(formatJson("<html>", true)).toBeNull();
  expect(formatJson("]]]", true)).toBeNull();
});
