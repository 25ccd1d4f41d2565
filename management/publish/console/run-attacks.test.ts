import { afterEach, beforeEach, expect, test } from "vitest";
import type { DocumentCoverage, RunFrame, TestFrame, TestResult } from "@/contract/console-run";
import { previewHeader } from "@/contract/preview";
import { eventually } from "@/contract/testing/eventually";
import type { Json, JsonObject } from "@/lib/json";
import { draftDigest } from "@/management/log/draft-digest";
import { previewDraft } from "@/management/log/preview-draft";
import { Installation } from "@/management/publish/testing/open-installation";
import { callerOf } from "@/management/testing/door";
import { Blot } from "./blot";
import { type PreparedRun, run as runPrepared } from "./run";

let house: Installation;
beforeEach(async () => {
  house = await Installation.open();
  await house.putShop(policyWith("live"));
});
afterEach(() => house.close());

const policyWith = (value: string, more = "", onError = ""): JsonObject => ({
  format: "rawxml",
  value: `<policies><inbound><base /><set-header name="x-from"><value>${value}</value></set-header>${more}</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base />${onError}</on-error></policies>`,
});
const run = (body: JsonObject) => house.lines<RunFrame>("console/run", { apiId: "shop", operationId: "get", ...body });
const bodyOf = (frames: RunFrame[]) => frames.flatMap((frame) => (frame.kind === "chunk" ? [frame.text] : [])).join("");
const runTests = async (body: JsonObject = {}) => {
  const { frames } = await house.lines<TestFrame>("apis/shop/runTests", body);
  const results = frames.filter((frame): frame is TestResult => "name" in frame);
  const [{ coverage } = { coverage: [] }] = frames.filter(
    (frame): frame is { coverage: DocumentCoverage[] } => "coverage" in frame,
  );
  return { results, coverage };
};
const testOf = (name: string, assertions: Json[], more: JsonObject = {}) =>
  house.put(`apis/shop/savedRequests/${name}`, { displayName: name, operationId: "get", assertions, ...more });
const newDraft = async () => {
  expect((await house.ask("PUT", "drafts/d1", { body: { title: "Try" } })).status).toBe(201);
};
const tokenOf = (draft: string) => previewDraft({ management: house.management, caller: callerOf("editor") }, draft);
const askGateway = async (token: string) => {
  const url = `http://127.0.0.1:${house.gateway.port}/shop/items`;
  const response = await fetch(url, { headers: { [previewHeader]: token } });
  return `${response.status} ${await response.text()}`;
};
const prepared = (more: Partial<PreparedRun> = {}): PreparedRun => ({
  origin: house.management.publish.consoleAddress() ?? "",
  method: "GET",
  path: "/shop/items",
  headers: [],
  hidden: [],
  content: undefined,
  body: null,
  blot: new Blot([]),
  wantsTrace: false,
  ...more,
});

test("a gateway that came anew is told of the drafts again, and forgets one when it is discarded", async () => {
  await newDraft();
  await house.put("apis/shop/policies/policy", policyWith("draft"), "draft=d1");
  const token = await tokenOf("d1");
  expect(await askGateway(token)).toContain('"x-from":"draft"');
  await house.restartGateway();
  await eventually(async () => expect(await askGateway(token)).toContain('"x-from":"draft"'));
  expect(bodyOf((await run({ draft: "d1" })).frames)).toContain('"x-from":"draft"');
  expect((await house.ask("DELETE", "drafts/d1")).status).toBe(200);
  await eventually(async () => expect(await askGateway(token)).toMatch(/^401 /));
});

test("a draft that is discarded through a portal that came anew is forgotten, too; one that is published as well", async () => {
  for (const end of ["discard", "publish"]) {
    await newDraft();
    await house.put("apis/shop/policies/policy", policyWith(`draft to ${end}`), "draft=d1");
    const token = await tokenOf("d1");
    await house.restartPortal();
    expect(await askGateway(token)).toContain("draft to");
    const { status } =
      end === "discard" ? await house.ask("DELETE", "drafts/d1") : await house.ask("POST", "drafts/d1/publish");
    expect(status).toBe(200);
    await eventually(async () => expect(await askGateway(token)).toMatch(/^401 /));
  }
});

