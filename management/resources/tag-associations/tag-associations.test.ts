import { afterAll, beforeAll, expect, test } from "vitest";
import { serviceId } from "@/lib/service-id";
import { type Door, openDoor } from "../../testing/door";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  await door.ask("PUT", "tags/Blue", { body: { properties: { displayName: "The blue ones" } } });
  await door.ask("PUT", "tags/red", { body: { properties: { displayName: "The red ones" } } });
  await door.ask("PUT", "apis/orders", { body: { properties: { displayName: "Orders", path: "orders" } } });
  await door.ask("PUT", "apis/orders/operations/list", {
    body: { properties: { displayName: "List", method: "GET", urlTemplate: "/" } },
  });
  await door.ask("PUT", "products/starter", { body: { properties: { displayName: "Starter" } } });
});
afterAll(() => door.close());

test.each(["apis/orders", "apis/orders/operations/list", "products/starter"])(
  "201, 200, 409, 204: tags of %s",
  async (owner) => {
    const made = await door.ask("PUT", `${owner}/tags/blue`);
    expect(made.status).toBe(201);
    const tag = {
      id: `${serviceId}/tags/Blue`,
      type: "Microsoft.ApiManagement/service/tags",
      name: "Blue",
      properties: { displayName: "The blue ones" },
    };
    expect(made.body).toEqual(tag);
    expect((await door.ask("PUT", `${owner}/tags/BLUE`)).status).toBe(200);
    await door.ask("PUT", `${owner}/tags/red`);
    expect((await door.ask("GET", `${owner}/tags/blue`)).body).toEqual(tag);
    expect((await door.ask("HEAD", `${owner}/tags/blue`)).status).toBe(200);
    expect((await door.ask("GET", `${owner}/tags`)).body.count).toBe(2);
    expect((await door.ask("GET", `${owner}/tags`, { query: "$filter=contains(displayName,'blue')" })).body).toEqual({
      value: [tag],
      count: 1,
    });

    const absent = await door.ask("PUT", `${owner}/tags/absent`);
    expect(absent.status).toBe(400);
    expect(absent.body.error.details[0].target).toBe("tagId");
    expect((await door.ask("GET", `${owner}/tags/absent`)).status).toBe(404);
    expect((await door.ask("PUT", `${owner}/tags/red`, { role: "reader" })).status).toBe(403);
    expect((await door.ask("DELETE", `${owner}/tags/blue`, { headers: { "if-match": '"AAAAAAAAAAE="' } })).status).toBe(
      412,
    );
    expect((await door.ask("DELETE", `${owner}/tags/blue`)).status).toBe(200);
    expect((await door.ask("DELETE", `${owner}/tags/blue`)).status).toBe(204);
    expect((await door.ask("DELETE", `${owner}/tags/red`)).status).toBe(200);
  },
);

test("404: tags of what is absent", async () => {
  expect((await door.ask("PUT", "apis/absent/tags/blue")).status).toBe(404);
  expect((await door.ask("GET", "products/absent/tags")).status).toBe(404);
});
