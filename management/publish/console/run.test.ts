import { afterEach, beforeEach, expect, test } from "vitest";
import type { RunFrame, TestFrame } from "@/contract/console-run";
import { eventually } from "@/contract/testing/eventually";
import type { Json, JsonObject } from "@/lib/json";
import { serviceId } from "@/lib/service-id";
import { handleArm } from "@/management/arm/handle";
import { callerOf } from "@/management/testing/door";
import { Installation } from "../testing/open-installation";

let house: Installation;
beforeEach(async () => {
  house = await Installation.open();
  await house.putShop(policyWith("live"));
  await put("apis/shop/operations/post", { displayName: "Post", method: "POST", urlTemplate: "/items" });
  await live();
});
afterEach(() => house.close());

const policyWith = (value: string, more = ""): JsonObject => ({
  format: "rawxml",
  value: `<policies><inbound><base /><set-header name="x-from"><value>${value}</value></set-header>${more}</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`,
});
const live = () => house.live();
const put = (where: string, properties: Json, query = "") => house.put(where, properties, query);
const post = <T>(where: string, body: Json) => house.lines<T>(where, body);
const run = (body: JsonObject) => post<RunFrame>("console/run", { apiId: "shop", operationId: "get", ...body });
const bodyOf = (frames: RunFrame[]) => frames.flatMap((frame) => (frame.kind === "chunk" ? [frame.text] : [])).join("");

test("a run tells what was sent, the answer as it came, and the trace", async () => {
  const { status, frames } = await run({});
  expect(status).toBe(200);
  expect(frames.map(({ kind }) => kind)).toEqual(["sent", "head", "chunk", "end", "trace"]);
  expect(bodyOf(frames)).toContain('"x-from":"live"');
  const last = frames.at(-1);
  const trace = last?.kind === "trace" ? last.trace : null;
  expect(trace?.traceEntries.inbound?.[0]).toMatchObject({ source: "api-inspector" });
  const told = JSON.stringify(trace);
  expect(told).not.toContain("Apim-Debug-Authorization");
});

test("a draft of several documents is previewed, ends with its discard, and is live when published", async () => {
  const draft = "draft=d1";
  expect((await house.ask("PUT", "drafts/d1", { body: { title: "Try" } })).status).toBe(201);
  await put("namedValues/secret", { displayName: "secret", value: "canary-0815-value", secret: true }, draft);
  await put("apis/shop/operations/new", { displayName: "New", method: "GET", urlTemplate: "/new" }, draft);
  await put(
    "apis/shop/policies/policy",
    policyWith("draft", '<set-header name="x-secret"><value>{{secret}}</value></set-header>'),
    draft,
  );
  const drafted = await run({ draft: "d1", operationId: "new" });
  expect(bodyOf(drafted.frames)).toContain('"x-from":"draft"');
  expect(bodyOf(drafted.frames)).toContain("canary-0815-value");
  const trace = JSON.stringify(drafted.frames.at(-1));
  expect(trace).toContain("x-secret");
  expect(trace).not.toContain("canary-0815-value");
  expect(bodyOf((await run({})).frames)).toContain('"x-from":"live"');

  const published = await house.ask("POST", "drafts/d1/publish");
  expect(published.status).toBe(200);
  await live();
  expect(bodyOf((await run({ operationId: "new" })).frames)).toContain('"x-from":"draft"');
  expect((await run({ draft: "d1" })).status).toBe(404);
});

test("an API, its operation and a backend that only a draft has are run by it, and by nobody else", async () => {
  expect((await house.ask("PUT", "drafts/d1", { body: { title: "Try" } })).status).toBe(201);
  await put("backends/fresh", { url: house.backendUrl, protocol: "http" }, "draft=d1");
  const api = { displayName: "Fresh", path: "fresh", subscriptionRequired: false, protocols: ["http", "https"] };
  await put("apis/fresh", api, "draft=d1");
  await put("apis/fresh/operations/look", { displayName: "Look", method: "GET", urlTemplate: "/look" }, "draft=d1");
  const policy = policyWith("fresh", '<set-backend-service backend-id="fresh" />');
  await put("apis/fresh/policies/policy", policy, "draft=d1");
  const fresh = { apiId: "fresh", operationId: "look" };
  const drafted = await run({ ...fresh, draft: "d1" });
  expect(bodyOf(drafted.frames)).toContain('"x-from":"fresh"');
  expect((await run(fresh)).status).toBe(404);

  const published = await house.ask("POST", "drafts/d1/publish");
  expect(published.status).toBe(200);
  await live();
  expect(bodyOf((await run(fresh)).frames)).toContain('"x-from":"fresh"');
  expect((await house.ask("POST", `changes/${published.body.revision}/undo`)).status).toBe(200);
  expect((await run(fresh)).status).toBe(404);
});

test("secrets of an environment are covered, also where an answer splits them", async () => {
  await put("environments/staging", {
    displayName: "Staging",
    variables: [
      { name: "token", value: "hunter2-hunter2", secret: true },
      { name: "who", value: "ada" },
    ],
  });
  const shown = await house.ask("GET", "environments/staging");
  expect(JSON.stringify(shown.body)).not.toContain("hunter2");
  house.answer = async (_request, response) => {
    response.write("a hunter2-");
    await new Promise((resolve) => setTimeout(resolve, 30));
    response.end("hunter2 b");
  };
  const headers = [
    { name: "x-token", value: "{{token}}" },
    { name: "x-who", value: "{{who}}" },
  ];
  const { frames } = await run({ environment: "staging", headers });
  expect(bodyOf(frames)).toBe("a *************** b");
  expect(JSON.stringify(frames)).not.toContain("hunter2-hunter2");
  expect(JSON.stringify(frames[0])).toContain("ada");
  const lacking = await run({ environment: "staging", headers: [{ name: "x", value: "{{absent}}" }] });
  expect(lacking.status).toBe(400);
});

