import { afterAll, beforeAll, expect, test } from "vitest";
import { serviceId } from "@/lib/service-id";
import { askDoor, type Door, openDoor } from "../testing/door";
import { refuseMalformedPath } from "./refuse-malformed-path";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const backend = { properties: { url: "https://orders.example", protocol: "http" } };
const error = (code: string, message: string | RegExp, details: unknown = null) => ({
  error: { code, message: message instanceof RegExp ? expect.stringMatching(message) : message, details },
});

test("400 without an api-version, or with one that is none", async () => {
  const none = await door.ask("GET", "backends", { apiVersion: null });
  expect([none.status, none.body.error.code]).toEqual([400, "MissingApiVersionParameter"]);
  for (const version of ["2021-07-31", "latest", "2024-02-30", "2024-05-01-beta", "2024-05-01-preview-x", "20240501"]) {
    const wrong = await door.ask("GET", "backends", { apiVersion: version });
    expect([version, wrong.status]).toEqual([version, 400]);
    expect(wrong.body.error.code).toBe("InvalidApiVersionParameter");
    expect(wrong.body.error.message).toContain("from 2021-08-01 on");
  }
  for (const version of ["2021-08-01", "2022-09-01-preview", "2024-05-01", "2099-12-31"]) {
    expect((await door.ask("GET", "backends", { apiVersion: version })).status).toBe(200);
  }
});

test("404 for a resource type that does not exist", async () => {
  for (const path of ["frontends", "frontends/a", "apis/a/frontends", "backends/echo/frontends/x"]) {
    const answer = await door.ask("GET", path);
    expect([path, answer.status, answer.body.error.code]).toEqual([path, 404, "InvalidResourceType"]);
  }
});

test("404 as ARM's for another subscription, resource group, provider or service", async () => {
  const other = (from: string, to: string) => `${serviceId.replace(from, to)}/backends`;
  const cases = [
    [other("00000000-0000-0000-0000-000000000000", "11111111-1111-1111-1111-111111111111"), "SubscriptionNotFound"],
    [other("resourceGroups/gatehouse", "resourceGroups/other"), "ResourceGroupNotFound"],
    [other("Microsoft.ApiManagement", "Microsoft.Web"), "InvalidResourceNamespace"],
    [other("service/gatehouse", "service/other"), "ResourceNotFound"],
    [serviceId.replace("/service/", "/sites/"), "InvalidResourceType"],
  ] as const;
  for (const [path, code] of cases) {
    const answer = await door.ask("GET", path);
    expect([path, answer.status, answer.body.error.code]).toEqual([path, 404, code]);
  }
});

test("400 for an id with illegal characters, or that is not UTF-8", async () => {
  for (const id of [
    "a%3Cb",
    "a%26b",
    "a%2Fb",
    "a%5Cb",
    "a%3Fb",
    "a%23b",
    "a*b",
    "a+b",
    "a:b",
    "a%00b",
    "a%0Ab",
    "%ff",
    "a%2",
    "",
  ]) {
    const answer = await door.ask("PUT", `backends/${id}${id === "" ? "/x" : ""}`, { body: backend });
    expect([id, answer.status, answer.body.error.code]).toEqual([id, 400, "InvalidResourceId"]);
  }
  expect((await door.ask("PUT", "backends/a%20b-%C3%A5.1_2", { body: backend })).body.name).toBe("a b-å.1_2");
  const long = await door.ask("PUT", `backends/${"x".repeat(81)}`, { body: backend });
  expect(long.body.error.details[0]).toMatchObject({ target: "name", message: expect.stringContaining("1 to 80") });
});

test("400 for a URL that Next would fail on, before it gets there", async () => {
  const refusal = refuseMalformedPath("GET", `${serviceId}/backends/%ff?api-version=2024-05-01`);
  expect(refusal?.status).toBe(400);
  expect(await refusal?.json()).toMatchObject({ error: { code: "InvalidResourceId" } });
  expect(refuseMalformedPath("GET", `${serviceId}/backends/%C3%A5?x=%ff`)).toBeNull();
});

test("400 for broken JSON, with line and position", async () => {
  const cases = [
    ['{"properties": {\n  "url": "x",\n}}', "line 3, position 1"],
    ['{"properties": {"url": abc}}', "line 1, position 24"],
    ["", "body"],
    ['{"properties"', "line 1, position 14"],
    ['{"a": "b', "line 1, position 9"],
  ] as const;
  for (const [raw, target] of cases) {
    const answer = await door.ask("PUT", "backends/broken", { raw });
    expect([answer.status, answer.body.error.details[0].target]).toEqual([400, target]);
  }
  expect((await door.ask("PUT", "backends/broken", { raw: "[]" })).body.error.details[0]).toMatchObject({
    target: "body",
    message: "Must be a JSON object.",
  });
});

