import { afterEach, beforeEach, expect, test } from "vitest";
import { api, operation, policy } from "@/gateway/testing/documents";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";
import { JObject } from "@/policy/kits/json/jobject";
import { renderLarge } from "@/policy/kits/liquid/large-body";
import { fakeExchange } from "./testing/fake-exchange";

const template = `{{body.a.b}} {{context.Request.Method}} {{context.Request.Url.Path}} {{context.Request.OriginalUrl.Query.q}} {{context.Request.Headers["X-A"]}} {{context.Request.MatchedParameters.id}} {{context.Request.HasBody}} {{context.Api.Name}} {{context.Variables["n"]}} {{context.Variables.t | Upcase}} [{% for i in body.a.c %}{{i}};{% endfor %}]`;
const document = (liquid: string, variables = "") =>
  `<policies><inbound><base /><set-variable name="n" value="@(7)" /><set-variable name="t" value="text" />${variables}<set-body template="liquid">${liquid.replaceAll("<", "&lt;")}</set-body><return-response><set-status code="200" reason="OK" /><set-body>@(context.Request.Body.As&lt;string&gt;())</set-body></return-response></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`;

let gateway: GatewayFixture;
beforeEach(async () => {
  gateway = await startGateway([api("a"), operation("a", "POST", "/items/{id}")]);
});
afterEach(() => gateway.close());

const use = (value: string) => gateway.change({ put: [policy("/apis/a", value)] });
async function post(body: string, type: string): Promise<string> {
  const headers = { "content-type": type, "x-a": "header" };
  const response = await fetch(`${gateway.url}/a/items/9?q=query`, { method: "POST", headers, body });
  return `${response.status} ${await response.text()}`;
}
/** Small, and the same with something in it that makes it large. */
const bodies = (pad: string): [string, string][] => [
  [`{"a":{"b":"é","c":["x","y"]},"pad":"${pad}"}`, "application/json"],
  [`<a><b>é</b><c>x</c><c>y</c><pad>${pad}</pad></a>`, "application/xml"],
];

test("a template says the same of a large body as of a small one", async () => {
  use(document(template));
  for (const index of [0, 1]) {
    const [small, type] = bodies("")[index] as [string, string];
    const [large] = bodies("x".repeat(300_000))[index] as [string, string];
    const said = await post(small, type);
    expect(said).toMatch(/^200 é POST \/items\/9 query header 9 true a 7 TEXT \[x;y;\]$/);
    expect(await post(large, type)).toBe(said);
  }
  expect(gateway.unexpected).toEqual([]);
});

test("also where its variables are objects, which it says here", async () => {
  const object = `<set-variable name="o" value="@(new JObject(new JProperty(&quot;k&quot;, &quot;inside&quot;)))" />`;
  use(document("{{context.Variables.o.k}} {{body.a.b}}", object));
  const [json, type] = bodies("x".repeat(300_000))[0] as [string, string];
  expect(await post(json, type)).toBe("200 inside é");
});

test("what cannot be read, or carried out, is an error of the policy, and the next template is none the worse", async () => {
  const [json, type] = bodies("x".repeat(300_000))[0] as [string, string];
  use(document("{{body.a.b}}"));
  expect(await post(json.slice(0, -1), type)).toMatch(/^500 /);
  use(document(`{% for a in (1..5000) %}{% for b in (1..5000) %}{{body.a.b}}{% endfor %}{% endfor %}`));
  expect(await post(json, type)).toMatch(/^500 /);
  use(document("{{body.a.b}}"));
  expect(await post(json, type)).toBe("200 é");
});

test("some megabytes of XML and of JSON are read", async () => {
  use(document("{{body.l.i[2].v}}{{body.i[2].v}}"));
  const items = Array.from({ length: 60_000 }, (_, n) => n);
  const xml = `<l>${items.map((n) => `<i><v>${n}</v><w>some more text here</w></i>`).join("")}</l>`;
  const json = JSON.stringify({ i: items.map((n) => ({ v: n, w: "some more text here" })) });
  expect(await post(xml, "text/xml")).toBe("200 2");
  expect(await post(json, "application/json")).toBe("200 2");
});

test("large bodies, and no others, go to a worker thread", async () => {
  const options = { parseDate: false, nilIsNull: false };
  const large = `{"a":"${"x".repeat(100_000)}"}`;
  const contentType = "application/json";
  const exchange = fakeExchange();
  const say = (over: object = {}, given = exchange) =>
    renderLarge("set-body", given, { template: "{{body.a | Size}}", text: large, contentType, options, ...over });
  expect(await say()).toBe("100000");
  expect([say({ text: '{"a":1}' }), say({ contentType: "text/plain" })]).toEqual([null, null]);
  exchange.variables.set("o", new JObject());
  expect(say({ template: "{{body.a}}{{context.Variables.o}}" })).toBeNull();
  expect(say({ template: "{{body.a}}{% assign n = 'x' %}{{context[n]}}" })).toBeNull();
  expect(await say()).toBe("100000");
});