test("events are told one by one, and whoever stops reading ends the request", async () => {
  let closed = false;
  let next: () => void = () => {};
  house.answer = (_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("data: 1\n\n");
    next = () => response.write("data: 2\n\n");
    response.on("close", () => {
      closed = true;
    });
  };
  const request = new Request(`http://portal.test:3000${serviceId}/console/run?api-version=2024-05-01`, {
    method: "POST",
    headers: { host: "portal.test:3000", "content-type": "application/json" },
    body: JSON.stringify({ apiId: "shop", operationId: "get" }),
  });
  const reader = (await handleArm(request, house.management, callerOf("editor"))).body?.getReader();
  const told: RunFrame[] = [];
  const until = async (text: string) => {
    while (!bodyOf(told).includes(text)) {
      const { value } = (await reader?.read()) ?? {};
      told.push(JSON.parse(Buffer.from(value ?? []).toString()));
    }
  };
  await until("data: 1");
  expect(closed).toBe(false);
  next();
  await until("data: 2");
  await reader?.cancel();
  await eventually(() => expect(closed).toBe(true));
});

test("an environment's masks stand for the variable of that name, wherever it moved", async () => {
  const variables = (list: JsonObject[]) => put("environments/moved", { displayName: "Moved", variables: list });
  await variables([
    { name: "a", value: "secret-a", secret: true },
    { name: "b", value: "secret-b", secret: true },
    { name: "c", value: "plain" },
  ]);
  await variables([
    { name: "b", value: "••••••••", secret: true },
    { name: "a", value: "••••••••", secret: true },
  ]);
  const { body } = await house.ask("GET", "environments/moved");
  expect(body.properties.variables[0]).toEqual({ name: "b", value: "••••••••", secret: true });
  const headers = [{ name: "x-b", value: "{{b}}" }];
  house.answer = (request, response) => response.end(String(request.headers["x-b"] === "secret-b"));
  expect(bodyOf((await run({ environment: "moved", headers })).frames)).toBe("true");
});

test("an expression is evaluated with what a step saw", async () => {
  const evaluate = async (expression: string) =>
    (
      await house.ask("POST", "console/evaluate", {
        body: {
          expression,
          state: {
            method: "PUT",
            url: "https://a.example/x?y=1",
            headers: [{ name: "X-A", value: "1" }],
            body: '{"id":7}',
            variables: [{ name: "n", value: "41", type: "System.Int32" }],
          },
        },
      })
    ).body;
  expect(await evaluate("context.Request.Method")).toEqual({ ok: true, value: "PUT", type: "System.String" });
  expect(await evaluate('@((int)context.Variables["n"] + 1)')).toEqual({ ok: true, value: "42", type: "System.Int32" });
  expect(await evaluate('context.Request.Body.As<JObject>()["id"].ToString()')).toMatchObject({ value: "7" });
  expect(await evaluate("context.Nonsense")).toMatchObject({ ok: false, problems: [{ code: "CS1061", start: 8 }] });
  expect(await evaluate("@{ while (true) { } }")).toMatchObject({ ok: false, problems: [{ code: "failed" }] });
});

test("tests tell what holds, which branches they reach, and are remembered", async () => {
  const choose =
    '<choose><when condition="@(context.Request.Headers.ContainsKey(&quot;x-a&quot;))" /><otherwise><set-variable name="v" value="@(12)" /></otherwise></choose>';
  await put("apis/shop/policies/policy", policyWith("live", choose));
  await live();
  const assertions: JsonObject[] = [
    { kind: "status", equals: 200 },
    { kind: "json", path: "$.x-from", is: "equals", value: "live" },
    { kind: "variable", name: "v", value: "12" },
    { kind: "policy", path: "choose[1]/otherwise[1]" },
  ];
  await put("apis/shop/savedRequests/good", { displayName: "Good", operationId: "get", assertions });
  await put("apis/shop/savedRequests/bad", {
    displayName: "Bad",
    operationId: "get",
    assertions: [{ kind: "header", name: "x-none", is: "exists" }],
  });
  await put("apis/shop/savedRequests/lacks", {
    displayName: "Lacks",
    operationId: "get",
    headers: [{ name: "x", value: "{{absent}}" }],
    assertions: [{ kind: "status", equals: 200 }],
  });
  await put("apis/shop/savedRequests/none", { displayName: "No test", operationId: "get" });
  const { frames } = await post<TestFrame>("apis/shop/runTests", {});
  const results = frames.flatMap((frame) => ("coverage" in frame ? [] : [frame]));
  expect(results.map(({ name, ok }) => [name, ok])).toEqual([
    ["bad", false],
    ["good", true],
    ["lacks", false],
  ]);
  expect(results[2]?.failures[0]?.actual).toContain("absent");
  const last = frames.at(-1);
  const coverage = last !== undefined && "coverage" in last ? last.coverage : [];
  const own = coverage.find(({ documentId }) => documentId === "/apis/shop/policies/policy");
  expect(own?.branches.map(({ path: at, reached }) => [at, reached])).toEqual([
    ["inbound[1]", true],
    ["inbound[1]/choose[1]/when[1]", false],
    ["inbound[1]/choose[1]/otherwise[1]", true],
  ]);
  const kept = await house.ask("GET", "apis/shop/testResults");
  expect(kept.body.value.results).toHaveLength(3);
});
