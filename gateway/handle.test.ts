import { expect, test } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import { createHandler } from "@/gateway/handle";
import { fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { fakeHost } from "@/gateway/pipeline/testing/fake-host";
import {
  answer,
  document,
  everyScope,
  mark,
  marked,
  run,
  setHeader,
  when,
  withKey,
  world,
} from "@/gateway/pipeline/testing/run-request";
import { build } from "@/gateway/program/build";
import { defaultGlobalPolicy, policy } from "@/gateway/testing/documents";
import { newResponse } from "@/policy/message";

test("each base is the next wider scope, in the order that the author wrote", async () => {
  const { sent, received, exchange } = await run(everyScope, { headers: withKey });
  const before = "operation-before,api-before,product-before,global-before";
  expect(sent).toBe(`${before},global-after,product-after,api-after,operation-after`);
  expect(received).toBe("global,product,api,operation");
  expect(exchange.response?.headers.get("X-Backend")).toBe("yes");
  expect(exchange.section).toBe("outbound");
});

test("the product's policy runs in the product's name only", async () => {
  const { sent } = await run(everyScope);
  expect(sent).toBe("operation-before,api-before,global-before,global-after,api-after,operation-after");
});

test.each<[string, GatewayDocument[], string | undefined, string | undefined]>([
  ["no document is transparent", [], "global-before,global-after", "global"],
  [
    "no base cuts off all wider scopes",
    [policy("/apis/a", document({ inbound: mark("api"), backend: "<base />" }))],
    "api",
    undefined,
  ],
  [
    "... in that section only",
    [policy("/apis/a", document({ inbound: mark("api"), backend: "<base />", outbound: "<base />" }))],
    "api",
    "global",
  ],
  [
    "an empty section is one without base",
    [policy("/apis/a", document({ inbound: "", backend: "<base />" }))],
    undefined,
    undefined,
  ],
  [
    "comments and space are nothing",
    [policy("/apis/a", document({ inbound: " <!-- <base /> --> ", backend: "<base />" }))],
    undefined,
    undefined,
  ],
])("%s", async (_, documents, sent, received) => {
  const outcome = await run(world(policy("/", marked("global")), ...documents));
  expect([outcome.sent, outcome.received]).toEqual([sent, received]);
  expect(outcome.exchange.response?.headers.get("X-Backend")).toBe("yes");
});

test.each([
  ["empty", document({ inbound: "<base />", backend: "", outbound: "<base />" })],
  ["missing", document({ inbound: "<base />", outbound: "<base />" })],
])("a backend section that is %s calls no backend, and outbound runs", async (_, value) => {
  const { exchange, received, atOnce } = await run(world(policy("/", marked("global")), policy("/apis/a", value)));
  expect(exchange.response).toMatchObject({ status: 200, body: { length: 0 } });
  expect(exchange.response?.headers.get("X-Backend")).toBeUndefined();
  expect(received).toBe("global");
  expect(atOnce).toBe(true);
});

test("without a global document the backend is called, and base at the global scope is nothing", async () => {
  expect((await run(world())).exchange.response?.headers.get("X-Backend")).toBe("yes");
  const global = policy("/", document({ inbound: `<base />${mark("global")}`, backend: "<forward-request />" }));
  expect((await run(world(global))).sent).toBe("global");
});

test("the target is the API's service, and set-backend-service replaces it", async () => {
  const { exchange } = await run(world(), { url: "/a/x?q=1" });
  expect(exchange.target).toEqual({
    baseUrl: "http://backend.example/base",
    backendId: null,
    path: "/x",
    query: "?q=1",
  });
  const set = (content: string) => policy("/apis/a", document({ inbound: content, backend: "<base />" }));
  const url = '<set-backend-service base-url=" https://other.example/v2 " />';
  const id = '<set-backend-service backend-id="Orders" />';
  const target = async (content: string) => (await run(world(set(content)))).exchange.target;
  expect(await target(url)).toMatchObject({ baseUrl: "https://other.example/v2", backendId: null });
  expect(await target(id)).toMatchObject({ baseUrl: null, backendId: "/backends/orders" });
  expect(await target(id + url)).toMatchObject({ baseUrl: null, backendId: "/backends/orders" });
  expect(await target(url + id)).toMatchObject({ baseUrl: null, backendId: "/backends/orders" });
});

test("return-response ends it at once, without a promise, without backend, outbound or on-error", async () => {
  const value = document({
    inbound: `${answer}${mark("never")}`,
    backend: "<base />",
    outbound: mark("never"),
    "on-error": mark("never"),
  });
  const { exchange, atOnce, body, sent, received } = await run(world(policy("/apis/a", value)));
  expect(exchange.response).toMatchObject({ status: 418, reason: "Teapot" });
  expect(exchange.response?.headers.lines).toEqual(["X-Tea", "green"]);
  expect(body).toBe("short and stout");
  expect([atOnce, sent, received, exchange.lastError]).toEqual([true, undefined, undefined, null]);
});

test("return-response after the backend has answered drops what it said", async () => {
  const { exchange, atOnce } = await run(world(policy("/apis/a", document({ backend: "<base />", outbound: answer }))));
  expect(exchange.response?.headers.lines).toEqual(["X-Tea", "green"]);
  expect(atOnce).toBe(false);
  const bare = await run(world(policy("/apis/a", document({ inbound: "<return-response />" }))));
  expect(bare.exchange.response).toMatchObject({ status: 200, reason: "OK", body: { length: 0 } });
});

test.each([
  ["the first that is true", when("false", mark("1")) + when("true", mark("2")) + when("true", mark("3")), "2,end"],
  ["otherwise", `${when("false", mark("1"))}<otherwise>${mark("2")}</otherwise>`, "2,end"],
  ["none", when("false", mark("1")), "end"],
  ["expressions that are literals", when("@(false)", mark("1")) + when("@( true )", mark("2")), "2,end"],
  ["an empty branch", `${when("true", "")}<otherwise>${mark("2")}</otherwise>`, "end"],
  ["one inside another", when("true", `<choose>${when("true", mark("deep"))}</choose>${mark("up")}`), "deep,up,end"],
])("choose: %s", async (_, branches, expected) => {
  const value = document({ inbound: `<choose>${branches}</choose>${mark("end")}`, backend: "<base />" });
  expect((await run(world(policy("/apis/a", value)))).sent).toBe(expected);
});

test("choose: a branch that answers ends all", async () => {
  const value = document({ inbound: `<choose>${when("true", answer)}</choose>${mark("never")}` });
  const { exchange, sent } = await run(world(policy("/apis/a", value)));
  expect([exchange.response?.status, sent]).toEqual([418, undefined]);
});

const given = { Accept: "text/plain", Cookie: "a=1", "User-Agent": "me", Via: "x" };

test.each<[policy: string, name: string, lines: string[]]>([
  [setHeader("accept", "override", "a/b", "c/d"), "Accept", ["a/b,c/d"]],
  [setHeader("Accept", "override"), "Accept", []],
  [setHeader("Accept", "append", "a/b", "c/d"), "Accept", ["text/plain,a/b,c/d"]],
  [setHeader("X-New", "append", "1", "2"), "X-New", ["1,2"]],
  [setHeader("Accept", "skip", "a/b"), "Accept", ["text/plain"]],
  [setHeader("X-New", "skip", "1"), "X-New", ["1"]],
  [setHeader("ACCEPT", "delete"), "Accept", []],
  [setHeader("X-New", "delete", "1"), "X-New", []],
  [setHeader("Cookie", "append", "b=2", "c=3"), "Cookie", ["a=1", "b=2", "c=3"]],
  [setHeader("Cookie", "override", "b=2", "c=3"), "Cookie", ["b=2", "c=3"]],
  [setHeader("User-Agent", "append", "you"), "User-Agent", ["me", "you"]],
  [setHeader("Host", "override", "other.example"), "Host", ["other.example"]],
  [setHeader("X-Lines", "override", "a\r\n  b\nc"), "X-Lines", ["a b c"]],
  [setHeader("X-Odd", "override", "a&#9;b&#127;c"), "X-Odd", ["a\tbc"]],
  [setHeader("X-Wide", "override", "日"), "X-Wide", ["\u00e6\u0097\u00a5"]],
  [`<set-header name="Via"><value>y</value></set-header>`, "Via", ["y"]],
  [`<set-header name="X-True"><value>@(true)</value></set-header>`, "X-True", ["True"]],
])("set-header: %s", async (policyText, name, lines) => {
  const value = document({ inbound: policyText, backend: "<base />" });
  const { exchange, unexpected } = await run(world(policy("/apis/a", value)), { headers: given });
  expect(unexpected).toEqual([]);
  expect(exchange.request.headers.all(name)).toEqual(lines);
  const others = Object.entries(given).filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  for (const [other, before] of others) expect(exchange.request.headers.all(other)).toEqual([before]);
});

test("set-header: framing is the gateway's, and nobody takes Server out of a response", async () => {
  const framing = { Connection: "close", "Content-Length": "1", "Keep-Alive": "a", "Transfer-Encoding": "b" };
  const changes = Object.keys(framing).flatMap((name) => [setHeader(name, "override", "x"), setHeader(name, "delete")]);
  const value = document({
    inbound: `${changes.join("")}${setHeader("Server", "delete")}`,
    backend: "<base />",
    outbound: `${setHeader("Server", "override", "mine")}${setHeader("server", "delete")}`,
  });
  const { exchange } = await run(world(policy("/apis/a", value)), { headers: { ...framing, Server: "client" } });
  for (const [name, before] of Object.entries(framing)) expect(exchange.request.headers.get(name)).toBe(before);
  expect(exchange.request.headers.get("Server")).toBeUndefined();
  expect(exchange.response?.headers.get("Server")).toBe("mine");
});

const fragment = (name: string, value: string): GatewayDocument => ({
  id: `/policyfragments/${name}`,
  name,
  type: "policyFragments",
  properties: { value },
});
const include = (id: string) => `<include-fragment fragment-id="${id}" />`;

test("a fragment stands where it is included, and never in itself", async () => {
  const value = document({
    inbound: `${mark("1")}${include("F")}${mark("3")}<choose>${when("true", include("f"))}</choose>`,
    backend: "<base />",
  });
  const nested = `<choose>${when("true", include("f"))}</choose>`;
  const text = `<fragment>${mark("f")}<base />${include("f")}${nested}</fragment>`;
  const { sent, unexpected } = await run(world(policy("/apis/a", value), fragment("f", text)));
  expect(sent).toBe("1,f,3,f");
  expect(unexpected).toEqual([]);
});

test("an error in a fragment has a path through the include", async () => {
  const value = document({ inbound: `${include("f")}${include("f")}` });
  const text = `<fragment><return-response response-variable-name="no" /></fragment>`;
  const { exchange } = await run(world(policy("/apis/a", value), fragment("f", text)));
  expect(exchange.lastError).toMatchObject({ scope: "api", path: "include-fragment[1]/return-response[1]" });
});

test("a step that waits makes a promise; all others are done when the handler returns", async () => {
  expect((await run(world(defaultGlobalPolicy))).atOnce).toBe(false);
  const instant = fakeHost({
    forward: (exchange) => {
      exchange.response = newResponse();
      return 0 as never;
    },
  });
  const { atOnce, received } = await run(everyScope, { host: instant });
  expect([atOnce, received]).toEqual([true, "global,api,operation"]);
  expect((await run(everyScope, { url: "/nowhere" })).atOnce).toBe(true);
  expect((await run(everyScope, { headers: { "Ocp-Apim-Subscription-Key": "bad" } })).atOnce).toBe(true);
});

test("a request keeps the program that it began with", async () => {
  const [one, two] = ["one", "two"].map((name) =>
    build(world(policy("/apis/a", document({ backend: "<base />", outbound: mark(name) }))), 1),
  ) as [ReturnType<typeof build>, ReturnType<typeof build>];
  let current = one;
  const host = fakeHost({
    forward: async (exchange) => {
      current = two;
      exchange.response = newResponse();
      return 0;
    },
  });
  const handle = createHandler(() => current);
  const exchanges = [fakeExchange({ url: "/a/x" }, host), fakeExchange({ url: "/a/x" }, host)];
  for (const exchange of exchanges) await handle(exchange);
  expect(exchanges.map(({ response }) => response?.headers.get("X-Trace"))).toEqual(["one", "two"]);
});
