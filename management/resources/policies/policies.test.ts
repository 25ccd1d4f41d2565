import { afterAll, beforeAll, expect, test } from "vitest";
import { type Door, openDoor } from "../../testing/door";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  await door.ask("PUT", "apis/orders", { body: { properties: { displayName: "Orders", path: "orders" } } });
  await door.ask("PUT", "apis/orders/operations/list", {
    body: { properties: { displayName: "List", method: "GET", urlTemplate: "/" } },
  });
  await door.ask("PUT", "products/starter", { body: { properties: { displayName: "Starter" } } });
});
afterAll(() => door.close());

const scopes = [
  "policies/policy",
  "products/starter/policies/policy",
  "apis/orders/policies/policy",
  "apis/orders/operations/list/policies/policy",
];
const put = (path: string, properties: object) => door.ask("PUT", path, { body: { properties } as never });
const inbound = (content: string) =>
  `<policies>\r\n  <inbound>\r\n    <base />\r\n    ${content}\r\n  </inbound>\r\n</policies>`;
const header = (value: string) =>
  `<set-header name="x-team" exists-action="override"><value>${value}</value></set-header>`;

test.each(scopes)("PUT, GET, HEAD and the list at %s", async (path) => {
  const value = inbound(header("a &amp; b"));
  const made = await put(path, { value, format: "xml" });
  expect([200, 201]).toContain(made.status);
  expect(made.body).toMatchObject({ name: "policy", properties: { format: "xml", value } });
  expect(made.body.id.toLowerCase()).toContain(`/service/gatehouse/${path}`);
  expect((await door.ask("HEAD", path)).status).toBe(200);
  expect((await door.ask("GET", path)).body.properties).toEqual({ format: "xml", value });
  expect((await put(path, { value })).status).toBe(200);
  const list = await door.ask("GET", path.replace(/\/policy$/, ""));
  expect(list.body).toMatchObject({ count: 1, value: [{ name: "policy" }] });
});

test("200: at an API also under the names that Azure's JavaScript client reads, and sent back like that", async () => {
  const { body } = await door.ask("GET", "apis/orders/policies/policy");
  expect(body["properties.value"]).toBe(body.properties.value);
  expect(body["properties.format"]).toBe("xml");
  expect((await door.ask("PUT", "apis/orders/policies/policy", { body })).status).toBe(200);
});

test("200: both forms, each as it was written", async () => {
  const path = "apis/orders/policies/policy";
  await door.ask("PUT", "namedValues/c", { body: { properties: { displayName: "c", value: "c" } } });
  const when = (condition: string) =>
    inbound(`<choose><when condition="${condition}"><return-response /></when></choose>`);
  const raw = when(`@(context.Request.Headers.GetValueOrDefault("a","b") == "{{c}}" && 1 < 2)`);
  const escaped = when(
    "@(context.Request.Headers.GetValueOrDefault(&quot;a&quot;,&quot;b&quot;) == &quot;{{c}}&quot; &amp;&amp; 1 &lt; 2)",
  );
  for (const [format, value] of [
    ["rawxml", raw],
    ["xml", escaped],
  ] as const) {
    expect((await put(path, { value, format })).status).toBe(200);
    expect((await door.store.read("/apis/orders/policies/policy"))?.properties.value).toBe(raw);
    expect((await door.ask("GET", path)).body.properties).toEqual({ format: "xml", value: escaped });
    expect((await door.ask("GET", path, { query: "format=rawxml" })).body.properties).toEqual({
      format: "rawxml",
      value: raw,
    });
  }
});

test("400: each mistake is a detail with its element, line and column", async () => {
  const refused = await put("apis/orders/policies/policy", {
    value: inbound(`<set-header>text</set-header>\r\n    <no-such-policy />`),
  });
  expect(refused.status).toBe(400);
  expect(refused.body.error).toMatchObject({
    code: "ValidationError",
    message: "One or more fields contain incorrect values:",
  });
  expect(refused.body.error.details.length).toBeGreaterThan(1);
  for (const detail of refused.body.error.details) {
    expect(detail).toMatchObject({
      code: "ValidationError",
      target: expect.any(String),
      message: expect.stringMatching(/^Error in element '[\w-]+' on line [45], column \d+: /),
    });
  }
  expect((await door.ask("GET", "apis/orders/policies/policy")).body.properties.value).not.toContain("no-such-policy");
});

