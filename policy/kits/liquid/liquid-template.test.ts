import { describe, expect, test } from "vitest";
import { readJson } from "@/policy/kits/json-xml/read-json";
import { parseXml } from "@/policy/kits/xlinq/parse-xml";
import { LiquidProblem, parseLiquid } from "./liquid-template";
import { templateValue, type ValueOptions } from "./template-value";

const plain: ValueOptions = { parseDate: false, nilIsNull: false };
const render = (template: string, body: unknown = null): string => parseLiquid(template).render({ body });
const withJson = (template: string, json: string, options = plain): string =>
  render(template, templateValue(readJson(json, options.parseDate), options));
const withXml = (template: string, xml: string, options = plain): string =>
  render(template, templateValue(parseXml(xml, false), options));

describe("filters", () => {
  test.each([
    ["-7 | Abs", "7"],
    ["'a' | Append: 'b'", "ab"],
    ["3 | AtLeast: 5", "5"],
    ["9 | AtMost: 5", "5"],
    ["'the big fish' | Capitalize", "The Big Fish"],
    ["'1234.5' | Currency: 'en-US'", "$1,234.50"],
    ["'2024-03-09T14:05:06Z' | Date: 'yyyy-MM-dd'", "2024-03-09"],
    ["'2024-03-09T14:05:06' | Date: 'dddd, d MMMM yyyy HH:mm'", "Saturday, 9 March 2024 14:05"],
    ["'no date' | Date: 'yyyy'", "no date"],
    ["nothing | Default: 'x'", "x"],
    ["'' | Default: 'x'", "x"],
    ["7 | DividedBy: 2", "3"],
    ["7.5 | DividedBy: 2", "3.75"],
    ["'ABC' | Downcase", "abc"],
    ["'<a href=\"x\">' | Escape", "&lt;a href=&quot;x&quot;&gt;"],
    ["'a,b' | Split: ',' | First", "a"],
    ["'&' | H", "&amp;"],
    ["'a,b' | Split: ',' | Join: '-'", "a-b"],
    ["'a,b' | Split: ',' | Last", "b"],
    ["' a ' | Lstrip | Append: '|'", "a |"],
    ["5 | Minus: 2", "3"],
    ["5 | Modulo: 3", "2"],
    ["1 | Plus: 2", "3"],
    ["0.1 | Plus: 0.2", "0.3"],
    ["'1' | Plus: '2'", "3"],
    ["'b' | Prepend: 'a'", "ab"],
    ["'aXbX' | Remove: 'X'", "ab"],
    ["'aXbX' | RemoveFirst: 'X'", "abX"],
    ["'a1b22' | Replace: '[0-9]+', '#'", "a#b#"],
    ["'a1b2' | ReplaceFirst: '[0-9]', '#'", "a#b2"],
    ["2.5 | Round", "2"],
    ["2.345 | Round: 2", "2.34"],
    ["' a ' | Rstrip", " a"],
    ["'abc' | Size", "3"],
    ["'abcdef' | Slice: 1, 3", "bcd"],
    ["'abcdef' | Slice: -2, 2", "ef"],
    ["'b,a' | Split: ',' | Sort | Join: ','", "a,b"],
    ["' a ' | Strip", "a"],
    ["'<b>x</b>' | StripHtml", "x"],
    ["3 | Times: 4", "12"],
    ["'abcdefgh' | Truncate: 5", "ab..."],
    ["'a b c d' | TruncateWords: 2", "a b..."],
    ["'a,b,a' | Split: ',' | Uniq | Join: ','", "a,b"],
    ["'abc' | Upcase", "ABC"],
    ["'abc' | upcase", "ABC"],
    ["'a b' | newline_to_br", "a b"],
    ["'a%20b' | UrlDecode", "a b"],
    ["'a b&c' | UrlEncode", "a+b%26c"],
    ["'x' | NoSuchFilter", "x"],
  ])("%s", (expression, result) => {
    expect(render(`{{ ${expression} }}`)).toBe(result);
  });

  test("StripNewlines and NewlineToBr", () => {
    expect(withJson("{{ body.t | StripNewlines }}|{{ body.t | NewlineToBr }}", '{"t":"a\\nb"}')).toBe(
      "ab|a<br />\r\nb",
    );
  });

  test("Map and Compact", () => {
    const json = '{"l":[{"n":"a"},{"m":1},{"n":"b"}]}';
    expect(withJson("{{ body.l | Map: 'n' | Compact | Join: ',' }}", json)).toBe("a,b");
  });

  test("what an import from WSDL writes makes text fit for JSON", () => {
    const template = String.raw`{{ body.r.t | Replace: '\r', '\r' | Replace: '\n', '\n' | Replace: '([^\\](\\\\)*)"', '$1\"' }}`;
    expect(withXml(template, '<r><t>say "hi"\nnow</t></r>')).toBe(String.raw`say \"hi\"\nnow`);
  });
});

