import { generateKeyPairSync } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import type { Trace, TraceEntry } from "@/contract/trace";
import { api, defaultGlobalPolicy, operation, policy, subscription } from "@/gateway/testing/documents";
import { type Echoed, linesNamed, startEchoingUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";
import { debugService, debugToken } from "./testing/debug-service";

let gateway: GatewayFixture;
let upstream: Upstream;
afterEach(async () => {
  expect(gateway.unexpected).toEqual([]);
  await gateway.close();
  await upstream.close();
});

const secret: GatewayDocument = {
  id: "/namedvalues/token",
  name: "token",
  type: "namedValues",
  properties: { displayName: "token", secret: true, value: "s3cr3t-value" },
};

async function serve(value: string): Promise<void> {
  upstream = await startEchoingUpstream();
  gateway = await startGateway([
    debugService,
    secret,
    defaultGlobalPolicy,
    api("orders", { serviceUrl: upstream.url, subscriptionRequired: true }),
    operation("orders", "GET", "/items/{id}"),
    subscription("s", "the-subscription-key"),
    policy("/apis/orders", value),
  ]);
}
const call = (token: string, url = "/orders/items/7") =>
  fetch(gateway.url + url, {
    headers: { "Apim-Debug-Authorization": token, "Ocp-Apim-Subscription-Key": "the-subscription-key" },
  });

/** It is told when the response has been sent, which its receiver may hear of first. */
async function traceOf(response: Response): Promise<Trace> {
  const id = response.headers.get("Apim-Trace-Id") ?? "";
  for (let turn = 0; turn < 200 && !gateway.traces.has(id); turn++) await sleep(5);
  return gateway.traces.get(id) as Trace;
}
const named = (entries: TraceEntry[] | undefined, source: string): TraceEntry[] =>
  (entries ?? []).flatMap((entry) => [...(entry.source === source ? [entry] : []), ...named(entry.entries, source)]);

const document = `<policies>
  <inbound>
    <base />
    <choose>
      <when condition="@(context.Request.MatchedParameters[&quot;id&quot;] == &quot;7&quot;)">
        <set-header name="X-Token" exists-action="override"><value>{{token}}</value></set-header>
      </when>
    </choose>
    <set-header name="X-Key"><value>@(context.Subscription.PrimaryKey)</value></set-header>
  </inbound>
  <backend><base /></backend>
  <outbound><base /><set-header name="X-Traced"><value>@(context.Tracing.ToString())</value></set-header></outbound>
  <on-error><base /></on-error>
</policies>`;

test("a request with a good token is traced: each step with its place, its time, and what it changed", async () => {
  await serve(document);
  const response = await call(debugToken("/apis/orders"));
  expect(response.headers.get("X-Traced")).toBe("True");
  const trace = await traceOf(response);
  expect(trace.traceId).toMatch(/^[0-9a-f]{32}$/);
  const { inbound, backend, outbound } = trace.traceEntries;
  expect(inbound?.[0]).toMatchObject({
    source: "api-inspector",
    elapsed: expect.stringMatching(/^00:00:\d\d\.\d{7}$/),
    data: { request: { method: "GET", url: expect.stringContaining("/orders/items/7") } },
  });
  expect(inbound?.[1]?.data.configuration).toMatchObject({
    api: { id: "/apis/orders", to: upstream.url },
    operation: { uriTemplate: "/items/{id}" },
    subscription: { id: "/subscriptions/s" },
  });
  const [choose] = named(inbound, "choose");
  const [inner] = choose?.entries ?? [];
  expect(inner).toMatchObject({
    source: "set-header",
    place: { scope: "api", documentId: "/apis/orders/policies/policy", path: "choose[1]/when[1]/set-header[1]" },
    changes: [{ what: "request", name: "header x-token", before: null, after: "••••••••" }],
  });
  expect(document.slice(inner?.place?.start, inner?.place?.end)).toMatch(
    /^<set-header name="X-Token"[\s\S]*set-header>$/,
  );
  expect(inner?.durationMs).toBeGreaterThanOrEqual(0);
  expect(choose?.changes).toBeUndefined();
  expect(named(backend, "forward-request")[0]?.changes).toContainEqual({
    what: "response",
    name: "status",
    before: null,
    after: "200 OK",
  });
  expect(named(outbound, "transfer-response").length).toBeGreaterThan(0);
});

test("secrets do not stand in a trace, in whatever form they came into it", async () => {
  await serve(document);
  const text = JSON.stringify(await traceOf(await call(debugToken("/apis/orders"))));
  const base64 = Buffer.from("s3cr3t-value").toString("base64").replace(/=+$/, "");
  for (const each of ["s3cr3t-value", base64, "the-subscription-key"]) expect(text).not.toContain(each);
  expect(text).toContain("••••••••");
});

test("the token itself never reaches a backend, good or bad", async () => {
  await serve(document);
  for (const token of [debugToken("/apis/orders"), "nonsense"]) {
    const echoed = (await (await call(token)).json()) as Echoed;
    expect(linesNamed(echoed, "apim-debug-authorization")).toEqual([]);
  }
});

test("an error is told where it happened, and as context.LastError has it", async () => {
  await serve(
    document.replace(
      '<set-header name="X-Key"><value>@(context.Subscription.PrimaryKey)',
      '<set-header name="X-Key"><value>@(((string)null).Length.ToString())',
    ),
  );
  const response = await call(debugToken("/apis/orders"));
  expect(response.status).toBe(500);
  const { inbound } = (await traceOf(response)).traceEntries;
  const [, failing] = named(inbound, "set-header");
  expect(failing?.error).toMatchObject({ source: "set-header", reason: "ExpressionValueEvaluationFailure" });
  expect(named(inbound, "error")[0]?.data).toMatchObject({ path: "set-header[1]", scope: "api" });
});

test("a token that has ended, or is for another API, is answered so and nothing is traced; any other is as if absent", async () => {
  await serve(document);
  const ended = await call(debugToken("/apis/orders", Date.now() - 1));
  expect(ended.headers.get("Apim-Debug-Authorization-Expired")).toBe("true");
  const other = await call(debugToken("/apis/others"));
  expect(other.headers.get("Apim-Debug-Authorization-WrongAPI")).toBe("true");
  const forged = await call(debugToken("/apis/orders", undefined, generateKeyPairSync("ed25519").privateKey));
  const altered = await call(debugToken("/apis/others").replace("others", "orders"));
  const longer = await call(debugToken("/apis/orders").replace(/ex=\d/, "ex=9"));
  for (const response of [ended, other, forged, altered, longer]) {
    expect(response.status).toBe(200);
    expect(response.headers.get("Apim-Trace-Id")).toBeNull();
    expect(response.headers.get("X-Traced")).toBe("False");
  }
  for (const response of [forged, altered, longer]) {
    expect([...response.headers.keys()].filter((name) => name.startsWith("apim-"))).toEqual([]);
  }
  await sleep(20);
  expect(gateway.traces.size).toBe(0);
});

test("traced and untraced requests run by pipelines of their own, at the same time", async () => {
  await serve(document);
  const token = debugToken("/apis/orders");
  const responses = await Promise.all(Array.from({ length: 20 }, (_, index) => call(index % 2 === 0 ? token : "")));
  const ids = responses.map((response) => response.headers.get("Apim-Trace-Id")).filter((id) => id !== null);
  expect(new Set(ids).size).toBe(10);
  for (const response of responses) {
    if (response.headers.has("Apim-Trace-Id")) {
      expect(named((await traceOf(response)).traceEntries.inbound, "choose")).toHaveLength(1);
    }
  }
});

test("a trace tells which branch was taken, also an empty one, what bodies held, and what type a variable is", async () => {
  await serve(`<policies><inbound><base />
    <choose><when condition="@(false)" /><when condition="@(context.Request.Method == &quot;GET&quot;)" /></choose>
    <choose><when condition="@(context.Request.Method == &quot;PUT&quot;)" /></choose>
    <set-variable name="n" value="@(40 + 2)" />
    </inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`);
  const { inbound, backend } = (await traceOf(await call(debugToken("/apis/orders")))).traceEntries;
  expect(named(inbound, "choose").map(({ data }) => data.branch)).toEqual(["when[2]", null]);
  expect(named(inbound, "set-variable")[0]?.changes).toEqual([
    { what: "variable", name: "n", before: null, after: "42", type: "System.Int32" },
  ]);
  const body = named(backend, "forward-request")
    .flatMap(({ changes = [] }) => changes)
    .find(({ what, name }) => what === "response" && name === "body");
  expect(body?.after).toContain("/items/7");
});

test("the error of a request bears the place of the policy that failed", async () => {
  const failing = `<policies><inbound><base /><set-variable name="n" value="@(int.Parse(&quot;x&quot;))" /></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`;
  await serve(failing);
  const { inbound } = (await traceOf(await call(debugToken("/apis/orders")))).traceEntries;
  const [error] = named(inbound, "error");
  expect(error?.place).toMatchObject({ documentId: "/apis/orders/policies/policy", path: "set-variable[1]" });
  expect(failing.slice(error?.place?.start, error?.place?.end)).toMatch(/^<set-variable/);
});
