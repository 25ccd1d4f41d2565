import { afterAll, beforeAll, expect, test } from "vitest";
import { type Door, openDoor } from "../testing/door";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const backend = (url: string, more: object = {}) => ({ properties: { url, protocol: "http", ...more } }) as never;

/** Writes and answers with the revision that did it. */
async function write(method: string, path: string, body?: object, query?: string): Promise<number> {
  const answer = await door.ask(method, path, { body: body as never, query });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return door.store.revision();
}
const undo = (revision: number | string) => door.ask("POST", `changes/${revision}/undo`);
const targets = (body: { error: { details: { target: string }[] } }) => body.error.details.map(({ target }) => target);

test("200: an update, a creation and a removal are undone, and the undoing of each", async () => {
  const made = await write("PUT", "backends/a", backend("http://one.test"));
  const changed = await write("PUT", "backends/a", backend("http://two.test"));
  const undone = await undo(changed);
  expect([undone.status, undone.body]).toEqual([200, { revision: changed + 1 }]);
  expect((await door.ask("GET", "backends/a")).body.properties.url).toBe("http://one.test");
  const change = (await door.ask("GET", `changes/${changed + 1}`)).body;
  expect(change).toMatchObject({
    title: `Undo revision ${changed}`,
    origin: { kind: "undo", revision: changed },
    actor: { id: "test-owner" },
  });
  expect(change.entries[0].differences).toEqual([{ path: "url", before: "http://two.test", after: "http://one.test" }]);

  const redone = (await undo(changed + 1)).body.revision;
  expect((await door.ask("GET", "backends/a")).body.properties.url).toBe("http://two.test");
  await undo(redone);

  const removed = await write("DELETE", "backends/a");
  expect((await undo(removed)).status).toBe(200);
  expect((await door.ask("GET", "backends/a")).body).toMatchObject({
    name: "a",
    properties: { url: "http://one.test" },
  });
  expect((await undo(made)).status).toBe(200);
  expect((await door.ask("GET", "backends/a")).status).toBe(404);
});

test("200 with revision null: there is nothing left to undo", async () => {
  const made = await write("PUT", "backends/once", backend("http://one.test"));
  expect((await undo(made)).body.revision).toBe(made + 1);
  expect((await undo(made)).body).toEqual({ revision: null });
});

test("200: a secret comes back as it was", async () => {
  const put = (value: string) =>
    write("PUT", "namedValues/pin", { properties: { displayName: "pin", value, secret: true } });
  await put("first-secret");
  const changed = await put("second-secret");
  expect((await undo(changed)).status).toBe(200);
  expect((await door.ask("POST", "namedValues/pin/listValue")).body.value).toBe("first-secret");
  const log = JSON.stringify([
    (await door.ask("GET", "namedValues/pin/history")).body,
    (await door.ask("GET", `changes/${changed}`)).body,
  ]);
  expect(log).not.toContain("-secret");
  const entry = (await door.ask("GET", `changes/${changed}`)).body.entries[0];
  expect(entry.differences).toEqual([{ path: "value", secret: true }]);
});

test("200: a whole API comes back with its operations and policies, and what it refers to is held again", async () => {
  await write("PUT", "backends/held", backend("http://held.test"));
  await write("PUT", "apis/orders", { properties: { displayName: "Orders", path: "orders" } });
  await write("PUT", "apis/orders/operations/List", {
    properties: { displayName: "List", method: "GET", urlTemplate: "/" },
  });
  const value = `<policies><inbound><base /><set-backend-service backend-id="held" /></inbound></policies>`;
  await write("PUT", "apis/orders/policies/policy", { properties: { value, format: "xml" } });
  const removed = await write("DELETE", "apis/orders");
  await write("DELETE", "backends/held");
  const gone = await undo(removed);
  expect([gone.status, targets(gone.body)]).toEqual([409, ["/backends/held"]]);
  await undo(removed + 1);
  expect((await undo(removed)).status).toBe(200);
  expect((await door.ask("GET", "apis/orders/operations/list")).body.name).toBe("List");
  expect((await door.ask("GET", "apis/orders/policies/policy")).status).toBe(200);
  expect((await door.ask("DELETE", "backends/held")).status).toBe(409);
});

test("200: a reference by name to a named value holds it again", async () => {
  await write("PUT", "namedValues/team", { properties: { displayName: "team", value: "blue" } });
  await write(
    "PUT",
    "backends/team",
    backend("http://team.test", { credentials: { header: { "x-team": ["{{team}}"] } } }),
  );
  const removed = await write("DELETE", "backends/team");
  expect((await undo(removed)).status).toBe(200);
  expect((await door.ask("DELETE", "namedValues/team")).status).toBe(409);
});

test("409: what was changed since is named, and nothing is undone", async () => {
  const first = await write("PUT", "backends/moved", backend("http://one.test"));
  await write("PUT", "backends/moved", backend("http://two.test"));
  const refused = await undo(first);
  expect(refused.status).toBe(409);
  expect(refused.body.error.code).toBe("Conflict");
  expect(refused.body.error.message).toContain("/backends/moved was changed since");
  expect(targets(refused.body)).toEqual(["/backends/moved"]);
  expect((await door.ask("GET", "backends/moved")).body.properties.url).toBe("http://two.test");
});

