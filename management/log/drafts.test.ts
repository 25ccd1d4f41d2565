import { afterAll, beforeEach, expect, test } from "vitest";
import { type Door, openDoor } from "../testing/door";

let door: Door;
const doors: Door[] = [];
beforeEach(async () => {
  door = await openDoor();
  doors.push(door);
  await put("backends/a", backend("http://live.test"));
  expect((await door.ask("PUT", "drafts/d1", { body: { title: "Move to two" } })).status).toBe(201);
});
afterAll(() => Promise.all(doors.map((each) => each.close())));

const backend = (url: string, more: object = {}) => ({ url, protocol: "http", ...more });
const put = (path: string, properties: object, query?: string, headers?: Record<string, string>) =>
  door.ask("PUT", path, { body: { properties } as never, query, headers });
const get = async (path: string, query?: string) => (await door.ask("GET", path, { query })).body;
const publish = () => door.ask("POST", "drafts/d1/publish");
const ids = (list: { id: string }[]) => list.map(({ id }) => id);
const targets = (body: { error: { details: { target: string }[] } }) => body.error.details.map(({ target }) => target);

test("what is written to a draft is seen in it and nowhere else, until it is published as one change", async () => {
  const before = await door.store.revision();
  expect((await put("backends/a", backend("http://two.test"), "draft=d1")).status).toBe(200);
  expect((await put("backends/New", backend("http://new.test"), "draft=d1")).status).toBe(201);
  expect((await put("apis/shop", { displayName: "Shop", path: "shop" }, "draft=d1")).status).toBe(201);
  const operation = { displayName: "List", method: "GET", urlTemplate: "/" };
  expect((await put("apis/shop/operations/list", operation, "draft=d1")).status).toBe(201);

  expect((await get("backends/a")).properties.url).toBe("http://live.test");
  expect((await door.ask("GET", "backends/new")).status).toBe(404);
  expect((await get("backends/a", "draft=d1")).properties.url).toBe("http://two.test");
  expect((await get("backends", "draft=d1")).value.map(({ name }: { name: string }) => name)).toEqual([
    "a",
    "echo",
    "New",
  ]);
  expect((await get("backends", "draft=d1&$filter=contains(url,'two')")).count).toBe(1);
  expect((await get("apis/shop/operations", "draft=d1")).count).toBe(1);
  expect(await door.store.revision()).toBe(before);

  const diff = await get("drafts/d1/diff");
  expect(diff).toMatchObject({ title: "Move to two", documentCount: 4, count: 4 });
  const entry = diff.value.find(({ id }: { id: string }) => id === "/backends/a");
  expect(entry).toMatchObject({ action: "update", changedSince: false });
  expect(entry.differences).toEqual([{ path: "url", before: "http://live.test", after: "http://two.test" }]);

  const published = await publish();
  expect([published.status, published.body]).toEqual([200, { revision: before + 1 }]);
  const change = await get(`changes/${before + 1}`);
  expect(change).toMatchObject({ title: "Move to two", origin: { kind: "draft", id: "d1" }, documentCount: 4 });
  expect((await get("backends/a")).properties.url).toBe("http://two.test");
  expect((await get("apis/shop/operations/list")).name).toBe("list");
  expect((await door.ask("GET", "drafts/d1")).status).toBe(404);
  expect((await door.ask("POST", `changes/${before + 1}/undo`)).status).toBe(200);
  expect((await door.ask("GET", "apis/shop")).status).toBe(404);
});

test("a removal in a draft hides the whole tree, and goes with it", async () => {
  await put("apis/shop", { displayName: "Shop", path: "shop" });
  await put("apis/shop/operations/list", { displayName: "List", method: "GET", urlTemplate: "/" });
  expect((await door.ask("DELETE", "apis/shop", { query: "draft=d1" })).status).toBe(200);
  expect((await door.ask("GET", "apis/shop", { query: "draft=d1" })).status).toBe(404);
  expect((await door.ask("GET", "apis/shop/operations/list", { query: "draft=d1" })).status).toBe(404);
  expect((await get("apis", "draft=d1")).count).toBe(0);
  expect((await door.ask("GET", "apis/shop/operations/list")).status).toBe(200);
  await put("apis/shop/operations/later", { displayName: "Later", method: "GET", urlTemplate: "/later" });
  const refused = await publish();
  expect([refused.status, targets(refused.body)]).toEqual([409, ["/apis/shop/operations/later"]]);
  await door.ask("DELETE", "apis/shop/operations/later");
  expect((await publish()).status).toBe(200);
  expect((await door.ask("GET", "apis/shop")).status).toBe(404);
});