describe("JSON", () => {
  test("members, indices and loops", () => {
    const json = '{"a":{"b":[1,"two",null,true]},"Name":"x"}';
    expect(
      withJson("{{body.a.b[1]}} {{body.a.b[0]}} {{body.a.b[3]}} {{body.a.b[2]}}| {{body.name}} {{body.none.x}}", json),
    ).toBe("two 1 true | x ");
    expect(withJson("{% for i in body.a.b %}[{{i}}{{forloop.index}}]{% endfor %}", json)).toBe("[11][two2][3][true4]");
    expect(withJson("{% for p in body.a %}{{p.Key}}={{p.Value[0]}}{% endfor %}", json)).toBe("b=1");
  });

  test("numbers keep their digits", () => {
    expect(withJson("{{body.i}} {{body.d}}", '{"i":12345678901234567890,"d":1.25}')).toBe("12345678901234567890 1.25");
  });

  test("dates stay as written, or become dates", () => {
    const json = '{"d":"2024-03-09T14:05:06Z"}';
    expect(withJson("{{body.d}}", json)).toBe("2024-03-09T14:05:06Z");
    expect(withJson("{{body.d}} {{body.d | Date: 'dd.MM.yyyy'}}", json, { ...plain, parseDate: true })).toBe(
      "03/09/2024 14:05:06 09.03.2024",
    );
  });

  test("JSONArrayFor puts commas between", () => {
    const template = "[{% JSONArrayFor x in body.l -%}{{x}}{% endJSONArrayFor -%}]";
    expect(withJson(template, '{"l":[1,2,3]}')).toBe("[1,2,3]");
    expect(withJson(template, '{"l":[]}')).toBe("[]");
    expect(withJson(template, "{}")).toBe("[]");
    expect(
      withJson(
        "{% JSONArrayFor x in body.l %}({% JSONArrayFor y in x %}{{y}}{% endJSONArrayFor %}){% endJSONArrayFor %}",
        '{"l":[[1,2],[3]]}',
      ),
    ).toBe("(1,2),(3)");
  });

  test("no prototype is reachable", () => {
    const names = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "liquidMethodMissing"];
    for (const name of names)
      expect(withJson(`{{body.${name}}}{{body.a.${name}}}`, '{"a":{"b":1}}')).not.toMatch(/function|native|Object\]/);
  });
});

describe("XML", () => {
  const soap = `<s:Envelope xmlns:s="urn:s" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><s:Body><R id="7"><L><i>a</i></L><L2><i>b</i><i>c</i></L2><n xsi:nil="true"/></R></s:Body></s:Envelope>`;

  test("elements by local name, whatever their prefix and case; several as an array", () => {
    expect(
      withXml("{{body.envelope.body.R.L.i}} {{body.Envelope.Body.R.L2.i[1]}} {{body.envelope.body.R.id}}", soap),
    ).toBe("a c 7");
    expect(withXml("{% for x in body.envelope.body.R.L2 %}({{x}}){% endfor %}", soap)).toBe("(b)(c)");
    expect(withXml("[{% JSONArrayFor x in body.envelope.body.R.L -%}{{x}}{% endJSONArrayFor %}]", soap)).toBe("[a]");
  });

  test("xsi:nil is an empty text, or nothing", () => {
    const template = "{% if body.envelope.body.R.n %}some{% else %}none{% endif %}";
    expect(withXml(template, soap)).toBe("some");
    expect(withXml(template, soap, { ...plain, nilIsNull: true })).toBe("none");
  });
});

describe("what cannot be", () => {
  test.each([
    "{% include 'x' %}",
    "{% render 'x' %}",
    "{% layout 'x' %}",
    "{% nope %}",
    "{% if x %}",
    "{{ x",
    "{% JSONArrayFor x %}{% endJSONArrayFor %}",
    "{% JSONArrayFor x in y %}",
  ])("%s does not compile", (template) => expect(() => parseLiquid(template)).toThrow(LiquidProblem));

  test.each([
    [
      "a loop of loops",
      `{% for a in (1..5000) %}{% for b in (1..5000) %}{% for c in (1..5000) %}x{% endfor %}{% endfor %}{% endfor %}`,
    ],
    ["a text that doubles", `{% assign a = 'aaaaaaaa' %}${"{% assign a = a | Append: a %}".repeat(60)}`],
    ["a range without end", "{% for a in (1..9999999999) %}{% endfor %}"],
    [
      "a replacement that grows",
      `{% assign a = 'aaaaaaaa' %}${"{% assign a = a | Replace: 'a', 'aaaaaaaaaa' %}".repeat(20)}`,
    ],
    ["a pattern that backtracks", `{{ '${"a".repeat(40)}!' | Replace: '^(a+)+$', 'x' }}`],
    [
      "a string captured again and again",
      `{% assign a = 'aaaaaaaa' %}${"{% capture a %}{{a}}{{a}}{{a}}{{a}}{% endcapture %}".repeat(30)}`,
    ],
    [
      "a list that is split and sorted",
      `{% assign a = 'b,a,' %}${"{% assign a = a | Append: a %}".repeat(24)}{% assign l = a | Split: ',' %}${"{% assign l = l | Sort %}".repeat(100)}`,
    ],
  ])("%s is ended", (_, template) => {
    expect(() => render(template)).toThrow(LiquidProblem);
  });

  test("tags nested without end", () => {
    expect(() => parseLiquid("{% if a %}".repeat(20_000))).toThrow(LiquidProblem);
  });
});
