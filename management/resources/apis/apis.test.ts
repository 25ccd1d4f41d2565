import { afterAll, beforeAll, expect, test } from "vitest";
import { type Door, openDoor } from "../../testing/door";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const put = (id: string, properties: Record<string, unknown>, query?: string) =>
  door.ask("PUT", `apis/${id}`, { body: { properties } as never, query });
const targets = (answer: { body: { error: { details: { target: string }[] } } }) =>
  answer.body.error.details.map(({ target }) => target);

test("201: a new API has Azure's defaults", async () => {
  const made = await put("Orders", { displayName: "Orders", path: "/orders/" });
  expect(made.status).toBe(201);
  expect(made.headers.get("etag")).toMatch(/^"[A-Za-z0-9+/]{11}="$/);
  expect(made.body).toMatchObject({
    name: "Orders",
    type: "Microsoft.ApiManagement/service/apis",
    properties: {
      displayName: "Orders",
      path: "orders",
      protocols: ["https"],
      type: "http",
      apiRevision: "1",
      isCurrent: true,
      isOnline: true,
      subscriptionRequired: true,
      subscriptionKeyParameterNames: { header: "Ocp-Apim-Subscription-Key", query: "subscription-key" },
    },
  });
  expect(made.body.properties).not.toHaveProperty("apiVersionSetId");
});

test("200: what a GET returned can be sent back, and nothing changes", async () => {
  const read = await door.ask("GET", "apis/orders");
  const again = await door.ask("PUT", "apis/orders", { body: read.body });
  expect(again.status).toBe(200);
  expect(again.body).toEqual(read.body);
  expect(again.headers.get("etag")).toBe(read.headers.get("etag"));
});

test("200: PATCH merges, null removes", async () => {
  const changed = await door.ask("PATCH", "apis/orders", {
    body: { properties: { description: "All orders", serviceUrl: "https://orders.test/v1" } },
  });
  expect(changed.status).toBe(200);
  expect(changed.body.properties).toMatchObject({
    displayName: "Orders",
    description: "All orders",
    serviceUrl: "https://orders.test/v1",
  });
  const without = await door.ask("PATCH", "apis/orders", { body: { properties: { description: null } } });
  expect(without.body.properties).not.toHaveProperty("description");
});

test("201 and 200: a client that names the first revision creates the API", async () => {
  const made = await put("terra;rev=1", { displayName: "Terra", path: "terra", apiRevision: "1" });
  expect(made.status).toBe(201);
  expect(made.body.properties).toMatchObject({ apiRevision: "1", isCurrent: true });
  expect((await put("terra;rev=1", { displayName: "Terra 2", path: "terra" })).status).toBe(200);
  expect((await door.ask("GET", "apis/terra")).body.properties.displayName).toBe("Terra 2");
  expect((await door.ask("GET", "apis/TERRA;rev=1")).body.properties.displayName).toBe("Terra 2");
  expect((await door.ask("PUT", "apis/terra;rev=1/operations/get", { body: op("GET", "/") })).status).toBe(201);
  expect((await door.ask("GET", "apis/terra/operations/get")).status).toBe(200);
});

const op = (method: string, urlTemplate: string, more: object = {}) => ({
  properties: { displayName: `${method} ${urlTemplate}`, method, urlTemplate, ...more },
});