test("a secret drafted is kept sealed, and is there once published", async () => {
  const named = { displayName: "pin", value: "drafted-secret", secret: true };
  expect((await put("namedValues/pin", named, "draft=d1")).status).toBe(201);
  await put("namedValues/pin", { displayName: "pin", secret: true, tags: ["x"] }, "draft=d1");
  expect(JSON.stringify([await get("drafts/d1/diff"), await door.store.drafts.list()])).not.toContain("drafted-secret");
  await publish();
  expect((await door.ask("POST", "namedValues/pin/listValue")).body.value).toBe("drafted-secret");
});

test("ETags of a draft hold whatever happens elsewhere, and change with each write to it", async () => {
  const first = await put("backends/a", backend("http://two.test"), "draft=d1");
  const etag = first.headers.get("etag") ?? "";
  await put("backends/other", backend("http://other.test"));
  await put("backends/new", backend("http://new.test"), "draft=d1");
  expect((await door.ask("GET", "backends/a", { query: "draft=d1" })).headers.get("etag")).toBe(etag);
  const second = await put("backends/a", backend("http://three.test"), "draft=d1", { "if-match": etag });
  expect(second.status).toBe(200);
  expect(second.headers.get("etag")).not.toBe(etag);
  expect((await door.ask("GET", "backends/a", { query: "draft=d1" })).headers.get("etag")).toBe(
    second.headers.get("etag"),
  );
  expect((await put("backends/a", backend("http://four.test"), "draft=d1", { "if-match": etag })).status).toBe(412);
  expect((await get("backends/a", "draft=d1")).properties.url).toBe("http://three.test");
});

test("parallel writes to one draft are all kept", async () => {
  const writes = Array.from({ length: 10 }, (_, n) => put(`backends/p${n}`, backend(`http://p${n}.test`), "draft=d1"));
  expect((await Promise.all(writes)).map(({ status }) => status)).toEqual(Array(10).fill(201));
  expect((await get("drafts/d1")).documentCount).toBe(10);
});

test("rules hold in a draft: 400, 404, 409, 412", async () => {
  expect((await put("backends/x", { protocol: "http" }, "draft=d1")).status).toBe(400);
  expect(
    (await put("apis/none/operations/o", { displayName: "O", method: "GET", urlTemplate: "/" }, "draft=d1")).status,
  ).toBe(404);
  await put("backends/pool", { type: "Pool", pool: { services: [{ id: "/backends/a" }] } }, "draft=d1");
  const inUse = await door.ask("DELETE", "backends/a", { query: "draft=d1" });
  expect([inUse.status, targets(inUse.body)]).toEqual([409, ["/backends/pool"]]);
  expect((await put("backends/a", backend("http://x.test"), "draft=d1", { "if-none-match": "*" })).status).toBe(412);
  expect((await get("drafts/d1")).documentCount).toBe(1);
});

test("409: documents that moved on since are named, and can be taken out", async () => {
  await put("backends/a", backend("http://two.test"), "draft=d1");
  await put("backends/b", backend("http://b.test"), "draft=d1");
  await put("backends/a", backend("http://elsewhere.test"));
  // Writing it again does not hide that it was drafted from an older state.
  await put("backends/a", backend("http://three.test"), "draft=d1");
  const diff = await get("drafts/d1/diff");
  expect(
    diff.value
      .filter(({ changedSince }: { changedSince: boolean }) => changedSince)
      .map(({ id }: { id: string }) => id),
  ).toEqual(["/backends/a"]);
  expect(diff.value[0].before.url).toBe("http://live.test");
  const refused = await publish();
  expect([refused.status, targets(refused.body)]).toEqual([409, ["/backends/a"]]);
  expect((await get("backends/a")).properties.url).toBe("http://elsewhere.test");
  expect((await door.ask("DELETE", "drafts/d1/documents", { query: "id=/backends/a" })).status).toBe(200);
  expect((await door.ask("DELETE", "drafts/d1/documents", { query: "id=/backends/a" })).status).toBe(204);
  expect((await publish()).status).toBe(200);
  expect((await get("backends/a")).properties.url).toBe("http://elsewhere.test");
  expect((await get("backends/b")).properties.url).toBe("http://b.test");
});

