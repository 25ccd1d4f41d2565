import { afterAll, beforeAll, expect, test } from "vitest";
import { serviceId } from "@/lib/service-id";
import { type Door, openDoor } from "../../testing/door";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  const ada = { email: "ada@example.com", firstName: "Ada", lastName: "Lovelace" };
  await door.ask("PUT", "users/Ada", { body: { properties: ada } });
  await door.ask("PUT", "products/starter", { body: { properties: { displayName: "Starter" } } });
});
afterAll(() => door.close());
const put = (id: string, properties: object) => door.ask("PUT", `groups/${id}`, { body: { properties } as never });
const names = (body: { value: { name: string }[] }) => body.value.map(({ name }) => name).sort();

test("200: the three groups of Azure are there from the start", async () => {
  const { body } = await door.ask("GET", "groups");
  expect(names(body)).toEqual(["administrators", "developers", "guests"]);
  expect(body.value[1].properties).toMatchObject({ displayName: "Developers", type: "system", builtIn: true });
  const same = await put("guests", (await door.ask("GET", "groups/guests")).body.properties);
  expect([same.status, same.body.properties.builtIn]).toEqual([200, true]);
});

test("201: a group of one's own, and one from elsewhere", async () => {
  const made = await put("Partners", { displayName: "Partners", description: "d" });
  expect(made.status).toBe(201);
  expect(made.body.properties).toEqual({
    displayName: "Partners",
    description: "d",
    type: "custom",
    builtIn: false,
    externalId: null,
  });
  const external = { displayName: "X", type: "external", externalId: "aad://a.example/groups/1" };
  expect((await put("external", external)).body.properties).toMatchObject(external);
});

test("201: users are put into groups and groups into products; each is shown as what it stands for", async () => {
  const member = await door.ask("PUT", "groups/partners/users/ada");
  expect(member.status).toBe(201);
  expect(member.body).toMatchObject({
    id: `${serviceId}/groups/partners/users/Ada`,
    type: "Microsoft.ApiManagement/service/groups/users",
    name: "Ada",
    properties: { email: "ada@example.com", state: "active" },
  });
  expect((await door.ask("HEAD", "groups/partners/users/ada")).status).toBe(204);
  expect((await door.ask("HEAD", "groups/external/users/ada")).status).toBe(404);
  expect(names((await door.ask("GET", "groups/partners/users")).body)).toEqual(["Ada"]);
  expect(names((await door.ask("GET", "users/ada/groups")).body)).toEqual(["Partners", "developers"]);
  const filtered = await door.ask("GET", "users/ada/groups", { query: "$filter=displayName eq 'Partners'" });
  expect(filtered.body.value).toMatchObject([
    { id: `${serviceId}/users/ada/groups/Partners`, type: "Microsoft.ApiManagement/service/users/groups" },
  ]);
  const link = await door.ask("PUT", "products/starter/groups/partners");
  expect(link.status).toBe(201);
  expect(link.body).toMatchObject({
    type: "Microsoft.ApiManagement/service/products/groups",
    name: "Partners",
    properties: { displayName: "Partners", builtIn: false },
  });
  expect(names((await door.ask("GET", "products/starter/groups")).body)).toEqual(["Partners"]);
});

test.each([
  ["groups/new", { displayName: "" }, "displayName"],
  ["groups/new", { displayName: "x".repeat(301) }, "displayName"],
  ["groups/new", { displayName: "N", type: "system" }, "type"],
  ["groups/new", { displayName: "N", type: "external" }, "externalId"],
  ["groups/new", { displayName: "N", level: 1 }, "level"],
  ["groups/guests", { displayName: "Strangers" }, "displayName"],
  ["groups/partners/users/absent", null, "userId"],
  ["groups/guests/users/ada", null, "groupId"],
  ["products/starter/groups/absent", null, "groupId"],
])("400: %s %j", async (path, properties, target) => {
  const refused = await door.ask("PUT", path, properties === null ? {} : { body: { properties } });
  expect(refused.status).toBe(400);
  expect(refused.body.error.details[0].target.replace("properties.", "")).toBe(target);
});

test("409: a built-in group stays; 200: another goes, with all that it was put into", async () => {
  expect((await door.ask("DELETE", "groups/developers")).status).toBe(409);
  expect((await door.ask("DELETE", "groups/partners")).status).toBe(200);
  expect((await door.ask("GET", "groups/partners/users/ada")).status).toBe(404);
  expect(names((await door.ask("GET", "products/starter/groups")).body)).toEqual([]);
  expect(names((await door.ask("GET", "users/ada/groups")).body)).toEqual(["developers"]);
});
