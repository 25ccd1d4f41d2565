import { expect, test } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import { fakeHost } from "@/gateway/pipeline/testing/fake-host";
import {
  document,
  failing,
  ownOperation,
  run,
  setHeader,
  unreachable,
  when,
  world,
} from "@/gateway/pipeline/testing/run-request";
import { policy } from "@/gateway/testing/documents";
import { newResponse } from "@/policy/message";

const fails = (id: string) => `<return-response id="${id}" response-variable-name="none" />`;
const wrong = '<set-header name="X"><value>@(context.Variables["none"].ToString())</value></set-header>';
const fragment = (name: string, content: string): GatewayDocument => ({
  id: `/policyfragments/${name}`,
  name,
  type: "policyFragments",
  properties: { value: `<fragment>${content}</fragment>` },
});
const forwards = "<forward-request />";

test.each([
  ["inbound", { inbound: fails("x") }],
  ["backend", { backend: fails("x") }],
  ["outbound", { backend: forwards, outbound: fails("x") }],
] as const)(
  "an error in %s is told with its section, and nothing of later sections runs",
  async (section, sections) => {
    const outbound = `${"outbound" in sections ? sections.outbound : ""}${setHeader("X-Out", "override", "1")}`;
    const value = document({ ...sections, outbound, "on-error": setHeader("X-Err", "override", "1") });
    const { exchange } = await run(world(policy(ownOperation, value)));
    expect(exchange.lastError).toEqual({
      source: "return-response",
      reason: null,
      message: "The variable 'none' does not hold a response.",
      scope: "operation",
      section,
      path: "return-response[1]",
      policyId: "x",
      httpErrorCode: 500,
    });
    expect(exchange.section).toBe("on-error");
    expect(exchange.response?.status).toBe(500);
    expect(exchange.response?.headers.get("X-Err")).toBe("1");
    expect(exchange.response?.headers.get("X-Out")).toBeUndefined();
  },
);

const again = (content: string) => `<retry condition="true" count="1" interval="0">${content}</retry>`;

test.each([
  ["a fragment", '<include-fragment fragment-id="f" />', "include-fragment[1]/return-response[1]", "inner"],
  [
    "a fragment inside choose",
    `<choose>${when("true", '<include-fragment fragment-id="f" />')}</choose>`,
    "choose[1]/when[1]/include-fragment[1]/return-response[1]",
    "inner",
  ],
  [
    "otherwise",
    `<choose>${when("false", "")}<otherwise>${fails("x")}</otherwise></choose>`,
    "choose[1]/otherwise[1]/return-response[1]",
    "x",
  ],
  ["retry", again(`${setHeader("X-A", "override", "1")}${fails("x")}`), "retry[1]/return-response[1]", "x"],
  ["retry in retry", again(again(fails("x"))), "retry[1]/retry[1]/return-response[1]", "x"],
  [
    "limit-concurrency",
    `<limit-concurrency key="k" max-count="1">${fails("x")}</limit-concurrency>`,
    "limit-concurrency[1]/return-response[1]",
    "x",
  ],
  ["block", `<block>${fails("x")}</block>`, "block[1]/return-response[1]", "x"],
  [
    "wait",
    `<wait for="all"><choose>${when("true", fails("x"))}</choose></wait>`,
    "wait[1]/choose[1]/when[1]/return-response[1]",
    "x",
  ],
  [
    "a part of a policy",
    '<return-response id="x"><set-status code="@(int.Parse(&quot;no&quot;))" /></return-response>',
    "return-response[1]/set-status[1]",
    null,
  ],
])("an error in %s tells the innermost policy", async (_, inbound, path, policyId) => {
  const value = document({ inbound });
  const { exchange, unexpected } = await run(world(fragment("f", fails("inner")), policy("/apis/a", value)));
  expect(exchange.lastError).toMatchObject({ path, policyId, scope: "api", section: "inbound" });
  expect(unexpected).toEqual([]);
});

test("each scope's errors tell that scope", async () => {
  for (const [scope, owner] of [
    ["global", "/"],
    ["product", "/products/p"],
    ["api", "/apis/a"],
    ["operation", ownOperation],
  ] as const) {
    const headers = { "Ocp-Apim-Subscription-Key": "key" };
    const { exchange } = await run(world(policy(owner, document({ inbound: wrong }))), { headers });
    expect(exchange.lastError).toMatchObject({
      scope,
      source: "set-header",
      reason: "ExpressionValueEvaluationFailure",
      message: "Expression evaluation failed. Object reference not set to an instance of an object.",
    });
  }
});

