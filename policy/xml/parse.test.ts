import { expect, test } from "vitest";
import { attributeOf, elementsOf, textOf, type XmlElement } from "./nodes";
import { maxDepth, maxDocumentBytes, parse } from "./parse";
import { print } from "./print";
import { inAttribute } from "./source-offset";

const first = (text: string): XmlElement => elementsOf(parse(text).document.nodes)[0] as XmlElement;
const problems = (text: string) =>
  parse(text).diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);

const fine: [what: string, text: string][] = [
  ["nothing", ""],
  ["white space alone", " \r\n\t"],
  ["a byte order mark", "\ufeff<a/>"],
  ["a declaration, comments and space around the root", '<?xml version="1.0"?>\n<!-- <a> -- b -->\r\n<a />\n\n'],
  ["quotes of both kinds, and space where it is allowed", `<a  b = "it's"\n\tc='say "so"'  ></a\n>`],
  ["CDATA that looks like markup", "<a><![CDATA[<b c='&amp;'> ]] > @( ]]></a>"],
  ["entities of all forms", '<a b="&lt;&#65;&#x1F600;&quot;">&amp;&apos;&gt;</a>'],
  ["a bare > in text and attributes", '<a b="1 > 0">2 > 1</a>'],
  ["letters of other scripts, and pairs of surrogates", "<größe straße='ß'>日本 🚪</größe>"],
  ["carriage returns alone", "<a>\r<b/>\r</a>"],
  ["a raw expression with quotes in its attribute", '<a b="@(x["k"] == "v" && y < 2)" c="1"/>'],
  ["a raw expression with the attribute's quote as a character", `<a b='@(x == '\\'' ? "<" : ">")' c='1'/>`],
  ["brackets in strings of every form", `<a b="@(f(")", @"""(""", $"{g(")")}(", $@"{{""(", '('))" c="1"/>`],
  ["comments in code", '<a b="@{ // )}\n /* } */ return "<b>"; }" c="1"/>'],
  ["a raw block as text, with generics and comparisons", "<a>@{ var x = new List<string>(); return x < y && z; }</a>"],
  ["an escaped expression", '<a b="@(x[&quot;k&quot;] &lt; 2)" c="1"/>'],
  ["braces of named values in code", '<a b="@("{{name}}" + $"{1}")" c="1"/>'],
  ["an at sign that begins no expression", '<a b="me@example.com" c="@ (x)">@home</a>'],
];

test.each(fine)("reads and prints without a word: %s", (_, text) => {
  expect(problems(text)).toEqual([]);
  expect(print(parse(text).document)).toBe(text);
});

test("raw expressions end where C# says, not where XML would", () => {
  const names = fine.filter(([, text]) => text.includes(' c="1"/>')).map(([, text]) => text);
  expect(names.length).toBeGreaterThan(4);
  for (const text of names) {
    const element = first(text);
    expect(element.attributes.map(({ name }) => name)).toEqual(["b", "c"]);
    expect(attributeOf(element, "c")?.value).toBe("1");
  }
  expect(attributeOf(first('<a b="@(x["k"] == "v")"/>'), "b")?.value).toBe('@(x["k"] == "v")');
  expect(attributeOf(first('<a b="@(x[&quot;k&quot;] &lt; 2)"/>'), "b")?.value).toBe('@(x["k"] < 2)');
  expect(textOf(first("<a>@{ return a < b && c; }</a>"))).toBe("@{ return a < b && c; }");
  expect(textOf(first("<a>@{ return a &lt; b &amp;&amp; c; }</a>"))).toBe("@{ return a < b && c; }");
});

test("spans lead back to the source", () => {
  const text = '<policies>\n  <a b="x&amp;y">t</a>\n</policies>';
  const [a] = elementsOf(first(text).children) as [XmlElement];
  expect(text.slice(a.span.start, a.span.end)).toBe('<a b="x&amp;y">t</a>');
  expect(text.slice(a.nameSpan.start, a.nameSpan.end)).toBe("a");
  const b = attributeOf(a, "b");
  expect(text.slice(b?.span.start, b?.span.end)).toBe('b="x&amp;y"');
  expect(text.slice(b?.valueSpan.start, b?.valueSpan.end)).toBe("x&amp;y");
});

