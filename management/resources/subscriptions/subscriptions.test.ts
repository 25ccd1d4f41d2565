import { afterAll, beforeAll, expect, test } from "vitest";
import { serviceId } from "@/lib/service-id";
import { type Door, openDoor } from "../../testing/door";
import { typeOfDocument } from "../find";
import { openProperties } from "../secret-fields";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  await door.ask("PUT", "apis/Orders", { body: { properties: { displayName: "Orders", path: "orders" } } });
  await door.ask("PUT", "products/Starter", {
    body: { properties: { displayName: "Starter", subscriptionsLimit: 1 } },
  });
});
afterAll(() => door.close());
const put = (id: string, properties: object) =>
  door.ask("PUT", `subscriptions/${id}`, { body: { properties } as never });
const secrets = async (id: string) => (await door.ask("POST", `subscriptions/${id}/listSecrets`)).body;

test.each([
  ["/products/starter", "/products/Starter"],
  [`${serviceId.toUpperCase()}/PRODUCTS/starter`, "/products/Starter"],
  ["/apis/orders", "/apis/Orders"],
  ["/apis/orders;rev=1", "/apis/Orders"],
  ["/apis", "/apis"],
  [`${serviceId}/apis`, "/apis"],
  ["/", "/"],
  [`${serviceId}/`, "/"],
])("201: the scope %s is shown in full", async (scope, shown) => {
  const id = `s-${Math.random().toString(36).slice(2)}`;
  const made = await put(id, { displayName: "S", scope });
  expect(made.status).toBe(201);
  expect(made.body.properties).toMatchObject({ displayName: "S", scope: serviceId + shown, state: "submitted" });
  expect(Date.parse(made.body.properties.createdDate)).toBeGreaterThan(0);
  expect(made.body.properties).not.toHaveProperty("primaryKey");
  expect(await secrets(id)).toEqual({
    primaryKey: expect.stringMatching(/^[0-9a-f]{32}$/),
    secondaryKey: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  const again = await door.ask("PUT", `subscriptions/${id}`, {
    body: (await door.ask("GET", `subscriptions/${id}`)).body,
  });
  expect(again.status).toBe(200);
  expect(again.body).toEqual(made.body);
});

test("200: given keys are kept, shown only by listSecrets, and that is audited", async () => {
  const made = await put("keys", {
    displayName: "Keys",
    scope: "/apis",
    primaryKey: "first-key",
    secondaryKey: "second-key",
    state: "active",
  });
  expect(JSON.stringify(made.body)).not.toContain('-key"');
  expect(await secrets("keys")).toEqual({ primaryKey: "first-key", secondaryKey: "second-key" });
  const [audited] = await door.store.identity.auditTrail({ top: 1 });
  expect(audited).toMatchObject({
    action: "secret-revealed",
    subject: "/subscriptions/keys",
    actor: { id: "test-owner" },
  });
  await put("keys", { displayName: "Renamed", scope: "/apis" });
  expect((await secrets("keys")).primaryKey).toBe("first-key");
  expect(JSON.stringify(await door.store.changes({}))).not.toContain("first-key");
});

test("204: keys are regenerated one at a time", async () => {
  const regenerated = await door.ask("POST", "subscriptions/keys/regeneratePrimaryKey");
  expect(regenerated.status).toBe(204);
  const after = await secrets("keys");
  expect(after.primaryKey).toMatch(/^[0-9a-f]{32}$/);
  expect(after.secondaryKey).toBe("second-key");
  expect((await door.ask("POST", "subscriptions/keys/regenerateSecondaryKey")).status).toBe(204);
  expect((await secrets("keys")).secondaryKey).not.toBe("second-key");
});

test("400: a key that another subscription has, without telling it", async () => {
  await put("holder", { displayName: "H", scope: "/apis", secondaryKey: "taken-key" });
  const refused = await put("thief", { displayName: "T", scope: "/apis", primaryKey: "taken-key" });
  expect(refused.status).toBe(400);
  expect(refused.body.error.details).toEqual([
    { code: "ValidationError", target: "primaryKey", message: expect.any(String) },
  ]);
  expect(JSON.stringify(refused.body)).not.toContain("taken-key");
  expect((await put("holder", { displayName: "H2", scope: "/apis", secondaryKey: "taken-key" })).status).toBe(200);
});

test("200: states follow each other and leave their dates", async () => {
  const patch = (properties: object) => door.ask("PATCH", "subscriptions/life", { body: { properties } as never });
  await put("life", { displayName: "Life", scope: "/apis" });
  const active = await patch({ state: "active" });
  expect(active.body.properties.startDate).toMatch(/^20/);
  const cancelled = await patch({ state: "cancelled", stateComment: "Moved" });
  expect(cancelled.body.properties).toMatchObject({ endDate: expect.stringMatching(/^20/), stateComment: "Moved" });
  expect((await patch({ state: "active" })).body.properties).not.toHaveProperty("endDate");
  for (const state of ["submitted", "rejected"]) {
    const refused = await patch({ state });
    expect(refused.status).toBe(400);
    expect(refused.body.error.details[0].target).toBe("state");
  }
});

test("400: more subscriptions of one owner than the product allows", async () => {
  const ada = { email: "ada@example.com", firstName: "Ada", lastName: "Lovelace" };
  await door.ask("PUT", "users/ada", { body: { properties: ada } });
  const mine = { displayName: "M", scope: "/products/starter", ownerId: `${serviceId}/users/Ada` };
  const made = await put("ada-1", mine);
  expect(made.body.properties.ownerId).toBe(`${serviceId}/users/ada`);
  const refused = await put("ada-2", mine);
  expect(refused.status).toBe(400);
  expect(refused.body.error.details[0].message).toBe("/users/ada has 1 of at most 1 subscriptions to this product.");
  await door.ask("PATCH", "subscriptions/ada-1", { body: { properties: { state: "cancelled" } } });
  expect((await put("ada-2", mine)).status).toBe(201);
});

test.each([
  [{ scope: "/apis" }, "displayName"],
  [{ displayName: "X" }, "scope"],
  [{ displayName: "x".repeat(101), scope: "/apis" }, "displayName"],
  [{ displayName: "X", scope: "/products" }, "scope"],
  [{ displayName: "X", scope: "/apis/absent" }, "scope"],
  [{ displayName: "X", scope: "/products/absent" }, "scope"],
  [{ displayName: "X", scope: "/apis/orders/operations/get" }, "scope"],
  [{ displayName: "X", scope: "/apis", ownerId: "ada" }, "ownerId"],
  [{ displayName: "X", scope: "/apis", ownerId: "/users/absent" }, "ownerId"],
  [{ displayName: "X", scope: "/apis", primaryKey: "" }, "primaryKey"],
  [{ displayName: "X", scope: "/apis", primaryKey: "k".repeat(257) }, "primaryKey"],
  [{ displayName: "X", scope: "/apis", primaryKey: "a\nb" }, "primaryKey"],
  [{ displayName: "X", scope: "/apis", state: "dormant" }, "state"],
  [{ displayName: "X", scope: "/apis", expirationDate: "tomorrow" }, "expirationDate"],
  [{ displayName: "X", scope: "/apis", level: 1 }, "level"],
])("400: %j", async (properties, target) => {
  const refused = await put("bad", properties);
  expect(refused.status).toBe(400);
  expect(refused.body.error.details[0].target.replace("properties.", "")).toBe(target);
});

test("200: lists are filtered by full and by short scopes", async () => {
  for (const scope of ["/apis", `${serviceId}/apis`]) {
    const found = await door.ask("GET", "subscriptions", {
      query: `$filter=scope eq '${scope}' and displayName eq 'Renamed'`,
    });
    expect(found.body.value.map(({ name }: { name: string }) => name)).toEqual(["keys"]);
    expect(JSON.stringify(found.body)).not.toContain("Key");
  }
});

test("the gateway is told the keys, and the scope in its canonical form", async () => {
  await put("told", {
    displayName: "Told",
    scope: "/APIS/Orders",
    primaryKey: "p-told",
    secondaryKey: "s-told",
    state: "active",
  });
  const document = await door.store.read("/subscriptions/told");
  if (document === null) throw new Error("absent");
  const properties = await openProperties(document.properties, (ids) => door.store.openSecrets(ids));
  const told = await typeOfDocument(document).behaviour.project?.({
    document,
    properties,
    installation: { debugPublicKey: null },
    read: door.store,
  });
  expect(told).toMatchObject({
    type: "subscriptions",
    properties: { scope: "/apis/orders", primaryKey: "p-told", secondaryKey: "s-told", state: "active", ownerId: null },
  });
});

test("409: the built-in subscription stays", async () => {
  expect((await door.ask("DELETE", "subscriptions/master")).status).toBe(409);
  expect((await door.ask("GET", "subscriptions/master")).body.properties.scope).toBe(`${serviceId}/`);
  expect((await door.ask("POST", "subscriptions/master/regeneratePrimaryKey")).status).toBe(204);
});

test("403, 404, 405, 412, 204", async () => {
  expect((await door.ask("POST", "subscriptions/keys/listSecrets", { role: "reader" })).status).toBe(403);
  expect((await door.ask("POST", "subscriptions/keys/regeneratePrimaryKey", { role: "reader" })).status).toBe(403);
  expect((await door.ask("POST", "subscriptions/absent/listSecrets")).status).toBe(404);
  expect((await door.ask("GET", "subscriptions/keys/listSecrets")).status).toBe(405);
  expect((await door.ask("DELETE", "subscriptions/keys", { headers: { "if-match": '"AAAAAAAAAAE="' } })).status).toBe(
    412,
  );
  expect((await door.ask("DELETE", "subscriptions/keys")).status).toBe(200);
  expect((await door.ask("DELETE", "subscriptions/keys")).status).toBe(204);
});
