import { describe, expect, test } from "vitest";
import { check } from "@/policy/check";
import { checkOptionsOf, type Knowledge, type Standing } from "@/policy/knowledge";
import { samples } from "@/policy/testing/samples";
import { complete } from "./complete";
import { hover } from "./hover";
import { signature } from "./signature";

const knowledge: Knowledge = {
  namedValues: [
    { name: "host", isSecret: false },
    { name: "key", isSecret: true, title: "hush" },
  ],
  backends: [{ name: "orders", title: "https://orders.internal" }],
  fragments: [{ name: "shared", text: "<fragment />" }],
  certificates: [{ name: "client" }],
  loggers: [{ name: "hub" }],
};
const standing: Standing = { kind: "policies", scope: "api", urlTemplate: "/items/{id}" };

/** "|" is where the cursor stands. */
function at(marked: string, where: Standing = standing) {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  return { text, offset, found: complete(text, offset, knowledge, where) };
}
const labels = (marked: string, where?: Standing) => at(marked, where).found?.items.map(({ label }) => label) ?? [];
const inbound = (inner: string) => `<policies><inbound>${inner}</inbound></policies>`;
const code = (inner: string) => inbound(`<set-variable name="v" value="${inner}" />`);
const itemOf = (marked: string, label: string) => at(marked).found?.items.find((item) => item.label === label);

describe("elements", () => {
  test.each([
    ["<policies>|</policies>", ["inbound", "backend", "outbound", "on-error"]],
    ["<policies><inbound /><|</policies>", ["backend", "outbound", "on-error"]],
    [inbound("<choose><|</choose>"), ["when"]],
    [inbound('<choose><when condition="true" /><|</choose>'), ["when", "otherwise"]],
    [inbound('<choose><|<when condition="true" /></choose>'), ["when"]],
    [inbound('<set-header name="a"><|</set-header>'), ["value"]],
    ["|", ["policies"]],
  ])("%s", (marked, expected) => expect(labels(marked).filter((label) => !label.startsWith("/"))).toEqual(expected));

  test("a section offers its policies, each as often as it may be used", () => {
    const offered = labels(inbound("<|"));
    expect(offered).toEqual(expect.arrayContaining(["base", "set-header", "choose", "rate-limit", "include-fragment"]));
    expect(offered).not.toContain("forward-request");
    expect(offered).not.toContain("value");
    expect(labels(inbound("<base /><|"))).not.toContain("base");
    expect(labels("<policies><backend><|</backend></policies>")).toContain("forward-request");
    expect(labels("<policies><backend><forward-request /><|</backend></policies>")).toEqual([]);
    const fragment: Standing = { kind: "fragment", scope: "any" };
    expect(labels("<fragment><|</fragment>", fragment)).toContain("set-header");
    expect(labels("<fragment><|</fragment>", fragment)).not.toContain("include-fragment");
  });

  test("an end tag closes what is open", () => {
    expect(labels("<policies><inbound><choose></|")).toEqual(["choose", "inbound", "policies"]);
  });

  test("what is inserted brings what it must have", () => {
    expect(itemOf(inbound("<|"), "set-header")?.insert).toMatch(/^set-header name="">/);
    expect(itemOf(inbound("<|"), "choose")?.insert).toContain('<when condition="true">');
  });
});

describe("attributes and their values", () => {
  test("those that are free, the required ones marked", () => {
    expect(labels(inbound("<set-header |></set-header>"))).toEqual(["name", "exists-action", "id"]);
    expect(itemOf(inbound("<set-header |></set-header>"), "name")).toMatchObject({ required: true, insert: 'name=""' });
    expect(labels(inbound('<set-header name="a" |></set-header>'))).toEqual(["exists-action", "id"]);
    expect(labels(inbound('<set-backend-service base-url="https://a" |/>'))).not.toContain("backend-id");
    expect(labels(inbound("<set-backend-service |/>"))).not.toContain("sf-partition-key");
    expect(labels(`${inbound("")}`.replace("<inbound>", "<inbound><set-header | "))).toContain("name");
  });

  test.each([
    ['<set-header name="a" exists-action="|"></set-header>', ["append", "skip", "delete", "override"]],
    ['<set-backend-service backend-id="|" />', ["orders"]],
    ['<include-fragment fragment-id="|" />', ["shared"]],
    ['<set-header name="|"></set-header>', ["Authorization", "Content-Type"]],
  ])("%s", (marked, expected) => expect(labels(inbound(marked))).toEqual(expect.arrayContaining(expected)));

  test("named values stand behind two braces, anywhere, and never with their value", () => {
    expect(labels(inbound('<set-backend-service base-url="https://{{|" />'))).toEqual(["host", "key"]);
    expect(itemOf(inbound("<set-header name='a'><value>{{k|</value></set-header>"), "key")?.insert).toBe("key}}");
    expect(JSON.stringify(at(inbound('<trace source="{{|}}" />')).found)).not.toContain("hush");
  });
});