test("200: what was changed back since is as if it had not been", async () => {
  const first = await write("PUT", "backends/back", backend("http://one.test"));
  const second = await write("PUT", "backends/back", backend("http://two.test"));
  await write("PUT", "backends/back", backend("http://three.test"));
  await write("PUT", "backends/back", backend("http://two.test"));
  expect((await undo(second)).status).toBe(200);
  expect((await door.ask("GET", "backends/back")).body.properties.url).toBe("http://one.test");
  expect((await undo(first)).status).toBe(200);
});

test("409: what is used by now, or has more below it by now, stays", async () => {
  const made = await write("PUT", "apis/grown", { properties: { displayName: "Grown", path: "grown" } });
  await write("PUT", "apis/grown/operations/late", {
    properties: { displayName: "Late", method: "GET", urlTemplate: "/" },
  });
  const grown = await undo(made);
  expect([grown.status, targets(grown.body)]).toEqual([409, ["/apis/grown/operations/late"]]);
  const used = await write("PUT", "backends/used", backend("http://used.test"));
  await write("PUT", "backends/pool", { properties: { type: "Pool", pool: { services: [{ id: "/backends/used" }] } } });
  const inUse = await undo(used);
  expect([inUse.status, targets(inUse.body)]).toEqual([409, ["/backends/pool"]]);
});

test("409: a path or a name that was given to another meanwhile", async () => {
  await write("PUT", "apis/early", { properties: { displayName: "Early", path: "shared" } });
  const removed = await write("DELETE", "apis/early");
  await write("PUT", "apis/later", { properties: { displayName: "Later", path: "shared" } });
  const refused = await undo(removed);
  expect([refused.status, targets(refused.body)]).toEqual([409, ["/apis/early"]]);
  expect(refused.body.error.message).toContain("'Later'".replace("Later", "later"));
  expect((await door.ask("GET", "apis/early")).status).toBe(404);
});

test("409: an operation whose method and template another has by now; 200 once that is gone", async () => {
  const operation = (template: string) => ({
    properties: {
      ...{ displayName: "Item", method: "GET", urlTemplate: template },
      templateParameters: [{ name: template.slice(2, -1), type: "string", required: true }],
    },
  });
  await write("PUT", "apis/items", { properties: { displayName: "Items", path: "items" } });
  await write("PUT", "apis/items/operations/one", operation("/{id}"));
  const removed = await write("DELETE", "apis/items/operations/one");
  await write("PUT", "apis/items/operations/two", operation("/{key}"));
  const refused = await undo(removed);
  expect([refused.status, targets(refused.body)]).toEqual([409, ["/apis/items/operations/one"]]);
  expect(refused.body.error.message).toContain("/apis/items/operations/two has the same method and template");
  await write("DELETE", "apis/items/operations/two");
  expect((await undo(removed)).status).toBe(200);
});

test("200 with revision null: into a draft, which alone shows it", async () => {
  await write("PUT", "backends/drafted", backend("http://one.test"));
  const changed = await write("PUT", "backends/drafted", backend("http://two.test"));
  await door.ask("PUT", "drafts/d", { body: { title: "Back" } });
  const undone = await door.ask("POST", `changes/${changed}/undo`, { query: "draft=d" });
  expect([undone.status, undone.body]).toEqual([200, { revision: null }]);
  expect((await door.ask("GET", "backends/drafted")).body.properties.url).toBe("http://two.test");
  const drafted = await door.ask("GET", "backends/drafted", { query: "draft=d" });
  expect(drafted.body.properties.url).toBe("http://one.test");
});

test("200: a release is undone, and the revision that was current is so again", async () => {
  await write("PUT", "apis/rel", { properties: { displayName: "Rel", path: "rel" } });
  await write("PUT", "apis/rel;rev=2", {
    properties: { displayName: "Rel two", path: "rel", sourceApiId: "/apis/rel" },
  });
  const released = await write("PUT", "apis/rel/releases/r", { properties: { apiId: "/apis/rel;rev=2" } });
  expect((await door.ask("GET", "apis/rel")).body.properties).toMatchObject({
    apiRevision: "2",
    displayName: "Rel two",
  });
  const undone = await undo(released);
  expect(undone.status, JSON.stringify(undone.body)).toBe(200);
  expect((await door.ask("GET", "apis/rel")).body.properties).toMatchObject({ apiRevision: "1", displayName: "Rel" });
  expect((await undo(undone.body.revision)).status).toBe(200);
  expect((await door.ask("GET", "apis/rel")).body.properties).toMatchObject({ apiRevision: "2" });
});

test("403, 404, 405, 409 for the first change", async () => {
  expect((await door.ask("POST", "changes/2/undo", { role: "reader" })).status).toBe(403);
  expect((await door.ask("POST", "changes/2/undo", { role: null })).status).toBe(401);
  for (const revision of ["0", "99999", "x", "-1", "1.5"]) expect((await undo(revision)).status).toBe(404);
  expect((await door.ask("GET", "changes/2/undo")).status).toBe(405);
  expect((await undo(1)).status).toBe(409);
  expect((await door.ask("GET", "backends/echo")).status).toBe(200);
});