test("a draft that is discarded or changed while it is made ready is not run after all", async () => {
  const { publish } = house.management;
  const { drafts } = house.door.store;
  const at = new Date();
  const draft = { id: "d1", title: "Try", actor: callerOf("editor").actor, createdAt: at, changedAt: at, entries: [] };
  const entry = { id: "/backends/x", type: "backends", name: "x", before: null, after: {}, baseRevision: 0, stamp: 1 };
  const change = () => drafts.save({ ...draft, entries: [{ ...entry, references: { before: [], after: [] } }] });
  const digest = draftDigest([]);
  for (const [meanwhile, status] of [
    [() => drafts.remove("d1"), 404],
    [change, 409],
  ] as const) {
    await drafts.save(draft);
    const entries = async () => {
      await meanwhile();
      return [];
    };
    await expect(publish.preview({ draftId: "d1", digest, entries })).rejects.toMatchObject({ status });
  }
  await drafts.save(draft);
  expect(await publish.preview({ draftId: "d1", digest, entries: async () => [] })).toContain("did=d1");
});

test("so many expressions at once are enough", async () => {
  const { publish } = house.management;
  const evaluate = () => publish.evaluate({ expression: "1 + 1", state: {} });
  const asked = Array.from({ length: 16 }, evaluate);
  expect(evaluate).toThrow("Too many");
  for (const evaluation of await Promise.all(asked)) expect(evaluation).toMatchObject({ ok: true, value: "2" });
  expect(await evaluate()).toMatchObject({ ok: true, value: "2" });
});

test("a draft's backend and its credentials are run, and nobody else's are", async () => {
  await newDraft();
  const other = { url: house.backendUrl, protocol: "http", credentials: { header: { "x-key": ["drafted-key-1234"] } } };
  await house.put("backends/other", other, "draft=d1");
  await house.put(
    "apis/shop/policies/policy",
    policyWith("draft", '<set-backend-service backend-id="other" />'),
    "draft=d1",
  );
  const { frames } = await run({ draft: "d1" });
  expect(bodyOf(frames)).toContain('"x-key":"drafted-key-1234"');
  const told = frames.at(-1);
  expect(told).toMatchObject({ kind: "trace", trace: { traceId: expect.stringMatching(/^[0-9a-f]{32}$/) } });
  expect(JSON.stringify(told)).not.toContain("drafted-key-1234");
  expect(bodyOf((await run({})).frames)).not.toContain("x-key");
});

test("an expression sees the draft's named values when it is evaluated by the draft", async () => {
  await newDraft();
  await house.put("namedValues/only", { displayName: "only-drafted", value: "41" }, "draft=d1");
  const evaluate = async (more: JsonObject) =>
    (await house.ask("POST", "console/evaluate", { body: { expression: "{{only-drafted}} + 1", ...more } })).body;
  expect(await evaluate({ draft: "d1" })).toMatchObject({ ok: true, value: "42" });
  expect(await evaluate({})).toMatchObject({ ok: false });
  expect(await evaluate({ draft: "none" })).toMatchObject({ error: { code: expect.any(String) } });
});

