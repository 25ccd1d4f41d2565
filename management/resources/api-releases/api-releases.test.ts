import { afterAll, beforeAll, expect, test } from "vitest";
import { serviceId } from "@/lib/service-id";
import { undo } from "../../log/undo";
import { callerOf, type Door, openDoor } from "../../testing/door";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  await door.ask("PUT", "apis/shop", {
    body: { properties: { displayName: "Shop", path: "shop", serviceUrl: "https://one.test" } },
  });
  await operation("shop", "list", "GET", "/");
  await operation("shop", "old", "GET", "/old");
  await operation("shop", "swap", "GET", "/a");
  await door.ask("PUT", "apis/shop/policies/policy", { body: policy("one") });
  await door.ask("PUT", "apis/shop/operations/old/policies/policy", { body: policy("old") });
  await door.ask("PUT", "products/starter", { body: { properties: { displayName: "Starter" } } });
  await door.ask("PUT", "products/starter/apis/shop");
  await door.ask("PUT", "subscriptions/mine", { body: { properties: { displayName: "Mine", scope: "/apis/shop" } } });
  await door.ask("PUT", "tags/blue", { body: { properties: { displayName: "Blue" } } });
  await door.ask("PUT", "apis/shop;rev=2", {
    body: { properties: { sourceApiId: "/apis/shop", serviceUrl: "https://two.test" } },
  });
  await door.ask("PUT", "apis/shop;rev=2/tags/blue");
  await door.ask("DELETE", "apis/shop;rev=2/operations/old");
  await operation("shop;rev=2", "swap", "GET", "/b");
  await operation("shop;rev=2", "new", "GET", "/a");
  await door.ask("PUT", "apis/shop;rev=2/policies/policy", { body: policy("two") });
});
afterAll(() => door.close());

const policy = (value: string) => ({
  properties: {
    format: "rawxml",
    value: `<policies><inbound><base /><set-header name="x-revision" exists-action="override"><value>${value}</value></set-header></inbound></policies>`,
  },
});
const operation = (api: string, name: string, method: string, urlTemplate: string) =>
  door.ask("PUT", `apis/${api}/operations/${name}`, {
    body: { properties: { displayName: name, method, urlTemplate } },
  });
const names = async (path: string) =>
  (await door.ask("GET", path)).body.value.map(({ name }: { name: string }) => name);
const release = (name: string, properties: object) =>
  door.ask("PUT", `apis/shop/releases/${name}`, { body: { properties } as never });

test("201: a release makes its revision current, whole and in one change", async () => {
  const before = await door.store.revision();
  const made = await release("r1", { apiId: `${serviceId}/apis/shop;rev=2`, notes: "Second" });
  expect(made.status).toBe(201);
  expect(made.body.properties).toMatchObject({ apiId: `${serviceId}/apis/shop;rev=2`, notes: "Second" });
  expect(Date.parse(made.body.properties.createdDateTime)).toBeGreaterThan(0);
  expect(await door.store.revision()).toBe(before + 1);

  expect((await door.ask("GET", "apis/shop")).body.properties).toMatchObject({
    apiRevision: "2",
    isCurrent: true,
    serviceUrl: "https://two.test",
  });
  expect((await door.ask("GET", "apis/shop;rev=1")).body.properties).toMatchObject({
    apiRevision: "1",
    isCurrent: false,
    serviceUrl: "https://one.test",
  });
  expect(await names("apis/shop/operations")).toEqual(["list", "new", "swap"]);
  expect(await names("apis/shop;rev=1/operations")).toEqual(["list", "old", "swap"]);
  expect((await door.ask("GET", "apis/shop/operations/swap")).body.properties.urlTemplate).toBe("/b");
  expect((await door.ask("GET", "apis/shop/policies/policy")).body.properties.value).toContain(">two<");
  expect((await door.ask("GET", "apis/shop;rev=1/policies/policy")).body.properties.value).toContain(">one<");
  expect((await door.ask("GET", "apis/shop;rev=1/operations/old/policies/policy")).body.properties.value).toContain(
    ">old<",
  );
  expect(await names("apis/shop/tags")).toEqual(["blue"]);
  expect(await names("apis/shop;rev=1/tags")).toEqual([]);
  expect(await names("products/starter/apis")).toEqual(["shop"]);
  expect((await door.ask("GET", "subscriptions/mine")).body.properties.scope).toBe(`${serviceId}/apis/shop`);
  expect(await door.store.read("/apis/shop;rev=2")).toBeNull();
  const { changes } = await door.store.changes({ top: 1 });
  expect(changes[0]?.entries.map(({ id }) => id)).not.toContain("/apis/shop/operations/list");
});

