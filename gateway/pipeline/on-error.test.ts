import { expect, test } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import { createHandler } from "@/gateway/handle";
import { fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { fakeHost } from "@/gateway/pipeline/testing/fake-host";
import {
  answer,
  document,
  everyScope,
  failing,
  mark,
  marked,
  ownOperation,
  run,
  setHeader,
  unreachable,
  when,
  withKey,
  world,
} from "@/gateway/pipeline/testing/run-request";
import { build } from "@/gateway/program/build";
import { api, defaultGlobalPolicy, policy } from "@/gateway/testing/documents";
import { textBody } from "@/policy/body";
import { Fault } from "@/policy/fault";
import { newResponse } from "@/policy/message";

test("on-error composes as the other sections do, and edits the default response that is already there", async () => {
  const status = '<set-status code="503" reason="Later" />';
  const value = document({ backend: "<base />", "on-error": `${mark("api")}<base />${status}` });
  const documents = world(policy("/", marked("global")), policy("/apis/a", value));
  const { exchange, received, body, unexpected } = await run(documents, { host: failing(unreachable()) });
  expect(exchange.response).toMatchObject({ status: 503, reason: "Later" });
  expect(received).toBe("api,global-error");
  expect(exchange.response?.headers.get("Content-Type")).toBe("application/json");
  const told = { statusCode: 500, message: "Internal server error", activityId: exchange.requestId };
  expect(JSON.parse(body)).toEqual(told);
  expect(exchange.lastError).toEqual({
    source: "forward-request",
    reason: "BackendConnectionFailure",
    message: "No connection.",
    scope: "global",
    section: "backend",
    path: "forward-request[1]",
    policyId: null,
    httpErrorCode: 500,
  });
  expect(unexpected).toEqual([]);
});

test("LastError tells the innermost policy, its place and its id", async () => {
  const bad = '<return-response id="mine" response-variable-name="no" />';
  const choose = `<choose>${when("false", "")}${when("true", `${mark("x")}<choose>${when("true", bad)}</choose>`)}</choose>`;
  const documents = world(
    policy(ownOperation, document({ inbound: `<choose>${when("false", "")}</choose>${choose}` })),
  );
  const { exchange } = await run(documents);
  expect(exchange.lastError).toEqual({
    source: "return-response",
    reason: null,
    message: "The variable 'no' does not hold a response.",
    scope: "operation",
    section: "inbound",
    path: "choose[2]/when[2]/choose[1]/when[1]/return-response[1]",
    policyId: "mine",
    httpErrorCode: 500,
  });
});

test("return-response in on-error replaces everything", async () => {
  const value = document({ backend: "<base />", "on-error": answer });
  const { exchange, body } = await run(world(policy("/apis/a", value)), { host: failing(unreachable()) });
  expect(exchange.response?.headers.lines).toEqual(["X-Tea", "green"]);
  expect(body).toBe("short and stout");
});

test("an error inside on-error ends it with a 500", async () => {
  const value = document({
    inbound: "<base />",
    "on-error": `<return-response response-variable-name="no" />${mark("never")}`,
  });
  const { exchange, received, body } = await run(world(policy("/apis/a", value)), {
    headers: { ...withKey, "Ocp-Apim-Subscription-Key": "bad" },
  });
  expect(exchange.response?.status).toBe(500);
  expect(received).toBeUndefined();
  expect(JSON.parse(body)).toMatchObject({ statusCode: 500, message: "Internal server error" });
  expect(exchange.lastError).toMatchObject({
    source: "return-response",
    section: "on-error",
    path: "return-response[1]",
  });
});

test("where no operation matches, on-error of those known by then runs", async () => {
  const documents = [...everyScope, api("b")];
  const noOperation = await run(documents, { url: "/a/none" });
  expect(noOperation.received).toBe("api-error,global-error");
  expect(noOperation.exchange.response?.status).toBe(404);
  expect((await run(documents, { url: "/none" })).received).toBe("global-error");
  expect((await run(documents, { url: "/b/none" })).received).toBe("global-error");
  const body = JSON.parse(noOperation.body);
  expect(body).toEqual({ statusCode: 404, message: "Resource not found" });
  const invalid = await run(documents, { headers: { "Ocp-Apim-Subscription-Key": "bad" } });
  expect(invalid.received).toBe("operation-error,api-error,global-error");
  expect(invalid.exchange.response?.status).toBe(401);
});

test("a fault that keeps the backend's response shows it to on-error, and to the client", async () => {
  const host = fakeHost({
    forward: async (exchange) => {
      exchange.response = newResponse(502, "Upstream");
      exchange.response.body = textBody("the backend's words");
      throw new Fault({ source: "forward-request", reason: null, status: 502, message: "no", keepsResponse: true });
    },
  });
  const { exchange, body } = await run(world(policy("/", marked("global"))), { host });
  expect(exchange.response).toMatchObject({ status: 502, reason: "Upstream" });
  expect(exchange.response?.headers.lines).toEqual(["X-Trace", "global-error"]);
  expect(body).toBe("the backend's words");
});

test("a mistake of ours costs one request, and the client learns nothing of it", async () => {
  const mistake = new TypeError("secret detail of the code");
  const { exchange, unexpected, body } = await run(world(defaultGlobalPolicy), { host: failing(mistake) });
  expect(unexpected).toEqual([mistake]);
  expect(exchange.response?.status).toBe(500);
  expect(body).not.toContain("secret");
  expect(exchange.lastError).toMatchObject({ source: "forward-request", message: "An unexpected error occurred." });
});

test("for a client that has gone there is no response and no on-error", async () => {
  const { exchange } = await run(everyScope, { host: failing(unreachable()), aborted: true });
  expect([exchange.response, exchange.lastError]).toEqual([null, null]);
});

const unreadable: GatewayDocument = {
  id: "/namedvalues/lost",
  name: "lost",
  type: "namedValues",
  properties: { displayName: "lost", secret: true, value: null },
};

test.each([
  ["the policy itself", mark("{{lost}}"), "set-header[1]", "set-header"],
  ["a part of it", setHeader("X-A", "append", "1", "{{lost}}"), "set-header[1]", "set-header"],
  ["a condition", `<choose>${when("{{lost}}", "")}</choose>`, "choose[1]", "choose"],
  [
    "a policy inside",
    `<choose>${when("true", mark("{{lost}}"))}</choose>`,
    "choose[1]/when[1]/set-header[1]",
    "set-header",
  ],
])("a named value that cannot be read closes: %s", async (_, content, path, source) => {
  const value = document({ inbound: content, backend: "<base />" });
  const { exchange, unexpected, body } = await run(world(policy("/apis/a", value), unreadable));
  expect(exchange.lastError).toMatchObject({ source, path, reason: "NamedValueUnavailable", section: "inbound" });
  expect(exchange.response?.status).toBe(500);
  expect(exchange.response?.headers.get("X-Backend")).toBeUndefined();
  expect(body).not.toContain("lost");
  expect(unexpected).toEqual([]);
});

test("a policy that does not run lets nothing through, says why to those who may know, and is read once", async () => {
  const value = document({ inbound: `${mark("1")}<unheard-of id="q" />`, backend: "<base />" });
  const program = build(world(policy("/apis/a", value)), 1);
  const unexpected: unknown[] = [];
  const handle = createHandler(() => program, { onUnexpected: (error) => unexpected.push(error) });
  const errors = [fakeExchange({ url: "/a/x" }), fakeExchange({ url: "/a/x" })].map((exchange) => {
    expect(handle(exchange)).toBeUndefined();
    expect(exchange.response?.status).toBe(500);
    return exchange.lastError;
  });
  expect(errors[0]).toEqual({
    source: "unheard-of",
    reason: "PolicyNotRunnable",
    message: "policy 'unheard-of' is not available.",
    scope: "api",
    section: "inbound",
    path: "unheard-of[1]",
    policyId: "q",
    httpErrorCode: 500,
  });
  expect(errors[1]).toEqual(errors[0]);
  expect(unexpected).toEqual([]);
  const { api: entry } = { api: program.index.apis.get("/apis/a") };
  expect(entry?.policy?.pipelines.get(program.index.globalPolicy)).toBeDefined();
});