test("201: a revision begins as a copy of its source, operations, policies and tags with it", async () => {
  await put("books", { displayName: "Books", path: "books", serviceUrl: "https://books.test" });
  await door.ask("PUT", "apis/books/operations/list", { body: op("GET", "/") });
  await door.ask("PUT", "tags/fiction", { body: { properties: { displayName: "Fiction" } } });
  expect((await door.ask("PUT", "apis/books/tags/fiction")).status).toBe(201);
  const policy = "<policies><inbound><base /></inbound></policies>";
  await door.ask("PUT", "apis/books/policies/policy", { body: { properties: { value: policy } } });
  await door.ask("PUT", "apis/books/operations/list/policies/policy", { body: { properties: { value: policy } } });

  const made = await put("books;rev=2", {
    sourceApiId: "/apis/books",
    apiRevisionDescription: "Next",
    serviceUrl: "https://next.test",
  });
  expect(made.status).toBe(201);
  expect(made.body.name).toBe("books;rev=2");
  expect(made.body.properties).toMatchObject({
    displayName: "Books",
    path: "books",
    apiRevision: "2",
    isCurrent: false,
    serviceUrl: "https://next.test",
  });
  for (const below of ["operations/list", "tags/fiction", "policies/policy", "operations/list/policies/policy"]) {
    expect((await door.ask("GET", `apis/books;rev=2/${below}`)).status, below).toBe(200);
  }
  const { changes } = await door.store.changes({ top: 1 });
  expect(changes[0]?.entries.map(({ id }) => id)).toContain("/apis/books;rev=2/operations/list/policies/policy");
});

test("200: the list has current revisions only, apis/revisions all of one API", async () => {
  const names = (await door.ask("GET", "apis")).body.value.map(({ name }: { name: string }) => name);
  expect(names).toContain("books");
  expect(names).not.toContain("books;rev=2");
  const others = await door.ask("GET", "apis", { query: "$filter=isCurrent eq false" });
  expect(others.body.value.map(({ name }: { name: string }) => name)).toEqual(["books;rev=2"]);
  const revisions = await door.ask("GET", "apis/books/revisions");
  expect(revisions.body.count).toBe(2);
  expect(revisions.body.value[1]).toMatchObject({
    apiRevision: "2",
    description: "Next",
    isCurrent: false,
    isOnline: true,
    privateUrl: "/books;rev=2",
  });
  expect(revisions.body.value[0].apiId).toMatch(/\/apis\/books;rev=1$/);
  expect((await door.ask("GET", "apis/books/revisions", { query: "$filter=apiRevision eq '2'" })).body.count).toBe(1);
  expect((await door.ask("GET", "apis/absent/revisions")).status).toBe(404);
});

test("200: what revisions share follows the current one", async () => {
  expect((await door.ask("PATCH", "apis/books", { body: { properties: { path: "library" } } })).status).toBe(200);
  expect((await door.ask("GET", "apis/books;rev=2")).body.properties.path).toBe("library");
});

test("201: a copy of an API has its operations", async () => {
  const made = await put("copy", { sourceApiId: "/apis/books;rev=1", displayName: "Copy", path: "copy" });
  expect(made.status).toBe(201);
  expect(made.body.properties).toMatchObject({ apiRevision: "1", isCurrent: true });
  expect((await door.ask("GET", "apis/copy/operations")).body.count).toBe(1);
});

test("201: a version set can be given with the API, and versions share a path", async () => {
  const set = { name: "Pets", versioningScheme: "Segment" };
  const made = await put("pets", { displayName: "Pets", path: "pets", apiVersion: "v1", apiVersionSet: set });
  expect(made.status).toBe(201);
  expect(made.body.properties.apiVersionSet).toMatchObject({ name: "Pets", versioningScheme: "Segment" });
  const { apiVersionSetId } = made.body.properties;
  expect(apiVersionSetId).toMatch(/^\/subscriptions\/.*\/apiVersionSets\/[0-9a-f]{24}$/);
  const again = await put("pets", { displayName: "Pets", path: "pets", apiVersion: "v1", apiVersionSet: set });
  expect(again.body.properties.apiVersionSetId).toBe(apiVersionSetId);
  expect((await put("pets-2", { displayName: "Pets", path: "pets", apiVersion: "v2", apiVersionSetId })).status).toBe(
    201,
  );
  const twice = await put("pets-3", { displayName: "Pets", path: "pets", apiVersion: "V2", apiVersionSetId });
  expect(targets(twice)).toEqual(["apiVersion"]);
  expect(targets(await put("other", { displayName: "Other", path: "pets/v2" }))).toEqual(["path"]);
  const list = await door.ask("GET", "apis", { query: "$filter=name eq 'pets'&expandApiVersionSet=true" });
  expect(list.body.value[0].properties.apiVersionSet.name).toBe("Pets");
  const brief = await door.ask("GET", "apis", { query: "$filter=name eq 'pets'" });
  expect(brief.body.value[0].properties).not.toHaveProperty("apiVersionSet");
  const inUse = await door.ask("DELETE", `apiVersionSets/${apiVersionSetId.split("/").at(-1)}`);
  expect(inUse.status).toBe(409);
  expect(targets(inUse)).toEqual(["/apis/pets", "/apis/pets-2"]);
});