test.each([
  ["no value", { format: "xml" }, "value"],
  ["an unknown format", { value: "<policies/>", format: "yaml" }, "format"],
  ["a link", { value: "https://x.test/p.xml", format: "xml-link" }, "format"],
  ["a raw link", { value: "https://x.test/p.xml", format: "rawxml-link" }, "format"],
  ["not XML", { value: "hello" }, "value"],
  ["an unclosed element", { value: "<policies><inbound></policies>" }, "inbound"],
  ["another root", { value: "<fragment />" }, "fragment"],
  ["an absent named value", { value: inbound(header("{{absent}}")) }, "value"],
  ["an absent backend", { value: inbound(`<set-backend-service backend-id="absent" />`) }, "set-backend-service"],
  ["an absent fragment", { value: inbound(`<include-fragment fragment-id="absent" />`) }, "include-fragment"],
  ["an unknown member", { value: "<policies/>", colour: "red" }, "colour"],
])("400: %s", async (_, properties, target) => {
  const refused = await put("apis/orders/policies/policy", properties);
  expect(refused.status).toBe(400);
  expect(refused.body.error.details[0].target.replace("properties.", "")).toBe(target);
});

test("400: another id than policy, and another format of a GET", async () => {
  expect((await put("apis/orders/policies/other", { value: "<policies />" })).status).toBe(400);
  expect((await door.ask("GET", "policies/policy", { query: "format=json" })).status).toBe(400);
});

test("409: what a policy names cannot be deleted, and where-used says so", async () => {
  await door.ask("PUT", "backends/pay", { body: { properties: { url: "https://pay.test", protocol: "http" } } });
  await door.ask("PUT", "namedValues/nv-team", { body: { properties: { displayName: "team", value: "blue" } } });
  await door.ask("PUT", "policyFragments/stamp", {
    body: { properties: { value: `<fragment>${header("{{team}}")}</fragment>` } },
  });
  const value = inbound(
    `<set-backend-service backend-id="pay" /><include-fragment fragment-id="stamp" />${header("{{team}}")}`,
  );
  expect((await put("apis/orders/policies/policy", { value })).status).toBe(200);
  for (const used of ["backends/pay", "namedValues/nv-team", "policyFragments/stamp"]) {
    const refused = await door.ask("DELETE", used);
    expect(refused.status, used).toBe(409);
    expect(refused.body.error.details.map(({ target }: { target: string }) => target)).toContain(
      "/apis/orders/policies/policy",
    );
  }
});

test("200: renaming a named value rewrites what names it, in the same change", async () => {
  const renamed = await door.ask("PATCH", "namedValues/nv-team", { body: { properties: { displayName: "squad" } } });
  expect(renamed.status).toBe(200);
  expect((await door.ask("GET", "apis/orders/policies/policy")).body.properties.value).toContain("{{squad}}");
  expect((await door.ask("GET", "policyFragments/stamp")).body.properties.value).toContain("{{squad}}");
  const { changes } = await door.store.changes({ top: 1 });
  expect(changes[0]?.entries.map(({ id }) => id).sort()).toEqual([
    "/apis/orders/policies/policy",
    "/namedvalues/nv-team",
    "/policyfragments/stamp",
  ]);
  expect((await door.ask("DELETE", "namedValues/nv-team")).status).toBe(409);
});

test("200: a policy that is gone holds nothing back", async () => {
  expect((await door.ask("DELETE", "apis/orders/policies/policy")).status).toBe(200);
  expect((await door.ask("DELETE", "backends/pay")).status).toBe(200);
  expect((await door.ask("DELETE", "policyFragments/stamp")).status).toBe(200);
  expect((await door.ask("DELETE", "namedValues/nv-team")).status).toBe(200);
});

test("403, 404, 405, 412, 204", async () => {
  const path = "products/starter/policies/policy";
  expect(
    (await door.ask("PUT", path, { body: { properties: { value: "<policies />" } }, role: "reader" })).status,
  ).toBe(403);
  expect((await door.ask("GET", "apis/orders/policies/policy")).status).toBe(404);
  expect((await door.ask("PATCH", path, { body: { properties: { value: "<policies />" } } })).status).toBe(405);
  expect((await door.ask("DELETE", path, { headers: { "if-match": '"AAAAAAAAAAE="' } })).status).toBe(412);
  expect((await door.ask("DELETE", path)).status).toBe(200);
  expect((await door.ask("DELETE", path)).status).toBe(204);
});