test("what others made equal meanwhile is no conflict", async () => {
  await put("backends/a", backend("http://two.test"), "draft=d1");
  await put("backends/b", backend("http://b.test"), "draft=d1");
  await put("backends/a", backend("http://two.test"));
  expect((await publish()).status).toBe(200);
  expect(ids((await get(`changes/${await door.store.revision()}`)).entries)).toEqual(["/backends/b"]);
});

test("documents that refer to one another in a circle are published together", async () => {
  const fragment = (to: string) => ({
    value: `<fragment>${to === "" ? "" : `<include-fragment fragment-id="${to}" />`}</fragment>`,
  });
  const first = await put("policyFragments/one", fragment(""), "draft=d1");
  expect(first.status, JSON.stringify(first.body)).toBe(201);
  await put("policyFragments/two", fragment("one"), "draft=d1");
  const circle = await put("policyFragments/one", fragment("two"), "draft=d1");
  // Where the language itself refuses circles there is nothing to publish in one.
  if (circle.status === 200) expect((await publish()).status).toBe(200);
  else expect(circle.status).toBe(400);
});

test("nothing drafted is published as nothing", async () => {
  await put("backends/a", backend("http://two.test"), "draft=d1");
  await put("backends/a", backend("http://live.test"), "draft=d1");
  expect((await get("drafts/d1")).documentCount).toBe(0);
  expect((await publish()).body).toEqual({ revision: null });
});

test("drafts are listed, renamed and discarded; bad requests are refused", async () => {
  const renamed = await door.ask("PUT", "drafts/d1", { body: { title: "Other title" } });
  expect([renamed.status, renamed.body.title, renamed.body.actor.id]).toEqual([200, "Other title", "test-owner"]);
  await door.ask("PUT", "drafts/d2", { body: { title: "Second" }, role: "editor" });
  expect(ids((await get("drafts")).value)).toEqual(["d2", "d1"]);
  expect((await door.ask("DELETE", "drafts/d1")).status).toBe(200);
  expect((await door.ask("DELETE", "drafts/d1")).status).toBe(204);
  for (const [method, path] of [
    ["GET", "drafts/d1"],
    ["GET", "drafts/d1/diff"],
    ["POST", "drafts/d1/publish"],
  ] as const) {
    expect((await door.ask(method, path)).status, path).toBe(404);
  }
  expect((await put("backends/a", backend("http://x.test"), "draft=none")).status).toBe(404);
  expect((await door.ask("GET", "backends/a", { query: "draft=none" })).status).toBe(404);
  for (const body of [undefined, {}, { title: "" }, { title: "x", more: 1 }, { title: 5 }]) {
    expect((await door.ask("PUT", "drafts/d3", { body: body as never })).status, JSON.stringify(body)).toBe(400);
  }
  expect((await door.ask("PUT", "drafts/-bad", { body: { title: "x" } })).status).toBe(400);
  expect((await door.ask("DELETE", "drafts/d2/documents")).status).toBe(400);
  for (const [method, path] of [
    ["PUT", "drafts/d2"],
    ["DELETE", "drafts/d2"],
    ["POST", "drafts/d2/publish"],
  ] as const) {
    expect((await door.ask(method, path, { role: "reader", body: { title: "x" } })).status, path).toBe(403);
  }
  expect(
    (
      await door.ask("PUT", "backends/a", {
        query: "draft=d2",
        role: "reader",
        body: { properties: backend("http://x.test") } as never,
      })
    ).status,
  ).toBe(403);
});

