import { expect, describe as group, test } from "vitest";
import { check } from "@/policy/check";
import type { CheckOptions } from "@/policy/check/checker";

const known = { namedValues: "any", backends: "any", fragments: "any", certificates: "any" } as const;

/** "line: code" of every warning; the document has no errors. */
function warned(text: string, given: Partial<CheckOptions> = {}): string[] {
  const found = check(text, { scope: "api", kind: "policies", known, ...given });
  expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  return found.map(({ line, code }) => `${line}: ${code}`);
}
const inbound = (content: string): string => `<policies><inbound><base />\n${content}\n</inbound></policies>`;
/** A gap as Terraform writes it. */
const gap = (name: string) => `$\{${name}}`;
const header = '<set-header name="A"><value>b</value></set-header>';

group("base", () => {
  const cut = "<policies>\n<inbound />\n<outbound><base /></outbound>\n</policies>";
  test("missing where something wider is dropped", () => {
    expect(warned(cut)).toEqual(["2: base-missing"]);
    expect(warned(cut, { scope: "any" })).toEqual(["2: base-missing"]);
    expect(warned(cut.replace("<base />", ""), { scope: "any" })).toEqual([]);
    expect(warned(cut, { scope: "global" })).toEqual([]);
  });
  test("a backend that sends the request itself needs none; one that does not sends nothing", () => {
    expect(warned("<policies><backend><forward-request /></backend></policies>")).toEqual([]);
    expect(
      warned(
        "<policies><backend><choose><when condition='@(context.Tracing)'><forward-request /></when></choose></backend></policies>",
      ),
    ).toEqual([]);
    expect(warned(`<policies><backend>${header}</backend></policies>`)).toEqual(["1: backend-unsent"]);
    expect(warned("<policies><backend /></policies>")).toEqual(["1: backend-unsent"]);
  });
});

group("branches", () => {
  const when = (condition: string) => `<when condition="${condition}">${header}</when>`;
  const choose = (...branches: string[]) => inbound(`<choose>${branches.join("\n")}</choose>`);
  test("behind one that is always taken", () => {
    expect(warned(choose(when("@(1 &lt; 2)"), when("@(context.Tracing)"), "<otherwise />"))).toEqual([
      "3: when-unreachable",
      "4: when-unreachable",
    ]);
  });
  test("that are never taken, and that repeat another", () => {
    expect(warned(choose(when("false"), when("@(context.Tracing)"), when(" @(context.Tracing)")))).toEqual([
      "2: when-never",
      "4: when-repeated",
    ]);
    expect(warned(choose(when("{{flag}}"), when("@(context.Tracing)"), "<otherwise />"))).toEqual([]);
  });
});

test("what stands behind the end of the pipeline", () => {
  expect(warned(inbound(`<return-response />\n${header}`))).toEqual(["3: policy-unreachable"]);
  expect(
    warned(inbound(`<choose><when condition="@(context.Tracing)"><return-response /></when></choose>\n${header}`)),
  ).toEqual([]);
});

test("halves of a cache", () => {
  const lookup = "<cache-lookup vary-by-developer='false' vary-by-developer-groups='false' />";
  expect(warned(inbound(lookup))).toEqual(["2: cache-alone"]);
  expect(warned(inbound(`${lookup}<include-fragment fragment-id="store" />`))).toEqual([]);
});

test("cors behind what refuses a preflight request", () => {
  const cors = "<cors><allowed-origins><origin>*</origin></allowed-origins></cors>";
  expect(warned(inbound(cors))).toEqual([]);
  expect(warned(inbound(`<check-header name="A" failed-check-httpcode="401" />\n${cors}`))).toEqual(["3: cors-late"]);
});

test("a body that is gone when the request is sent again", () => {
  const retry = (attributes: string) =>
    `<policies><backend><retry condition="@(context.Response.StatusCode == 500)" count="3" interval="1">\n<forward-request ${attributes}/></retry></backend></policies>`;
  expect(warned(retry(""))).toEqual(["2: retry-unbuffered"]);
  expect(warned(retry('buffer-request-body="true" '))).toEqual([]);
});

group("secrets", () => {
  const trace = (message: string) => inbound(`<trace source="a"><message>${message}</message></trace>`);
  test("of named values", () => {
    const isSecret = (name: string) => name === "key";
    expect(warned(trace("{{key}}"), { isSecret })).toEqual(["2: secret-in-trace"]);
    expect(warned(trace("{{other}}"), { isSecret })).toEqual([]);
  });
  test("of the request", () => {
    expect(warned(trace("@(context.Subscription.Key)"))).toEqual(["2: secret-in-trace"]);
    expect(warned(trace('@(context.Request.Headers.GetValueOrDefault("authorization", ""))'))).toEqual([
      "2: secret-in-trace",
    ]);
    expect(warned(trace('@(context.Request.Headers.GetValueOrDefault("accept", ""))'))).toEqual([]);
  });
});

test("variables of a fragment that nothing in it reads", () => {
  const fragment = (content: string) => `<fragment>\n<set-variable name="a" value="1" />${content}</fragment>`;
  expect(warned(fragment(""), { kind: "fragment" })).toEqual(["2: variable-unused"]);
  expect(warned(fragment('<set-body>@((string)context.Variables["a"])</set-body>'), { kind: "fragment" })).toEqual([]);
});

test("policies without a root, and policies that nobody documents", () => {
  expect(warned(`${header}\n${header}`, { kind: "snippet" })).toEqual(["1: root-absent"]);
  expect(warned(inbound("<block />"))).toEqual(["2: policy-undocumented"]);
});

test("a mistake beside a gap is told at its own place", () => {
  const text = inbound(`<set-variable name="a" value="@(${gap("a")}.ToString() + context.Nothing)" />`);
  const [found] = check(text, { scope: "api", kind: "policies", known }).filter(({ severity }) => severity === "error");
  expect(text.slice(found?.span.start, found?.span.end)).toBe("Nothing");
});

test("gaps that a deployment tool fills, where the document is not saved yet", () => {
  const retry =
    '<retry condition="@(false)" count="{retries}" interval="1"><send-request><set-url>http://a</set-url></send-request></retry>';
  expect(warned(inbound(retry))).toEqual(["2: value-placeholder"]);
  expect(warned(inbound(`<set-backend-service base-url="${gap("base-url")}/v1" />`))).toEqual(["2: value-placeholder"]);
  expect(warned(inbound(`<set-variable name="a" value="@(${gap("is-enabled")} ? 1 : RETRY_COUNT)" />`))).toEqual([
    "2: value-placeholder",
  ]);
  expect(warned(inbound('<set-variable name="a" value="@($"https://{group-id}/x")" />'))).toEqual([
    "2: value-placeholder",
    "2: value-placeholder",
  ]);
  const either =
    "%{ if a ~}<set-url>http://a</set-url><set-method>GET</set-method>%{ else ~}<set-url>http://b</set-url>%{ endif ~}";
  expect(new Set(warned(inbound(`<send-request>${either}</send-request>`)))).toEqual(new Set(["2: text-placeholder"]));
  expect(warned(inbound("%{ if enabled }\n<set-method>GET</set-method>\n%{ endif }"))).toEqual([
    "2: text-placeholder",
    "4: text-placeholder",
  ]);
  expect(warned(inbound(`<cors><allowed-origins>${gap("origins")}</allowed-origins></cors>`))).toEqual([
    "2: text-placeholder",
  ]);
});
