import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { api, defaultGlobalPolicy, operation, policy } from "@/gateway/testing/documents";
import {
  type Echoed,
  linesNamed,
  startEchoingUpstream,
  startUpstream,
  type Upstream,
} from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";

let gateway: GatewayFixture;
const opened: Upstream[] = [];
afterEach(async () => {
  expect(gateway.unexpected).toEqual([]);
  await gateway.close();
  for (const each of opened.splice(0)) await each.close();
});

/** A real gateway before a real backend, with these policies on the API. */
async function serve(sections: { inbound?: string; outbound?: string; "on-error"?: string }, upstream: Upstream) {
  opened.push(upstream);
  const section = (name: keyof typeof sections) => `<${name}><base />${sections[name] ?? ""}</${name}>`;
  gateway = await startGateway([
    defaultGlobalPolicy,
    api("orders", { serviceUrl: `${upstream.url}/v1` }),
    operation("orders", "POST", "/items/{id}"),
    policy(
      "/apis/orders",
      `<policies>${section("inbound")}<backend><base /></backend>${section("outbound")}${section("on-error")}</policies>`,
    ),
  ]);
  return (init: RequestInit = {}) =>
    fetch(`${gateway.url}/orders/items/7?page=2`, { method: "POST", headers: { "X-Tier": "gold" }, ...init });
}
const header = (name: string, value: string) => `<set-header name="${name}"><value>${value}</value></set-header>`;

test("expressions see the request, and what they give is sent", async () => {
  const call = await serve(
    {
      inbound:
        header(
          "X-Where",
          '@(context.Request.MatchedParameters["id"] + context.Request.Url.QueryString + context.Api.Name)',
        ) +
        header(
          "X-Tier",
          '@{ var tier = context.Request.Headers.GetValueOrDefault("x-tier", "none"); return tier.ToUpper(); }',
        ) +
        `<choose><when condition='@(context.Request.Headers.GetValueOrDefault("X-Tier", "") == "GOLD")'>${header("X-Lane", "fast")}</when></choose>`,
    },
    await startEchoingUpstream(),
  );
  const echoed = (await (await call({ body: "x" })).json()) as Echoed;
  expect([linesNamed(echoed, "x-where"), linesNamed(echoed, "x-tier"), linesNamed(echoed, "x-lane")]).toEqual([
    ["7?page=2orders"],
    ["GOLD"],
    ["fast"],
  ]);
});

test("a body that an expression reads is read before, and still sent on", async () => {
  const call = await serve(
    { inbound: header("X-Id", '@(context.Request.Body.As<JObject>(preserveContent: true)["order"]["id"].ToString())') },
    await startEchoingUpstream(),
  );
  const body = '{"order": {"id": 41, "name": "ä"}}';
  const echoed = (await (await call({ body })).json()) as Echoed;
  expect(linesNamed(echoed, "x-id")).toEqual(["41"]);
  expect(Buffer.from(echoed.body, "latin1").toString()).toBe(body);
});

test("a response is read, compressed or not, and replaced", async () => {
  const content = '{"items": [1, 2, 3]}';
  for (const encoding of ["identity", "gzip"]) {
    const upstream = await startUpstream((_, response) => {
      response.setHeader("Content-Encoding", encoding);
      response.end(encoding === "gzip" ? gzipSync(content) : content);
    });
    const call = await serve(
      {
        outbound:
          '<set-body>@("sum " + context.Response.Body.As<JObject>()["items"].Sum(x => (int)x))</set-body><set-header name="Content-Encoding" exists-action="delete" />',
      },
      upstream,
    );
    expect(await (await call()).text()).toBe("sum 6");
    if (encoding === "identity") {
      await gateway.close();
      for (const each of opened.splice(0)) await each.close();
    }
  }
});

test("an expression that fails goes to on-error as .NET would say it, and nobody outside is told", async () => {
  const call = await serve(
    {
      inbound: header("X-Bad", '@(((string)context.Variables["absent"]).Length.ToString())'),
      "on-error":
        header("X-Source", '@(context.LastError.Source + " " + context.LastError.Reason)') +
        header("X-Message", "@(context.LastError.Message)"),
    },
    await startEchoingUpstream(),
  );
  const response = await call({ body: "x" });
  expect(response.status).toBe(500);
  expect(response.headers.get("x-source")).toBe("set-header ExpressionValueEvaluationFailure");
  expect(response.headers.get("x-message")).toBe(
    "Expression evaluation failed. Object reference not set to an instance of an object.",
  );
  expect(await response.json()).toMatchObject({ statusCode: 500, message: "Internal server error" });
});

test("an endless loop ends, and the gateway goes on serving", async () => {
  const call = await serve(
    {
      inbound: `<choose><when condition='@(context.Request.Headers.ContainsKey("X-Loop"))'>${header("X-Never", "@{ while (true) { } }")}</when></choose>`,
    },
    await startEchoingUpstream(),
  );
  expect((await call({ headers: { "X-Loop": "1" } })).status).toBe(500);
  expect((await call({ body: "x" })).status).toBe(200);
});