test("the drafts that change a document are told, and what they do to it", async () => {
  await door.ask("PUT", "drafts/d2", { body: { title: "Second" } });
  await put("backends/a", backend("http://two.test"), "draft=d1");
  await put("backends/new", backend("http://new.test"), "draft=d2");
  await door.ask("DELETE", "backends/a", { query: "draft=d2" });
  await put("backends/a", backend("http://three.test", { title: "Three" }), "draft=d1");
  const changing = async (id: string) =>
    (await get("drafts", `document=${id}`)).value.map((each: { id: string; action: string; changedSince: boolean }) => [
      each.id,
      each.action,
      each.changedSince,
    ]);
  expect(await changing("/backends/A")).toEqual([
    ["d1", "update", false],
    ["d2", "delete", false],
  ]);
  expect(await changing("/backends/new")).toEqual([["d2", "create", false]]);
  await put("backends/a", backend("http://elsewhere.test"));
  expect(await changing("/backends/a")).toEqual([
    ["d1", "update", true],
    ["d2", "delete", true],
  ]);
  expect(await changing("/backends/echo")).toEqual([]);
});

const rebase = (id: string, body: object = {}, headers: Record<string, string> = {}) =>
  door.ask("POST", "drafts/d1/rebase", { query: `id=${id}`, body: body as never, headers });
const entryOf = async (id: string) =>
  (await get("drafts/d1/diff")).value.find((entry: { id: string }) => entry.id === id);

test("a document that moved on is drafted anew: what others changed comes in, what the draft changes stands", async () => {
  await put("backends/a", backend("http://two.test", { title: "Drafted" }), "draft=d1");
  await put("backends/a", backend("http://elsewhere.test", { description: "By others" }));
  const moved = await entryOf("/backends/a");
  expect(moved).toMatchObject({ changedSince: true, live: { url: "http://elsewhere.test" } });
  expect(moved.liveRevision).toBe(await door.store.revision());
  expect(moved.etag).toBe((await door.ask("GET", "backends/a", { query: "draft=d1" })).headers.get("etag"));

  const answer = await rebase("/backends/a", { revision: moved.liveRevision }, { "if-match": moved.etag });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  const merged = { url: "http://two.test", title: "Drafted", description: "By others" };
  const entry = await entryOf("/backends/a");
  expect(entry).toMatchObject({ changedSince: false, before: { url: "http://elsewhere.test" }, after: merged });
  expect(entry.live).toBeUndefined();
  expect((await publish()).status).toBe(200);
  expect((await get("backends/a")).properties).toMatchObject(merged);
});

test("where both changed a property, the live one is taken when it is chosen", async () => {
  await put("backends/a", backend("http://two.test", { title: "Drafted" }), "draft=d1");
  await put("backends/a", backend("http://elsewhere.test"));
  expect((await rebase("/backends/a", { take: { url: "live" } })).status).toBe(200);
  expect((await get("backends/a", "draft=d1")).properties).toMatchObject({
    url: "http://elsewhere.test",
    title: "Drafted",
  });
  await put("backends/a", backend("http://third.test"));
  // With nothing left to change the draft leaves the document alone.
  expect((await rebase("/backends/a", { take: { url: "live", title: "live" } })).status).toBe(200);
  expect((await get("drafts/d1")).documentCount).toBe(0);
});

test("a choice that was made from older versions is refused, and changes nothing", async () => {
  await put("backends/a", backend("http://two.test"), "draft=d1");
  await put("backends/a", backend("http://elsewhere.test"));
  const { etag, liveRevision } = await entryOf("/backends/a");
  await put("backends/a", backend("http://third.test"));
  expect((await rebase("/backends/a", { revision: liveRevision }, { "if-match": etag })).status).toBe(412);
  await put("backends/a", backend("http://drafted-again.test"), "draft=d1");
  const now = await entryOf("/backends/a");
  expect((await rebase("/backends/a", { revision: now.liveRevision }, { "if-match": etag })).status).toBe(412);
  expect((await entryOf("/backends/a")).changedSince).toBe(true);
  expect((await rebase("/backends/none")).status).toBe(404);
  expect((await rebase("")).status).toBe(400);
  expect((await rebase("/backends/a", { take: { url: "mine" } })).status).toBe(400);
});