test("secrets are covered in every form and place; one too short to be covered is refused", async () => {
  const secret = "s3cr3t/ värd+";
  await house.put("environments/e", { displayName: "E", variables: [{ name: "s", value: secret, secret: true }] });
  const short = await house.ask("PUT", "environments/f", {
    body: { properties: { displayName: "F", variables: [{ name: "s", value: "abc", secret: true }] } },
  });
  expect(short.status).toBe(400);
  const base64 = Buffer.from(`user:${secret}`).toString("base64");
  house.answer = (request, response) => {
    request.on("data", () => {});
    response.setHeader("x-back", [base64, encodeURIComponent(secret)]);
    response.write(base64.slice(0, 9));
    setTimeout(() => response.end(`${base64.slice(9)} ${JSON.stringify({ s: secret })} <a>${secret}</a>`), 20);
  };
  await house.put("apis/shop/operations/post", { displayName: "Post", method: "POST", urlTemplate: "/items" });
  await house.live();
  const asked = {
    environment: "e",
    operationId: "post",
    body: "{{s}}",
    headers: [{ name: "x-s", value: "{{s}}" }],
  };
  const { status, frames } = await run(asked);
  expect(status).toBe(200);
  const told = JSON.stringify(frames);
  for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64").slice(4, 12)]) {
    expect(told).not.toContain(form);
  }
  expect(told).not.toContain("s3cr3t");
  const trail = await house.management.store.identity.auditTrail({});
  expect(JSON.stringify(trail)).not.toContain("s3cr3t");
});

test("what a test has seen is for editors; secrets are for nobody", async () => {
  await house.put("environments/e", {
    displayName: "E",
    variables: [{ name: "s", value: "hunter2-hunter2", secret: true }],
  });
  await testOf("t", [{ kind: "body", is: "equals", value: "x" }], {
    environmentId: "/environments/e",
    headers: [{ name: "x-s", value: "{{s}}" }],
  });
  const { results } = await runTests();
  expect(results[0]).toMatchObject({ ok: false, failures: [{ actual: expect.stringContaining("x-from") }] });
  expect(JSON.stringify(results)).not.toContain("hunter2");
  const kept = async (role: "reader" | "editor") => (await house.ask("GET", "apis/shop/testResults", { role })).body;
  expect(JSON.stringify(await kept("editor"))).toContain("x-from");
  expect(JSON.stringify(await kept("reader"))).not.toContain("x-from");
  expect((await kept("reader")).value.results[0]).toMatchObject({ ok: false, status: 200 });
  for (const where of ["console/run", "console/evaluate", "apis/shop/runTests"]) {
    expect([where, (await house.ask("POST", where, { body: {}, role: "reader" })).status]).toEqual([where, 403]);
  }
});

test("what an environment fills in begins no other request, leads nowhere else and stays within bounds", async () => {
  await house.put("environments/e", {
    displayName: "E",
    variables: [
      { name: "crlf", value: "a\r\nX-Injected: 1" },
      { name: "host", value: "http://127.0.0.1:1/x" },
      { name: "long", value: "x".repeat(4096) },
    ],
  });
  const refused = async (body: JsonObject) => (await run({ environment: "e", ...body })).status;
  expect(await refused({ headers: [{ name: "x", value: "{{crlf}}" }] })).toBe(400);
  expect(await refused({ headers: [{ name: "{{crlf}}", value: "x" }] })).toBe(400);
  expect(await refused({ path: "/{{crlf}}" })).toBe(400);
  expect(await refused({ path: "{{host}}" })).toBe(400);
  expect(await refused({ body: "{{long}}".repeat(400_000) })).toBe(400);
});

test("a response without end is ended, and so many requests at once are enough", async () => {
  house.answer = (_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("data: 1\n\n");
  };
  const { publish } = house.management;
  const kinds: string[] = [];
  for await (const frame of runPrepared(prepared(), publish, new AbortController().signal, { withinMs: 2_000 })) {
    kinds.push(frame.kind === "failed" ? frame.code : frame.kind);
  }
  expect(kinds).toEqual(["sent", "head", "chunk", "GatewayTimeout"]);

  const stop = new AbortController();
  const open = Array.from({ length: 64 }, () => runPrepared(prepared(), publish, stop.signal));
  await Promise.all(open.map(async (each) => [await each.next(), await each.next()]));
  const more = runPrepared(prepared(), publish, stop.signal);
  expect([(await more.next()).value, (await more.next()).value]).toMatchObject([
    { kind: "sent" },
    { kind: "failed", code: "TooManyRuns" },
  ]);
  stop.abort();
  await Promise.all(open.map((each) => each.return(undefined)));
  house.answer = (_request, response) => response.end("ok");
  expect(bodyOf((await run({})).frames)).toBe("ok");
});

