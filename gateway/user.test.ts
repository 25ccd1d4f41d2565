import { afterAll, beforeAll, expect, test } from "vitest";
import type { GatewayDocument, UserDocument } from "@/contract/documents";
import { api, defaultGlobalPolicy, operation, policy, subscription } from "./testing/documents";
import { type GatewayFixture, startGateway } from "./testing/start-gateway";

const user = (name: string, given: Partial<UserDocument> = {}): GatewayDocument => ({
  id: `/users/${name.toLowerCase()}`,
  name,
  type: "users",
  properties: {
    email: `${name}@example.com`,
    firstName: name,
    lastName: "L",
    note: null,
    state: "active",
    registeredAt: "2026-01-02T03:04:05.000Z",
    identities: [{ provider: "Basic", id: `${name}@example.com` }],
    ...given,
  },
});
const group = (name: string, displayName: string): GatewayDocument => ({
  id: `/groups/${name}`,
  name,
  type: "groups",
  properties: { displayName },
});
const member = (groupName: string, userName: string): GatewayDocument => {
  const [groupId, userId] = [`/groups/${groupName}`, `/users/${userName}`];
  return { id: `${groupId}${userId}`, name: userName, type: "groups/users", properties: { groupId, userId } };
};
const ofProduct = (groupName: string): GatewayDocument => {
  const [productId, groupId] = ["/products/p", `/groups/${groupName}`];
  return { id: `${productId}${groupId}`, name: groupName, type: "products/groups", properties: { productId, groupId } };
};
const owned = (name: string, ownerId: string | null): GatewayDocument => {
  const made = subscription(name, `key-${name}`, "/products/p");
  return { ...made, properties: { ...made.properties, ownerId } };
};

const say = `@{
  var user = context.User;
  var own = user == null ? "nobody" : user.Id + " " + user.Email + " " + user.FirstName + " " + user.LastName
    + " " + user.RegistrationDate.ToString("yyyy-MM-dd") + " " + (user.Note ?? "-")
    + " [" + string.Join(",", user.Groups.Select(g => g.Id + "=" + g.Name)) + "]"
    + " [" + string.Join(",", user.Identities.Select(i => i.Provider + "=" + i.Id)) + "]";
  var product = context.Product == null ? "" : string.Join(",", context.Product.Groups.Select(g => g.Name));
  return own + "; " + product;
}`;

let gateway: GatewayFixture;
beforeAll(async () => {
  gateway = await startGateway([
    defaultGlobalPolicy,
    api("a", { subscriptionRequired: true }),
    operation("a", "GET", "/x"),
    {
      id: "/products/p",
      name: "p",
      type: "products",
      properties: { displayName: "P", subscriptionRequired: true, approvalRequired: false, published: true },
    },
    {
      id: "/products/p/apis/a",
      name: "a",
      type: "products/apis",
      properties: { productId: "/products/p", apiId: "/apis/a" },
    },
    policy(
      "/apis/a",
      `<policies><inbound><base /><return-response><set-body>${say.replaceAll("<", "&lt;").replaceAll('"', "&quot;")}</set-body></return-response></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`,
    ),
    user("Ada", { note: "First" }),
    user("bob"),
    group("developers", "Developers"),
    group("partners", "Partners"),
    member("developers", "ada"),
    member("partners", "ada"),
    member("absent", "ada"),
    ofProduct("developers"),
    owned("ada", "/users/ada"),
    owned("bob", "/users/bob"),
    owned("lost", "/users/lost"),
    owned("nobody", null),
  ]);
});
afterAll(() => gateway.close());

async function ask(name: string): Promise<string> {
  const response = await fetch(`${gateway.url}/a/x`, { headers: { "Ocp-Apim-Subscription-Key": `key-${name}` } });
  return response.status === 200 ? response.text() : String(response.status);
}
const adas = (groups: string) => `Ada Ada@example.com Ada L 2026-01-02 First [${groups}] [Basic=Ada@example.com]`;

test("expressions see whom the subscription belongs to, with groups and identities", async () => {
  expect(await ask("ada")).toBe(`${adas("developers=Developers,partners=Partners")}; Developers`);
  expect(await ask("bob")).toBe("bob bob@example.com bob L 2026-01-02 - [] [Basic=bob@example.com]; Developers");
  expect(await ask("lost")).toBe("nobody; Developers");
  expect(await ask("nobody")).toBe("nobody; Developers");
});

test("changes of users, groups and memberships are seen by the next request", async () => {
  gateway.change({ put: [group("developers", "Makers")], remove: ["/groups/partners/users/ada"] });
  expect(await ask("ada")).toBe(`${adas("developers=Makers")}; Makers`);
  gateway.change({ put: [member("partners", "bob"), ofProduct("partners")] });
  expect(await ask("bob")).toBe(
    "bob bob@example.com bob L 2026-01-02 - [partners=Partners] [Basic=bob@example.com]; Makers,Partners",
  );
  gateway.change({ remove: ["/products/p/groups/developers", "/groups/developers"] });
  expect(await ask("ada")).toBe(`${adas("")}; Partners`);
  gateway.change({ put: [user("Ada", { note: "First" })], remove: ["/users/bob"] });
  expect(await ask("bob")).toBe("nobody; Partners");
});

test("the subscriptions of a user who is blocked open nothing", async () => {
  gateway.change({ put: [user("Ada", { note: "First", state: "blocked" })] });
  expect(await ask("ada")).toBe("401");
  gateway.change({ put: [user("Ada", { note: "First", state: "active" })] });
  expect(await ask("ada")).toBe(`${adas("")}; Partners`);
  expect(gateway.unexpected).toEqual([]);
});