test("variables keep their .NET types from section to section, also into on-error", async () => {
  const variable = (name: string, value: string) => `<set-variable name="${name}" value='@(${value})' />`;
  const inbound = [
    variable("int", "42"),
    variable("bool", "true"),
    variable("date", "new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc)"),
    variable("json", 'JObject.Parse("{\\"a\\": [1, 2]}")'),
    variable("bytes", 'Encoding.UTF8.GetBytes("äb")'),
    variable("long", "1L"),
    variable("nullable", "(int?)7"),
    variable("list", 'new List<string> { "x", "y" }'.replace("<", "&lt;")),
  ].join("");
  const seen = (name: string) =>
    setHeader(
      name,
      "override",
      `@{ var v = context.Variables;
        var json = (JObject)v["json"];
        json["more"] = 1;
        return ((int)v["int"] + 1) + " " + !(bool)v["bool"] + " " + ((DateTime)v["date"]).AddDays(1).ToString("o") + " "
          + ((JArray)json["a"]).Count + " " + ((byte[])v["bytes"])[0] + " " + (v["long"] is long) + " " + (v["long"] is int) + " "
          + (((int?)v["nullable"]) ?? 0) + " " + ((List&lt;string>)v["list"]).Last() + " " + json.Count; }`,
    );
  const backend = `<choose>${when("true", `<set-variable name="list" value='@(new List&lt;string> { "z" })' />${forwards}`)}</choose>`;
  const value = document({ inbound, backend, outbound: `${seen("X-Out")}${wrong}`, "on-error": seen("X-Err") });
  const { exchange } = await run(world(policy("/apis/a", value)));
  const told = "43 False 2024-03-01T12:00:00.0000000Z 2 195 True False 7 z 2";
  expect(exchange.lastError).toMatchObject({ section: "outbound", source: "set-header", path: "set-header[2]" });
  expect(exchange.response?.headers.get("X-Err")).toBe(told);
});

test("a wrong cast is an error of that expression", async () => {
  const inbound = `<set-variable name="n" value="@(1)" />${setHeader("X", "override", '@((string)context.Variables["n"])')}`;
  const { exchange } = await run(world(policy("/apis/a", document({ inbound }))));
  expect(exchange.lastError?.message).toBe(
    "Expression evaluation failed. Unable to cast object of type 'System.Int32' to type 'System.String'.",
  );
});

test("a failed retry leaves no response behind, and the last failure is the one that on-error sees", async () => {
  let attempts = 0;
  const host = fakeHost({
    forward: async (exchange) => {
      exchange.response = null;
      if (++attempts === 1) {
        exchange.response = newResponse(503, "Busy");
        return 0;
      }
      throw unreachable();
    },
  });
  const retry = `<retry condition="@(context.Response == null || context.Response.StatusCode == 503)" count="2" interval="0">${forwards}</retry>`;
  const value = document({
    backend: retry,
    "on-error": setHeader("X-Status", "override", "@(context.Response.StatusCode.ToString())"),
  });
  const { exchange } = await run(world(policy("/apis/a", value)), { host });
  expect(attempts).toBe(3);
  expect(exchange.lastError).toMatchObject({ reason: "BackendConnectionFailure", path: "retry[1]/forward-request[1]" });
  expect(exchange.response?.headers.get("X-Status")).toBe("500");
});

test.each([
  [
    "return-response answers, whatever the error was",
    '<return-response><set-status code="202" /></return-response>',
    202,
  ],
  [
    "choose and set-status edit the default response",
    `<choose>${when("@(context.Response.StatusCode == 500)", '<set-status code="504" />')}</choose>`,
    504,
  ],
  ["an error in it ends it with a 500", `<set-status code="504" />${wrong}`, 500],
  [
    "an error in a retry in it that is swallowed is none",
    `<retry condition="@(!context.Variables.ContainsKey(&quot;t&quot;))" count="1" interval="0"><choose>${when("@(context.Variables.ContainsKey(&quot;s&quot;))", '<set-variable name="t" value="1" />')}<otherwise><set-variable name="s" value="1" />${wrong}</otherwise></choose></retry><set-status code="207" />`,
    207,
  ],
])("in on-error: %s", async (_, onError, status) => {
  const { exchange, unexpected } = await run(
    world(policy("/apis/a", document({ backend: forwards, "on-error": onError }))),
    {
      host: failing(unreachable()),
    },
  );
  expect(exchange.response?.status).toBe(status);
  expect(unexpected).toEqual([]);
});
