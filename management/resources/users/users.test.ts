import { afterAll, beforeAll, expect, test } from "vitest";
import { serviceId } from "@/lib/service-id";
import { type Door, openDoor } from "../../testing/door";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
const put = (id: string, properties: object) => door.ask("PUT", `users/${id}`, { body: { properties } as never });
const ada = { email: "Ada@example.com", firstName: "Ada", lastName: "Lovelace" };
const names = (body: { value: { name: string }[] }) => body.value.map(({ name }) => name).sort();

test("201: a new user has Azure's defaults and is a developer", async () => {
  const made = await put("Ada", { ...ada, password: "a secret", confirmation: "signup", appType: "portal" });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ id: `${serviceId}/users/Ada`, type: "Microsoft.ApiManagement/service/users" });
  expect(made.body.properties).toEqual({
    ...ada,
    state: "active",
    identities: [{ provider: "Basic", id: "Ada@example.com" }],
    registrationDate: expect.stringMatching(/^20\d\d-.*Z$/),
  });
  expect(names((await door.ask("GET", "users/ada/groups")).body)).toEqual(["developers"]);
  expect(names((await door.ask("GET", "groups/developers/users")).body)).toEqual(["1", "Ada"]);
});

test("200: what is changed changes, what is left out of a PATCH stays, and the password is told to nobody", async () => {
  const patched = await door.ask("PATCH", "users/ada", { body: { properties: { note: "First", state: "blocked" } } });
  expect(patched.body.properties).toMatchObject({ ...ada, note: "First", state: "blocked" });
  const put2 = await put("ada", { ...ada, identities: [{ provider: "Aad", id: "x" }] });
  expect(put2.status).toBe(200);
  expect(put2.body.properties.identities).toEqual([{ provider: "Aad", id: "x" }]);
  expect(JSON.stringify([patched.body, put2.body, (await door.ask("GET", "users")).body])).not.toContain("password");
  const stored = await door.store.read("/users/ada");
  expect(JSON.stringify(stored?.properties)).not.toContain("a secret");
});

test("200: lists say whose groups and subscriptions they are", async () => {
  await put("bob", { email: "bob@example.com", firstName: "Bob", lastName: "B" });
  for (const [name, owner] of [
    ["of-ada", "/users/Ada"],
    ["of-bob", `${serviceId}/users/bob`],
  ]) {
    const properties = {
      displayName: name as string,
      scope: "/apis",
      ownerId: owner as string,
      primaryKey: `key-${name}`,
    };
    expect((await door.ask("PUT", `subscriptions/${name}`, { body: { properties } })).status).toBe(201);
  }
  const { body } = await door.ask("GET", "users/ada/subscriptions");
  expect(body).toMatchObject({
    count: 1,
    value: [
      {
        id: `${serviceId}/users/ada/subscriptions/of-ada`,
        type: "Microsoft.ApiManagement/service/users/subscriptions",
        properties: { ownerId: `${serviceId}/users/ada`, scope: `${serviceId}/apis` },
      },
    ],
  });
  expect(JSON.stringify(body)).not.toMatch(/primaryKey|\$secret/);
  const filtered = await door.ask("GET", "users", { query: "$filter=firstName eq 'Bob'&expandGroups=true" });
  expect(filtered.body.value.map(({ properties }: never) => (properties as { groups: object[] }).groups)).toEqual([
    [expect.objectContaining({ displayName: "Developers", builtIn: true })],
  ]);
});

test.each([
  [{ ...ada, email: "ada@EXAMPLE.com" }, "email"],
  [{ ...ada, email: "nobody" }, "email"],
  [{ email: "c@example.com", firstName: "C" }, "lastName"],
  [{ email: "c@example.com", firstName: "", lastName: "C" }, "firstName"],
  [{ ...ada, email: "c@example.com", state: "asleep" }, "state"],
  [{ ...ada, email: "c@example.com", identities: [{ id: "x" }] }, "identities[0].provider"],
  [{ ...ada, email: "c@example.com", level: 1 }, "level"],
])("400: %j", async (properties, target) => {
  const refused = await put("other", properties);
  expect(refused.status).toBe(400);
  expect(refused.body.error.details[0].target.replace("properties.", "")).toBe(target);
});

test("409: a user who has subscriptions stays, unless they are to go as well; memberships go in any case", async () => {
  expect((await door.ask("DELETE", "users/bob")).status).toBe(409);
  expect((await door.ask("DELETE", "users/bob", { query: "deleteSubscriptions=true" })).status).toBe(200);
  for (const path of ["users/bob", "subscriptions/of-bob", "groups/developers/users/bob"]) {
    expect([path, (await door.ask("GET", path)).status]).toEqual([path, 404]);
  }
  expect((await door.ask("GET", "subscriptions/of-ada")).status).toBe(200);
  expect((await door.ask("DELETE", "users/1")).status).toBe(409);
});