describe("code", () => {
  test.each([
    ["@(context.|)", ["Request", "Response", "Variables", "User"]],
    ["@(context.Request.|)", ["Headers", "Method", "Url", "Body"]],
    ["@(context.Request.Url.Pa|)", ["Path"]],
    ["@(context.Request.|", ["Headers"]],
    ["@(context.Request.Headers.|)", ["GetValueOrDefault", "ContainsKey", "Where", "Count"]],
    ["@(context.Request.Method.|.Length)", ["ToUpper", "Substring", "Length"]],
    ["@(DateTime.|)", ["UtcNow", "Parse"]],
    ["@(System.Text.|)", ["Encoding"]],
    ["@(new[] { 1 }.Select(x => x.|))", ["ToString", "CompareTo"]],
    ["@(context.Request.Headers.Where(h => h.|))", ["Key", "Value"]],
    ["@(context.Response?.|)", ["StatusCode"]],
    ["@{ var body = context.Request.Body.As<JObject>(); return body.|; }", ["SelectToken", "Properties"]],
    ["@{ var n = 1; foreach (var c in context.User.Groups) { if (c.|) } return n; }", ["Name", "Id"]],
    ["@{ var first = 1; var second = fir|; }", ["first", "context", "DateTime", "true"]],
    ["@{ ret| }", ["return", "var", "foreach"]],
    ["@(new JO|)", ["JObject", "DateTime"]],
    ['@(new { a = 1, b = "x" }.|)', ["a", "b"]],
    ['@($"{context.|}")', ["Request"]],
  ])("%s", (marked, expected) => expect(labels(code(marked))).toEqual(expect.arrayContaining(expected)));

  test.each(["@(context.Request.|)", "@(context.Request.|"])("%s as the text of an element", (marked) => {
    expect(labels(inbound(`<set-header name="a">\n<value>${marked}</value>\n</set-header>`))).toContain("Headers");
  });

  test("behind new only what can be made, and statics only behind a type", () => {
    expect(labels(code("@(new |)"))).not.toContain("Math");
    expect(labels(code("@(DateTime.|)"))).not.toContain("AddDays");
    expect(labels(code("@(DateTime.UtcNow.|)"))).not.toContain("Parse");
  });

  test("signatures, and types where they have to be written", () => {
    expect(itemOf(code("@(context.Request.Body.|)"), "As")).toMatchObject({
      insert: "As<>()",
      fields: [
        { start: 3, end: 3 },
        { start: 5, end: 5 },
      ],
    });
    expect(itemOf(code("@(context.Request.Method.|)"), "Substring")?.detail).toMatch(
      /^string Substring\(int startIndex/,
    );
    expect(itemOf(code("@(context.|)"), "Request")?.detail).toBe("IRequest");
  });

  test("strings hold names of variables, headers and parameters, and no code", () => {
    expect(labels(code('@(context.Variables["|"])'))).toContain("v");
    expect(labels(code('@(context.Variables.GetValueOrDefault<string>("|", null))'))).toContain("v");
    expect(labels(code('@(context.Request.Headers.GetValueOrDefault("Cont|"))'))).toContain("Content-Type");
    expect(labels(code('@(context.Request.MatchedParameters["|"])'))).toEqual(["id"]);
    expect(labels(code('@("context.|")'))).toEqual([]);
    expect(labels(code("@(1 /* context.| */)"))).toEqual([]);
  });

  test("an expression in escaped form stays in it", () => {
    const marked = inbound(
      '<set-variable name="v" value="@(context.Variables[&quot;a&quot;] == null ? context.Request.|: 1)" />',
    );
    expect(labels(marked)).toContain("Headers");
    const body = inbound('<set-variable name="v" value="@(&quot;a&quot; + context.Request.Body.|)" />');
    expect(itemOf(body, "As")?.insert).toBe("As&lt;>()");
  });
});

describe("hover", () => {
  const shown = (marked: string) => {
    const offset = marked.indexOf("|");
    return hover(marked.replace("|", ""), offset, knowledge, standing);
  };
  test.each([
    [code("@(context.Requ|est.Method)"), "IRequest IContext.Request"],
    [code("@(con|text.Request.Method)"), "IContext context"],
    [code("@(context.Request.Method.Sub|string(1))"), "string string.Substring(int startIndex)"],
    [code("@{ var lo|cal = 1; return local; }"), "int local"],
    [code("@(new[] { 1 }.Select(x => x| + 1))"), "int x"],
    [code("@(Date|Time.UtcNow)"), "struct DateTime"],
  ])("%s", (marked, signature_) => expect(shown(marked)?.signature ?? shown(marked)?.title).toBe(signature_));

  test("an element, an attribute, a reference and a named value", () => {
    expect(shown(inbound("<set-he|ader name='a' />"))).toMatchObject({ kind: "element", policy: "set-header" });
    expect(shown(inbound("<set-header na|me='a' />"))?.facts).toContainEqual({ kind: "required" });
    expect(shown(inbound("<set-backend-service backend-id='or|ders' />"))?.facts).toContainEqual({ kind: "exists" });
    expect(shown(inbound("<set-backend-service backend-id='gon|e' />"))?.facts).toContainEqual({ kind: "missing" });
    const secret = shown(inbound("<trace source='{{k|ey}}' />"));
    expect(secret?.facts).toContainEqual({ kind: "secret" });
    expect(JSON.stringify(secret)).not.toContain("hush");
  });
});

test("the parameters of a call, and which of them is being written", () => {
  const of = (marked: string) => signature(marked.replace("|", ""), marked.indexOf("|"));
  expect(of(code("@(context.Request.Method.Substring(1, |))"))).toMatchObject({ parameter: 1 });
  const second = of(code("@(context.Request.Method.Substring(1, |))"));
  expect(second?.signatures[second.active]?.label).toBe("string Substring(int startIndex, int length)");
  expect(of(code('@(context.Request.Headers.GetValueOrDefault("a", |))'))?.parameter).toBe(1);
  expect(of(code("@(new DateTime(2020, |))"))?.signatures[0]?.label).toMatch(/^new DateTime\(/);
  expect(of(code("@((1 + |))"))).toBeNull();
});

describe("what is offered is accepted", () => {
  const options = checkOptionsOf(knowledge, standing);
  /** Values are still to be filled in: that is the author's part. */
  const refused =
    /^(child-(unknown|repeated)|attribute-(unknown|missing)|attributes-|policy-|section-|base-|fragment-in|backend-one|xml-|root-)/;
  const errors = (text: string) =>
    check(text, options).filter(({ code: id, severity }) => severity === "error" && refused.test(id));

  test.each(samples.map((text, index) => [index, text] as const))(
    "in every place of sample %i",
    (_, text) => {
      const before = errors(text).length;
      for (let offset = 0; offset <= text.length; offset++) {
        const found = complete(text, offset, knowledge, standing);
        if (found === null) continue;
        for (const { insert, kind, label } of found.items) {
          if (kind !== "element" && kind !== "attribute") continue;
          // One more than is there; what replaces a name is another matter.
          if (found.from !== found.to) continue;
          const written =
            text.slice(0, found.from) +
            (/\w$/.test(text.slice(0, found.from)) ? " " : "") +
            insert +
            text.slice(found.to);
          if (kind === "attribute" && !/\s$/.test(text.slice(0, found.from))) continue;
          const wrong = errors(written);
          expect
            .soft(
              wrong.length <= before
                ? []
                : [label, wrong.map(({ message }) => message), written.slice(Math.max(0, offset - 60), offset + 120)],
            )
            .toEqual([]);
        }
      }
    },
    120_000,
  );
});