test.each([
  ["a missing end tag", "<a>\n  <b>\n</a>", ["2:3 The element 'b' has no end tag."]],
  ["an end tag too many", "<a/>\n</b>", ["2:1 The end tag '</b>' closes nothing."]],
  ["an end tag of another name", "<a></b></a>", ["1:4 The end tag '</b>' closes nothing. The element 'a' is open."]],
  ["a start tag that never ends", "<a b='1'", ["1:1 The start tag of 'a' is not closed."]],
  ["an attribute without a value", "<a b/>", ["1:4 The attribute 'b' has no value."]],
  ["a value without quotes", "<a b=1 />", ["1:6 The value of the attribute 'b' must stand in quotes."]],
  ["no space between attributes", "<a b='1'c='2'/>", ["1:9 White space is missing before the attribute 'c'."]],
  ["an attribute twice", "<a b='1' b='2'/>", ["1:10 'b' is a duplicate attribute name."]],
  ["a bare & in text", "<a>\r\n x & y</a>", ["2:4 An '&' must be written as '&amp;' here."]],
  ["a bare < in text", "<a>1 < 2</a>", ["1:6 A '<' must be written as '&lt;' here."]],
  ["a bare < in an attribute", "<a b='1 < 2'/>", ["1:9 A '<' must be written as '&lt;' here."]],
  ["an open comment", "<a><!-- b</a>", ["1:4 The comment is not closed.", "1:1 The element 'a' has no end tag."]],
  ["open CDATA", "<a><![CDATA[b</a>", ["1:4 The CDATA section is not closed.", "1:1 The element 'a' has no end tag."]],
  ["a processing instruction", "<a><?php ?></a>", ["1:4 Processing instructions are not allowed."]],
  ["an expression that never ends", "<a b='@(f(1)'/>", ["1:7 The expression is not closed."]],
  ["a character that XML forbids", "<a>&#0;</a>", ["1:4 An '&' must be written as '&amp;' here."]],
])("says where and what: %s", (_, text, expected) => {
  expect(problems(text)).toEqual(expected);
  expect(print(parse(text).document)).toBe(text);
});

test.each([
  ["a DTD", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', /DTD is prohibited/],
  ["a DTD inside", "<a><!doctype b></a>", /DTD is prohibited/],
  ["entities of its own", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /DTD is prohibited/],
  ["a laugh a billion times over", '<!DOCTYPE a [<!ENTITY b "&c;&c;">]><a/>', /DTD is prohibited/],
  ["an entity that nobody declared", "<a>&nbsp;</a>", /undeclared entity 'nbsp'/],
  ["an entity with a name that objects have", "<a>&constructor;</a>", /undeclared entity 'constructor'/],
])("refused: %s", (_, text, message) => {
  expect(problems(text).join("\n")).toMatch(message);
  expect(print(parse(text).document)).toBe(text);
});

const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);

test("elements may be nested so deep and no deeper", () => {
  expect(problems(nested(maxDepth))).toEqual([]);
  expect(problems(nested(maxDepth + 1)).join()).toContain(`more than ${maxDepth} levels deep`);
  const deep = nested(100_000).slice(0, maxDocumentBytes);
  expect(problems(deep).join()).toContain("levels deep");
  expect(print(parse(deep).document)).toBe(deep);
});

test("a document may be so long and no longer, counted in bytes", () => {
  const filled = (letter: string, bytes: number) =>
    `<a>${letter.repeat(Math.floor((bytes - 7) / Buffer.byteLength(letter)))}</a>`;
  expect(problems(filled("x", maxDocumentBytes))).toEqual([]);
  expect(problems(filled("x", maxDocumentBytes + 1))).toEqual(["1:1 The document is larger than 512 KB."]);
  expect(problems(filled("日", maxDocumentBytes + 10))).toEqual(["1:1 The document is larger than 512 KB."]);
});

test("what was built to be slow is not: a quadratic parser would spend minutes on each of these", () => {
  const filled = (before: string, unit: string, after = "") =>
    before + unit.repeat(Math.floor((maxDocumentBytes - 100) / unit.length)) + after;
  const hostile = [
    filled("", '<a b="@('),
    filled('<a b="', "@(", '"/>'),
    filled('<a b="', '@("', '"/>'),
    filled("<a>", '@{$"{'),
    filled("<a>", "@('", "</a>"),
    filled("<a>", "<b>@(</b>", "</a>"),
    filled("<a>", "<b c='@('/>", "</a>"),
    filled("<a>", "<b c='@(&'/>", "</a>"),
    filled("<a ", "b"),
    filled("<a ", "b='' "),
    filled("<a>", "<"),
    filled("<a>", "&"),
    filled("<a>", "&#"),
    filled("", "<!--"),
    filled("", "<!"),
    filled("", "<![CDATA["),
    filled("", "<?"),
    filled("", "</a>"),
    filled("<a>", "<b></a>"),
    filled("<a>", "<b c='@(\"'>"),
  ];
  for (const text of hostile) expect(print(parse(text).document)).toBe(text);
});

test("entities among the code of a raw expression are what they stand for; those in its strings stay", () => {
  const source = `<a b="@(x &amp;&amp; y == "&amp;" || 1 &lt; 2)" />`;
  const { document, diagnostics } = parse(source);
  const [element] = elementsOf(document.nodes);
  const [attribute] = element?.attributes ?? [];
  expect(diagnostics).toEqual([]);
  expect(attribute?.value).toBe(`@(x && y == "&amp;" || 1 < 2)`);
  expect(print(document)).toBe(source);
  const at = (text: string, from = 0) =>
    attribute ? inAttribute(attribute)(attribute.value.indexOf(text) + from) : -1;
  expect(source.slice(at("&&"), at("&&", 2))).toBe("&amp;&amp;");
  expect(source.slice(at("y =="), at("y ==", 1))).toBe("y");
  expect(source.slice(at("< 2"), at("< 2", 3))).toBe("&lt; 2");
});