test("a backend cannot have another trace shown in place of the request's own", async () => {
  const other = (await run({})).frames.at(-1);
  const id = other?.kind === "trace" ? (other.trace?.traceId ?? "") : "";
  house.answer = (_request, response) => response.setHeader("Apim-Trace-Id", id).end("x");
  const own = (await run({})).frames.at(-1);
  expect(own).toMatchObject({ kind: "trace", trace: { traceId: expect.not.stringContaining(id) } });
});

test("a test that breaks is one that failed, and the others go on", async () => {
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  house.answer = (_request, response) => response.end(deep);
  await testOf("a-deep", [{ kind: "json", path: "$", is: "equals", value: "[]" }]);
  await testOf("b-gone", [{ kind: "status", equals: 200 }], { operationId: "/apis/shop/operations/gone" });
  await testOf("c-fine", [{ kind: "status", equals: 200 }]);
  const { results } = await runTests();
  expect(results.map(({ name, ok }) => [name, ok])).toEqual([
    ["a-deep", false],
    ["b-gone", false],
    ["c-fine", true],
  ]);
  expect(results[1]?.failures).toEqual([
    { assertion: null, expected: "", actual: expect.stringMatching(/operation/i) },
  ]);
});

test("what was asked for and is not there is refused, and never passed over", async () => {
  await testOf("t", [{ kind: "status", equals: 200 }]);
  const statusOf = async (body: JsonObject) => (await house.lines<TestFrame>("apis/shop/runTests", body)).status;
  expect(await statusOf({ names: ["T"] })).toBe(200);
  expect(await statusOf({ names: ["t", "typo"] })).toBe(400);
  expect(await statusOf({ environment: "none" })).toBe(404);
  expect(await statusOf({ draft: "none" })).toBe(404);
});

const keptResults = async () => (await house.ask("GET", "apis/shop/testResults")).body.value;
const remove = async (path: string, query?: string) => {
  const { status } = await house.ask("DELETE", path, { query, headers: { "if-match": "*" } });
  expect([path, status < 300]).toEqual([path, true]);
};

test("results outlive the trimming of traces, and go with their API", async () => {
  await testOf("t", [{ kind: "status", equals: 200 }]);
  await runTests();
  const { traces, testRuns } = house.door.store;
  await traces.removeBefore(new Date(Date.now() + 60_000));
  expect((await keptResults()).results).toHaveLength(1);
  await remove("apis/shop", "deleteRevisions=true");
  expect(await testRuns.latest("/apis/shop")).toBeNull();
  await house.putShop(policyWith("again"));
  expect(await keptResults()).toBeNull();
});

test("a test that is run alone leaves the others as they were; one that is removed takes what it saw along", async () => {
  const choose = (name: string) =>
    `<choose><when condition="@(context.Request.Headers.ContainsKey(&quot;${name}&quot;))"><set-variable name="v" value="1" /></when></choose>`;
  await house.put("apis/shop/policies/policy", policyWith("live", choose("x-a") + choose("x-b")));
  await house.live();
  for (const name of ["a", "b"]) {
    await testOf(name, [{ kind: "status", equals: 200 }], { headers: [{ name: `x-${name}`, value: "1" }] });
  }
  const told = async () => {
    const { results, coverage, draft } = await keptResults();
    const own = coverage.find(({ documentId }: DocumentCoverage) => documentId === "/apis/shop/policies/policy");
    const reached = own.branches.filter(({ path }: { path: string }) => path.includes("when"));
    return [
      draft,
      results.map(({ name, ok }: TestResult) => `${name} ${ok}`),
      reached.map((each: { reached: boolean }) => each.reached),
    ];
  };
  await runTests();
  expect(await told()).toEqual([null, ["a true", "b true"], [true, true]]);
  await testOf("a", [{ kind: "status", equals: 418 }]);
  await runTests({ names: ["a"] });
  expect(await told()).toEqual([null, ["a false", "b true"], [false, true]]);
  // What a draft's tests have seen stands beside it, and goes with the draft.
  await newDraft();
  await runTests({ draft: "d1", names: ["b"] });
  expect(await told()).toEqual(["d1", ["b true"], [false, true]]);
  await remove("drafts/d1");
  expect(await told()).toEqual([null, ["a false", "b true"], [false, true]]);
  await remove("apis/shop/savedRequests/b");
  expect(await told()).toEqual([null, ["a false"], [false, false]]);
});

