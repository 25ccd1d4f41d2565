import { afterAll, beforeAll, expect, test } from "vitest";
import { serviceId } from "@/lib/service-id";
import { type Door, openDoor } from "../../testing/door";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  await door.ask("PUT", "apis/Orders", {
    body: { properties: { displayName: "Orders", path: "orders", description: "All orders" } },
  });
  await door.ask("PUT", "apis/books", { body: { properties: { displayName: "Books", path: "books" } } });
});
afterAll(() => door.close());
const put = (id: string, properties: object) => door.ask("PUT", `products/${id}`, { body: { properties } as never });

test("201: a new product has Azure's defaults", async () => {
  const made = await put("Starter", { displayName: "Starter" });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    name: "Starter",
    type: "Microsoft.ApiManagement/service/products",
    properties: { displayName: "Starter", subscriptionRequired: true, approvalRequired: false, state: "notPublished" },
  });
});

test("200: the whole contract, PATCH, and null for no limit", async () => {
  const properties = {
    displayName: "Starter",
    description: "d",
    terms: "t",
    subscriptionRequired: true,
    approvalRequired: true,
    subscriptionsLimit: 5,
    state: "published",
  };
  expect((await put("starter", properties)).body.properties).toEqual(properties);
  const changed = await door.ask("PATCH", "products/starter", { body: { properties: { subscriptionsLimit: null } } });
  expect(changed.body.properties).not.toHaveProperty("subscriptionsLimit");
  expect((await put("starter", { ...properties, subscriptionsLimit: null })).body.properties).not.toHaveProperty(
    "subscriptionsLimit",
  );
  expect((await door.ask("GET", "products", { query: "$filter=state eq 'published'" })).body.count).toBe(1);
});

test.each([
  [{ displayName: "" }, "displayName"],
  [{}, "displayName"],
  [{ displayName: "x".repeat(301) }, "displayName"],
  [{ displayName: "X", description: "x".repeat(1001) }, "description"],
  [{ displayName: "X", state: "hidden" }, "state"],
  [{ displayName: "X", subscriptionsLimit: -1 }, "subscriptionsLimit"],
  [{ displayName: "X", subscriptionRequired: false, approvalRequired: true }, "approvalRequired"],
  [{ displayName: "X", subscriptionRequired: false, subscriptionsLimit: 1 }, "subscriptionsLimit"],
  [{ displayName: "X", price: 1 }, "price"],
])("400: %j", async (properties, target) => {
  const refused = await put("bad", properties);
  expect(refused.status).toBe(400);
  expect(refused.body.error.details[0].target.replace("properties.", "")).toBe(target);
});

test("201, 200, 204: an API is put into a product without a body, and shown as itself", async () => {
  const made = await door.ask("PUT", "products/starter/apis/ORDERS");
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    id: `${serviceId}/products/starter/apis/Orders`,
    type: "Microsoft.ApiManagement/service/products/apis",
    name: "Orders",
    properties: { displayName: "Orders", path: "orders", apiRevision: "1", isCurrent: true },
  });
  expect((await door.ask("PUT", "products/starter/apis/orders")).status).toBe(200);
  await door.ask("PUT", "products/starter/apis/books");
  expect((await door.ask("HEAD", "products/starter/apis/orders")).status).toBe(204);
  expect((await door.ask("HEAD", "products/starter/apis/absent")).status).toBe(404);
  const list = await door.ask("GET", "products/starter/apis");
  expect(
    list.body.value.map(({ properties }: { properties: { displayName: string } }) => properties.displayName),
  ).toEqual(["Books", "Orders"]);
  const found = await door.ask("GET", "products/starter/apis", { query: "$filter=contains(description,'orders')" });
  expect(found.body).toMatchObject({ count: 1, value: [{ id: `${serviceId}/products/starter/apis/Orders` }] });
});

test("200: the products of an API", async () => {
  await put("other", { displayName: "Other" });
  await door.ask("PUT", "products/other/apis/orders");
  const list = await door.ask("GET", "apis/orders/products");
  expect(list.body.count).toBe(2);
  expect(list.body.value[0]).toMatchObject({
    id: `${serviceId}/products/other`,
    type: "Microsoft.ApiManagement/service/apis/products",
    name: "other",
  });
  expect(
    (await door.ask("GET", "apis/orders/products", { query: "$filter=displayName eq 'Starter'" })).body.count,
  ).toBe(1);
  expect((await door.ask("GET", "apis/books/products")).body.count).toBe(1);
  expect((await door.ask("GET", "apis/absent/products")).status).toBe(404);
  expect((await door.ask("DELETE", "apis/orders/products/other")).status).toBe(405);
});

test("400: an absent API, or one revision of one", async () => {
  const absent = await door.ask("PUT", "products/starter/apis/absent");
  expect(absent.status).toBe(400);
  expect(absent.body.error.details[0]).toMatchObject({ target: "apiId", message: "/apis/absent does not exist." });
  await door.ask("PUT", "apis/orders;rev=2", { body: { properties: { sourceApiId: "/apis/orders" } } });
  expect((await door.ask("PUT", "products/starter/apis/orders;rev=2")).status).toBe(400);
});

test("400: an API is in one open product at most", async () => {
  const open = { displayName: "Open", subscriptionRequired: false };
  await put("open", open);
  await put("open-2", open);
  expect((await door.ask("PUT", "products/open/apis/books")).status).toBe(201);
  const second = await door.ask("PUT", "products/open-2/apis/books");
  expect(second.status).toBe(400);
  expect(second.body.error.details[0].message).toContain("open product 'open'");
  const opened = await door.ask("PATCH", "products/starter", {
    body: { properties: { subscriptionRequired: false, approvalRequired: null } },
  });
  expect(opened.status).toBe(400);
  expect(opened.body.error.details[0].target).toBe("subscriptionRequired");
});

test("409: a product with subscriptions is deleted only with them", async () => {
  await door.ask("PUT", "subscriptions/s", { body: { properties: { displayName: "S", scope: "/products/starter" } } });
  const refused = await door.ask("DELETE", "products/starter");
  expect(refused.status).toBe(409);
  expect(refused.body.error.details[0].target).toBe("/subscriptions/s");
  expect((await door.ask("DELETE", "products/starter", { query: "deleteSubscriptions=true" })).status).toBe(200);
  expect((await door.ask("GET", "subscriptions/s")).status).toBe(404);
  expect((await door.ask("GET", "apis/orders")).status).toBe(200);
});

test("403, 404, 412, 204", async () => {
  expect(
    (await door.ask("PUT", "products/r", { body: { properties: { displayName: "R" } }, role: "reader" })).status,
  ).toBe(403);
  expect((await door.ask("PUT", "products/other/apis/books", { role: "reader" })).status).toBe(403);
  expect((await door.ask("GET", "products/absent")).status).toBe(404);
  expect((await door.ask("PUT", "products/absent/apis/books")).status).toBe(404);
  expect((await door.ask("DELETE", "products/other", { headers: { "if-match": '"AAAAAAAAAAE="' } })).status).toBe(412);
  expect((await door.ask("DELETE", "products/other/apis/absent")).status).toBe(204);
  expect((await door.ask("DELETE", "products/other/apis/orders")).status).toBe(200);
});