test("201: a WebSocket API has its handshake operation", async () => {
  const made = await put("chat", {
    displayName: "Chat",
    path: "chat",
    type: "websocket",
    serviceUrl: "wss://chat.test",
  });
  expect(made.status).toBe(201);
  expect(made.body.properties.protocols).toEqual(["wss"]);
  expect((await door.ask("GET", "apis/chat/operations/onhandshake")).body.name).toBe("onHandshake");
});

test.each([
  [{ path: "p1" }, ["properties.displayName"]],
  [{ displayName: "X" }, ["properties.path"]],
  [{ displayName: "", path: "p1" }, ["properties.displayName"]],
  [{ displayName: "x".repeat(301), path: "p1" }, ["properties.displayName"]],
  [{ displayName: "X", path: "x".repeat(401) }, ["properties.path"]],
  [{ displayName: "X", path: "a{b}" }, ["properties.path"]],
  [{ displayName: "X", path: "a//b" }, ["properties.path"]],
  [{ displayName: "X", path: "a?b" }, ["properties.path"]],
  [{ displayName: "X", path: "p1", serviceUrl: "orders" }, ["properties.serviceUrl"]],
  [{ displayName: "X", path: "p1", serviceUrl: "ftp://x" }, ["properties.serviceUrl"]],
  [{ displayName: "X", path: "p1", protocols: ["gopher"] }, ["properties.protocols[0]"]],
  [{ displayName: "X", path: "p1", colour: "red" }, ["properties.colour"]],
  [{ displayName: "X", path: "p1", contact: { email: "nobody" } }, ["properties.contact.email"]],
  [{ displayName: "X", path: "p1", format: "openapi", value: "{}" }, ["properties.format"]],
  [{ displayName: "X", path: "p1", format: "word" }, ["properties.format"]],
  [{ displayName: "X", path: "p1", value: "{}" }, ["properties.format"]],
  [{ displayName: "X", path: "p1", type: "http", apiType: "soap" }, ["properties.apiType"]],
])("400: %j", async (properties, expected) => {
  const refused = await put("refused", properties);
  expect(refused.status).toBe(400);
  expect(refused.body.error.code).toBe("ValidationError");
  expect(
    targets(refused).map((target) => (target.startsWith("properties.") ? target : `properties.${target}`)),
  ).toEqual(expected);
  expect((await door.ask("GET", "apis/refused")).status).toBe(404);
});