test("400 for a body that is not UTF-8, 415 for one that is not JSON", async () => {
  const answer = await door.ask("PUT", "backends/x", { raw: "url=1", headers: { "content-type": "text/plain" } });
  expect([answer.status, answer.body.error.code]).toEqual([415, "UnsupportedMediaType"]);
});

test("400 for unknown fields, each by its path, and for every wrong one at once", async () => {
  const answer = await door.ask("PUT", "backends/unknown", {
    body: {
      kind: "backend",
      properties: backend.properties,
    },
  });
  expect(answer.body.error.details.map((detail: { target: string }) => detail.target)).toEqual(["kind"]);
  const inside = await door.ask("PUT", "backends/unknown", {
    body: {
      properties: {
        ...backend.properties,
        protocol: "ftp",
        weight: 1,
        tls: { validateCertificateChain: "yes", strict: true },
        credentials: { header: { "x-a": "one" } },
      },
    },
  });
  expect(inside.status).toBe(400);
  expect(inside.body).toEqual(
    error("ValidationError", "One or more fields contain incorrect values:", [
      { code: "ValidationError", target: "protocol", message: "Must be 'http' or 'soap'." },
      { code: "ValidationError", target: "credentials.header.x-a", message: "Must be a list." },
      { code: "ValidationError", target: "tls.validateCertificateChain", message: "Must be a boolean." },
      { code: "ValidationError", target: "tls.strict", message: "There is no property 'strict' here." },
      { code: "ValidationError", target: "weight", message: "There is no property 'weight' here." },
    ]),
  );
});