test("what was removed live is made anew, and what the draft removes is removed as it is now", async () => {
  await put("backends/b", backend("http://b.test"));
  await put("backends/a", backend("http://two.test"), "draft=d1");
  await door.ask("DELETE", "backends/b", { query: "draft=d1" });
  await door.ask("DELETE", "backends/a");
  await put("backends/b", backend("http://b-two.test"));
  expect(await entryOf("/backends/a")).toMatchObject({ changedSince: true, live: null, liveRevision: 0 });
  expect(await entryOf("/backends/b")).toMatchObject({ changedSince: true, after: null });
  expect((await publish()).status).toBe(409);
  expect((await rebase("/backends/a")).status).toBe(200);
  expect((await rebase("/backends/b")).status).toBe(200);
  expect(await entryOf("/backends/a")).toMatchObject({ action: "create", changedSince: false, before: null });
  expect((await publish()).status).toBe(200);
  expect((await get("backends/a")).properties.url).toBe("http://two.test");
  expect((await door.ask("GET", "backends/b")).status).toBe(404);
});

test("a secret that others changed comes into the draft as the secret it is", async () => {
  await put("namedValues/pin", { displayName: "pin", value: "old", secret: true });
  await put("namedValues/pin", { displayName: "pin", secret: true, tags: ["drafted"] }, "draft=d1");
  await put("namedValues/pin", { displayName: "pin", value: "by-others", secret: true });
  const answer = await rebase("/namedvalues/pin");
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  expect((await publish()).status).toBe(200);
  expect((await get("namedValues/pin")).properties.tags).toEqual(["drafted"]);
  expect((await door.ask("POST", "namedValues/pin/listValue")).body.value).toBe("by-others");
});

test("what a draft makes is there for the rest of it: an API, its operation and policy, a backend that this names", async () => {
  const policy = (backendId: string) => ({
    format: "rawxml",
    value: `<policies><inbound><base /><set-backend-service backend-id="${backendId}" /></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`,
  });
  await put("apis/shop", { displayName: "Shop", path: "shop" }, "draft=d1");
  await put("apis/shop/operations/list", { displayName: "List", method: "GET", urlTemplate: "/" }, "draft=d1");
  expect((await put("apis/shop/policies/policy", policy("zz-drafted"), "draft=d1")).status).toBe(400);
  await put("backends/zz-drafted", backend("http://drafted.test"), "draft=d1");
  const written = await put("apis/shop/policies/policy", policy("zz-drafted"), "draft=d1");
  expect(written.status, JSON.stringify(written.body)).toBe(201);
  const product = { displayName: "Gold", subscriptionRequired: true };
  expect((await put("products/gold", product, "draft=d1")).status).toBe(201);
  expect((await door.ask("PUT", "products/gold/apis/shop", { query: "draft=d1" })).status).toBe(201);

  // No test of what only the draft has was ever run, which is no mistake.
  expect((await door.ask("GET", "apis/shop/testResults", { query: "draft=d1" })).body).toEqual({ value: null });
  expect((await door.ask("GET", "apis/shop/testResults")).status).toBe(404);

  // The backend cannot leave the draft while the policy in it names it.
  const kept = await door.ask("DELETE", "drafts/d1/documents", { query: "id=/backends/zz-drafted" });
  expect([kept.status, targets(kept.body)]).toEqual([409, ["/backends/zz-drafted"]]);
  expect((await put("apis/shop/policies/policy", policy("zz-drafted"))).status).toBe(404);

  const before = await door.store.revision();
  expect((await publish()).body).toEqual({ revision: before + 1 });
  expect((await get("products/gold/apis")).count).toBe(1);
  expect((await get("apis/shop/policies/policy", "format=rawxml")).properties.value).toContain("zz-drafted");
  expect((await door.ask("POST", `changes/${before + 1}/undo`)).status).toBe(200);
  for (const gone of ["apis/shop", "backends/zz-drafted", "products/gold"]) {
    expect((await door.ask("GET", gone)).status, gone).toBe(404);
  }
});

test("what only a draft has is taken back by deleting it there", async () => {
  await put("backends/new", backend("http://new.test"), "draft=d1");
  expect((await door.ask("DELETE", "backends/new", { query: "draft=d1" })).status).toBe(200);
  expect((await get("drafts/d1")).documentCount).toBe(0);
});