test.each([
  ["a path that another API has", "late", { displayName: "Late", path: "ORDERS" }, ["path"]],
  ["protocols of another type", "late", { displayName: "Late", path: "late", protocols: ["wss"] }, ["protocols"]],
  ["a version without a set", "late", { displayName: "Late", path: "late", apiVersion: "v1" }, ["apiVersion"]],
  [
    "an absent version set",
    "late",
    { displayName: "Late", path: "late", apiVersionSetId: "/apiVersionSets/no" },
    ["apiVersionSetId"],
  ],
  ["an absent source", "late", { displayName: "Late", path: "late", sourceApiId: "/apis/no" }, ["sourceApiId"]],
  [
    "a current revision by PUT",
    "books;rev=3",
    { displayName: "Books", path: "library", isCurrent: true },
    ["isCurrent"],
  ],
  ["no current revision", "late", { displayName: "Late", path: "late", isCurrent: false }, ["isCurrent"]],
  ["a revision at another path", "books;rev=3", { displayName: "Books", path: "elsewhere" }, ["path"]],
  ["another revision's number", "books", { displayName: "Books", path: "library", apiRevision: "2" }, ["apiRevision"]],
  [
    "an embedded set without its header",
    "late",
    { displayName: "Late", path: "late", apiVersion: "v1", apiVersionSet: { name: "L", versioningScheme: "Header" } },
    ["apiVersionSet.versionHeaderName", "apiVersion"],
  ],
])("400: %s", async (_, id, properties, expected) => {
  const refused = await put(id, properties);
  expect(refused.status).toBe(400);
  expect(targets(refused)).toEqual(expected);
});

test("400: export is said to be missing", async () => {
  const refused = await door.ask("GET", "apis/orders", { query: "export=true&format=openapi-link" });
  expect(refused.status).toBe(400);
  expect(refused.body.error.details[0].target).toBe("export");
});

test("403: a reader creates nothing", async () => {
  const refused = await door.ask("PUT", "apis/reader", {
    body: { properties: { displayName: "R", path: "r" } },
    role: "reader",
  });
  expect(refused.status).toBe(403);
});

test("404", async () => {
  const absent = await door.ask("GET", "apis/absent");
  expect(absent.status).toBe(404);
  expect(absent.body.error).toMatchObject({ code: "ResourceNotFound", message: "API not found." });
  expect((await door.ask("GET", "apis/books;rev=9")).status).toBe(404);
  expect((await door.ask("GET", "apis/absent/operations")).status).toBe(404);
});

test("412: a stale tag changes and deletes nothing", async () => {
  const stale = { "if-match": '"AAAAAAAAAAE="' };
  expect(
    (await door.ask("PATCH", "apis/orders", { body: { properties: { description: "x" } }, headers: stale })).status,
  ).toBe(412);
  expect((await door.ask("DELETE", "apis/orders", { headers: stale })).status).toBe(412);
  const exists = await door.ask("PUT", "apis/orders", {
    body: { properties: { displayName: "O", path: "o" } },
    headers: { "if-none-match": "*" },
  });
  expect(exists.status).toBe(412);
});

test("409: an API with revisions is deleted only with them", async () => {
  const refused = await door.ask("DELETE", "apis/books");
  expect(refused.status).toBe(409);
  expect(targets(refused)).toEqual(["/apis/books;rev=2"]);
  expect((await door.ask("DELETE", "apis/books", { query: "deleteRevisions=true" })).status).toBe(200);
  expect((await door.ask("GET", "apis/books;rev=2")).status).toBe(404);
  expect((await door.ask("DELETE", "apis/books")).status).toBe(204);
});

test("409: an API with a subscription stays, one in a product goes with its link", async () => {
  await put("held", { displayName: "Held", path: "held" });
  await door.ask("PUT", "products/p", { body: { properties: { displayName: "P" } } });
  await door.ask("PUT", "products/p/apis/held");
  await door.ask("PUT", "subscriptions/to-held", { body: { properties: { displayName: "S", scope: "/apis/held" } } });
  const refused = await door.ask("DELETE", "apis/held");
  expect(refused.status).toBe(409);
  expect(targets(refused)).toEqual(["/subscriptions/to-held"]);
  expect((await door.ask("GET", "products/p/apis")).body.count).toBe(1);
  await door.ask("DELETE", "subscriptions/to-held");
  expect((await door.ask("DELETE", "apis/held")).status).toBe(200);
  expect((await door.ask("GET", "products/p/apis")).body.count).toBe(0);
});