test("coverage: fragments, branches in branches, retries and on-error, over all tests together", async () => {
  const when = (condition: string, inner: string) => `<when condition="@(${condition})">${inner}</when>`;
  const has = (name: string) => `context.Request.Headers.ContainsKey(&quot;${name}&quot;)`;
  const mark = '<set-variable name="v" value="1" />';
  await house.put("policyFragments/part", {
    format: "rawxml",
    value: `<fragment><choose>${when(has("x-a"), `<choose>${when(has("x-b"), "")}<otherwise>${mark}</otherwise></choose>`)}</choose></fragment>`,
  });
  const retried = `<retry condition="@(false)" count="1" interval="1"><choose>${when("true", mark)}</choose></retry>`;
  const failing = `<choose>${when(has("x-fail"), '<return-response><set-status code="200" reason="x" /></return-response><set-variable name="n" value="@(((string)null).Length)" />')}${when(has("x-throw"), '<set-variable name="n" value="@(((string)null).Length)" />')}</choose>`;
  await house.put(
    "apis/shop/policies/policy",
    policyWith(
      "live",
      `<include-fragment fragment-id="part" />${retried}${failing}`,
      `<choose>${when("true", mark)}<otherwise /></choose>`,
    ),
  );
  await house.live();
  const status = [{ kind: "status", from: 100, to: 599 }];
  const header = (name: string) => ({ name, value: "1" });
  await testOf("a", status, { headers: [header("x-a")] });
  await testOf("b", status, { headers: [header("x-a"), header("x-b")] });
  await testOf("c", status, { headers: [header("x-throw")] });
  const { results, coverage } = await runTests();
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
  const branches = (id: string) =>
    Object.fromEntries(
      (coverage.find(({ documentId }) => documentId === id)?.branches ?? []).map((each) => [each.path, each.reached]),
    );
  expect(branches("/policyfragments/part")).toEqual({
    "choose[1]/when[1]": true,
    "choose[1]/when[1]/choose[1]/when[1]": true,
    "choose[1]/when[1]/choose[1]/otherwise[1]": true,
  });
  expect(branches("/apis/shop/policies/policy")).toEqual({
    "inbound[1]": true,
    "inbound[1]/retry[1]/choose[1]/when[1]": true,
    "inbound[1]/choose[1]/when[1]": false,
    "inbound[1]/choose[1]/when[2]": true,
    "on-error[1]": true,
    "on-error[1]/choose[1]/when[1]": true,
    "on-error[1]/choose[1]/otherwise[1]": false,
  });
  const one = await runTests({ names: ["a"] });
  const part = one.coverage.find(({ documentId }) => documentId === "/policyfragments/part");
  expect(part?.branches.map(({ reached }) => reached)).toEqual([true, false, true]);
});

test("a policy that was changed while its tests ran is not marked", async () => {
  let changing: Promise<void> | null = null;
  house.answer = (_request, response) => {
    changing ??= house.put("apis/shop/policies/policy", policyWith("changed"));
    changing.then(() => response.end("x"));
  };
  await testOf("t", [{ kind: "status", equals: 200 }]);
  const { coverage } = await runTests();
  expect(coverage.map(({ documentId }) => documentId)).not.toContain("/apis/shop/policies/policy");
  const after = await runTests();
  expect(after.coverage.map(({ documentId }) => documentId)).toContain("/apis/shop/policies/policy");
});