test("400 for prototypes, forged secrets and endless depth; nothing is polluted", async () => {
  const bodies = [
    '{"properties":{"url":"https://a.example","protocol":"http","__proto__":{"polluted":1}}}',
    '{"properties":{"url":"https://a.example","protocol":"http","credentials":{"header":{"__proto__":["polluted"]}}}}',
    '{"properties":{"url":"https://a.example","protocol":"http","credentials":{"header":{"x":[{"$secret":"1"}]}}}}',
    `{"properties":${'{"a":'.repeat(500)}1${"}".repeat(500)}}`,
  ];
  for (const raw of bodies) {
    const answer = await door.ask("PUT", "backends/hostile", { raw });
    expect([answer.status, answer.body.error.code]).toEqual([400, "ValidationError"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  }
  const named = { credentials: { header: { constructor: ["a"], toString: ["b"] }, query: { prototype: ["c"] } } };
  const made = await door.ask("PUT", "backends/names", { body: { properties: { ...backend.properties, ...named } } });
  expect(made.status).toBe(201);
  expect(Object.keys(made.body.properties.credentials.header)).toEqual(["constructor", "toString"]);
});

test("413 for a body over the limit, announced or not", async () => {
  const announced = await door.ask("PUT", "backends/big", { raw: "{}", headers: { "content-length": "99999999" } });
  expect(announced.status).toBe(413);
  const sent = await door.ask("PUT", "backends/big", { raw: `"${"x".repeat(4 * 1024 * 1024)}"` });
  expect([sent.status, sent.body.error.code]).toEqual([413, "RequestContentTooLarge"]);
});

test("412 for a stale ETag; a tag in each spelling that clients use is understood", async () => {
  const made = await door.ask("PUT", "backends/tagged", { body: backend });
  const tag = made.headers.get("etag") ?? "";
  const put = (match: string) => door.ask("PUT", "backends/tagged", { body: backend, headers: { "if-match": match } });
  expect((await put('"AAAAAAAAA+c="')).body).toEqual(error("PreconditionFailed", /changed since it was read/));
  for (const match of [tag, `W/${tag}`, tag.slice(1, -1), "*", `"AAAAAAAAA+c=", ${tag}`])
    expect((await put(match)).status).toBe(200);
  for (const match of ['"not ours"', '"AAAA"']) expect((await put(match)).status).toBe(412);
  expect((await put("a b")).body.error.code).toBe("InvalidHeaderValue");
  const absent = await door.ask("PUT", "backends/never", { body: backend, headers: { "if-match": tag } });
  expect(absent.status).toBe(412);
  expect((await door.ask("PUT", "backends/now", { body: backend, headers: { "if-match": "*" } })).status).toBe(201);
});

test("409 for a delete of something in use, naming the users", async () => {
  await door.ask("PUT", "backends/Member", { body: backend });
  for (const pool of ["pool-a", "pool-b"]) {
    const services = [{ id: "/backends/MEMBER" }];
    expect(
      (await door.ask("PUT", `backends/${pool}`, { body: { properties: { type: "Pool", pool: { services } } } }))
        .status,
    ).toBe(201);
  }
  const answer = await door.ask("DELETE", "backends/member");
  expect(answer.status).toBe(409);
  expect(answer.body).toEqual(
    error("Conflict", "Backend 'Member' is in use and cannot be deleted. Used by /backends/pool-a, /backends/pool-b.", [
      { code: "InUse", target: "/backends/pool-a", message: "/backends/pool-a refers to it." },
      { code: "InUse", target: "/backends/pool-b", message: "/backends/pool-b refers to it." },
    ]),
  );
  expect((await door.ask("GET", "backends/member")).status).toBe(200);
});

test("400 for a reference to something absent, at the field that makes it", async () => {
  const credentials = { certificateIds: [`${serviceId}/certificates/gone`] };
  const answer = await door.ask("PUT", "backends/x", { body: { properties: { ...backend.properties, credentials } } });
  expect([answer.status, answer.body.error.details]).toEqual([
    400,
    [
      {
        code: "ValidationError",
        target: "credentials.certificateIds[0]",
        message: "/certificates/gone does not exist.",
      },
    ],
  ]);
});

test("400 for a list that is asked for wrongly, with the position in a filter", async () => {
  const cases = [
    ["$top=0", "$top"],
    ["$top=x", "$top"],
    ["$skip=-1", "$skip"],
    ["$orderby=password", "$orderby"],
    ["$orderby=name%20sideways", "$orderby"],
    ["$filter=name%20eq", "$filter"],
    ["$filter=secret%20eq%201", "$filter"],
  ] as const;
  for (const [query, target] of cases) {
    const answer = await door.ask("GET", "backends", { query });
    expect([query, answer.status, answer.body.error.details[0].target]).toEqual([query, 400, target]);
  }
  const answer = await door.ask("GET", "backends", {
    query: `$filter=${encodeURIComponent("name eq 'a' and title is 'b'")}`,
  });
  expect(answer.body.error.message).toContain("at position 23. Expected eq, ne, gt, ge, lt or le, found 'is'.");
});

test("405 with the methods that are allowed", async () => {
  const cases = [
    ["POST", "backends/echo", "GET, HEAD, PUT, PATCH, DELETE"],
    ["PATCH", "certificates/x", "GET, HEAD, PUT, DELETE"],
    ["PUT", "backends", "GET, HEAD"],
    ["GET", "backends/echo/reconnect", "POST"],
    ["DELETE", "", "GET, HEAD, PUT, PATCH"],
    ["POST", "openapi.json", "GET"],
  ] as const;
  for (const [method, path, allow] of cases) {
    const answer = await door.ask(method, path);
    expect([method, path, answer.status, answer.headers.get("allow")]).toEqual([method, path, 405, allow]);
    expect(answer.body.error.code).toBe("MethodNotAllowed");
  }
});

test("500 hides what happened, and gives an id", async () => {
  const broken = {
    ...door.management,
    store: { ...door.store, read: () => Promise.reject(new Error("the password is hunter2")) },
  };
  const answer = await askDoor(broken, "GET", "backends/echo");
  expect(answer.status).toBe(500);
  expect(JSON.stringify(answer.body)).not.toContain("hunter2");
  expect(answer.body.error.message).toContain(answer.headers.get("x-ms-request-id"));
});

test("a refusal leaves no trace in the configuration", async () => {
  await door.ask("PUT", "backends/kept", { body: backend });
  const before = await door.store.revision();
  await door.ask("PUT", "backends/x", { body: { properties: { url: "https://a.example" } } });
  await door.ask("DELETE", "backends/nothing");
  await door.ask("PUT", "backends/kept", { body: (await door.ask("GET", "backends/kept")).body });
  expect(await door.store.revision()).toBe(before);
});

test("400 for text that no database can hold, naming where it stands", async () => {
  for (const title of ["nul \u0000 inside", "half a pair \ud800"]) {
    const answer = await door.ask("PUT", "backends/unstorable", {
      body: { properties: { ...backend.properties, title } },
    });
    expect([answer.status, answer.body.error.details?.[0]?.target]).toEqual([400, "title"]);
  }
});