test("a release can be undone, and made again", async () => {
  const context = { management: door.management, caller: callerOf("owner") };
  const released = await door.store.revision();
  const tree = async () => [
    (await door.ask("GET", "apis/shop")).body,
    (await door.ask("GET", "apis/shop/operations")).body,
    (await door.ask("GET", "apis/shop/revisions")).body.count,
    (await door.ask("GET", "apis/shop/policies/policy")).body,
    await names("apis/shop/tags"),
  ];
  const after = await tree();
  const { revision } = await undo(context, released);
  expect((await door.ask("GET", "apis/shop")).body.properties).toMatchObject({
    apiRevision: "1",
    serviceUrl: "https://one.test",
  });
  expect(await names("apis/shop/operations")).toEqual(["list", "old", "swap"]);
  expect(await names("apis/shop;rev=2/operations")).toEqual(["list", "new", "swap"]);
  expect(await names("apis/shop;rev=2/tags")).toEqual(["blue"]);
  expect(await door.store.read("/apis/shop;rev=1")).toBeNull();
  expect((await door.ask("GET", "apis/shop/releases/r1")).status).toBe(404);
  await undo(context, revision ?? 0);
  expect(await tree()).toEqual(after);
});

test("200: notes change nothing else, and lists show them", async () => {
  await release("r2", { apiId: "/apis/shop;rev=1" });
  const before = (await door.ask("GET", "apis/shop")).headers.get("etag");
  const changed = await door.ask("PATCH", "apis/shop/releases/r1", {
    body: { properties: { apiId: "/apis/shop", notes: "The second" } },
  });
  expect(changed.status).toBe(200);
  expect(changed.body.properties.apiId).toBe(`${serviceId}/apis/shop;rev=2`);
  expect((await door.ask("GET", "apis/shop")).headers.get("etag")).toBe(before);
  expect((await door.ask("GET", "apis/shop")).body.properties.apiRevision).toBe("1");
  const found = await door.ask("GET", "apis/shop/releases", { query: "$filter=contains(notes,'second')" });
  expect(found.body.value.map(({ name }: { name: string }) => name)).toEqual(["r1"]);
});

test("201: a release of the current revision only notes it", async () => {
  const made = await release("r3", { apiId: "/apis/shop", notes: "Still the first" });
  expect(made.status).toBe(201);
  expect(made.body.properties.apiId).toBe(`${serviceId}/apis/shop;rev=1`);
  expect((await door.ask("GET", "apis/shop")).body.properties.apiRevision).toBe("1");
});

test("200: the release of a revision that is gone stays", async () => {
  expect((await door.ask("DELETE", "apis/shop;rev=2")).status).toBe(200);
  const changed = await door.ask("PATCH", "apis/shop/releases/r1", { body: { properties: { notes: "Gone" } } });
  expect(changed.status).toBe(200);
});

test.each([
  ["another API", "apis/shop/releases/bad", "/apis/other", "apiId"],
  ["an absent revision", "apis/shop/releases/bad", "/apis/shop;rev=9", "apiId"],
  ["no API at all", "apis/shop/releases/bad", "orders", "apiId"],
])("400: %s", async (_, path, apiId, target) => {
  const refused = await door.ask("PUT", path, { body: { properties: { apiId } } });
  expect(refused.status).toBe(400);
  expect(refused.body.error.details[0].target).toBe(target);
});

test("400: a release below a revision", async () => {
  await door.ask("PUT", "apis/shop;rev=3", { body: { properties: { sourceApiId: "/apis/shop" } } });
  const refused = await door.ask("PUT", "apis/shop;rev=3/releases/bad", {
    body: { properties: { apiId: "/apis/shop;rev=3" } },
  });
  expect(refused.status).toBe(400);
});

test("403, 404, 412", async () => {
  expect((await door.ask("PUT", "apis/shop/releases/x", { body: { properties: {} }, role: "reader" })).status).toBe(
    403,
  );
  expect((await door.ask("GET", "apis/shop/releases/absent")).status).toBe(404);
  expect(
    (await door.ask("DELETE", "apis/shop/releases/r1", { headers: { "if-match": '"AAAAAAAAAAE="' } })).status,
  ).toBe(412);
  expect((await door.ask("DELETE", "apis/shop/releases/r1")).status).toBe(200);
});
