import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BackendDocument } from "@/contract/documents";
import { streamClose } from "@/contract/stream";
import { eventually } from "@/contract/testing/eventually";
import { makeStore, type TestStore } from "@/management/store/testing/store";
import { openPortal, type TestPortal } from "./testing/open-portal";
import { RawNode } from "./testing/raw-node";
import { putBackend, saveBackend, write } from "./testing/write";

let made: TestStore;
let portal: TestPortal;
const nodes: RawNode[] = [];
beforeEach(async () => {
  made = await makeStore();
  portal = await openPortal(made.store);
});
afterEach(async () => {
  for (const node of nodes.splice(0)) node.socket.terminate();
  await portal.close();
  await made.close();
});

function connect(options?: ConstructorParameters<typeof RawNode>[1]): RawNode {
  const node = new RawNode(portal.url, options);
  nodes.push(node);
  return node;
}
const until = (node: RawNode, revision: number) => eventually(() => expect(node.position.revision).toBe(revision));
const urlIn = (node: RawNode, name: string): string | null | undefined => {
  const puts = node.updates.flatMap((update) => (update.kind === "snapshot" ? update.documents : update.put));
  const last = puts.findLast((document) => document.id === `/backends/${name}`);
  return (last?.properties as BackendDocument | undefined)?.url;
};

test("a new node is sent a snapshot, then every change once and in order", async () => {
  const node = connect();
  await until(node, 1);
  expect(node.kinds).toEqual(["snapshot-begin", "snapshot-part", "snapshot-end"]);
  const [snapshot] = node.updates;
  expect(snapshot?.kind === "snapshot" && snapshot.documents.map(({ id }) => id)).toEqual([
    "/",
    "/backends/echo",
    "/groups/administrators",
    "/groups/administrators/users/1",
    "/groups/developers",
    "/groups/developers/users/1",
    "/groups/guests",
    "/policies/policy",
    "/subscriptions/master",
    "/users/1",
  ]);
  for (let count = 1; count <= 20; count++) await saveBackend(made.store, "orders", `http://orders-${count}`);
  await until(node, 21);
  expect(node.updates.slice(1).map(({ position }) => position.revision)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 2),
  );
  await write(made.store, (tx) => tx.remove("/backends/orders"));
  await until(node, 22);
  expect(node.updates.at(-1)).toMatchObject({ kind: "change", put: [], remove: ["/backends/orders"] });
});

test("a change that gateways need not know moves their revision on", async () => {
  const node = connect();
  await until(node, 1);
  await write(made.store, (tx) =>
    tx.put({ id: "/tags/t", name: "t", type: "tags", parentId: "/", properties: { displayName: "T" }, references: [] }),
  );
  await until(node, 2);
  expect(node.updates.at(-1)).toMatchObject({ put: [], remove: [] });
});

test("secrets reach the gateway in clear, and nothing else", async () => {
  const canary = "canary-5f1e6a0b";
  const printed: string[] = [];
  const stdout = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => printed.push(String(chunk)) > 0);
  const node = connect();
  await until(node, 1);
  await write(made.store, async (tx) => {
    const value = await tx.seal("/namedvalues/password", "value", canary);
    await tx.put({
      id: "/namedvalues/password",
      name: "password",
      type: "namedValues",
      parentId: "/",
      properties: { displayName: "password", secret: true, value },
      references: [],
    });
  });
  await until(node, 2);
  await portal.publisher.settled(2, 2_000);
  const told = { nodes: await portal.publisher.nodes(), receipts: await made.store.nodes.receipts({}) };
  stdout.mockRestore();
  expect(node.updates.at(-1)).toMatchObject({ put: [{ properties: { secret: true, value: canary } }] });
  expect(JSON.stringify(told) + printed.join("")).not.toContain(canary);
});

test("a node that comes back is told only what it missed, by the same portal", async () => {
  const before = connect();
  await until(before, 1);
  before.socket.terminate();
  await saveBackend(made.store, "orders", "http://orders");
  const after = connect({ position: before.position });
  await until(after, 2);
  expect(after.kinds).toEqual(["change"]);
});

test("and by another one, or the same after a restart, which was told nothing of it", async () => {
  const before = connect();
  await until(before, 1);
  await portal.close();
  for (let count = 1; count <= 5; count++) await saveBackend(made.store, "orders", `http://orders-${count}`);
  await write(made.store, (tx) => putBackend(tx, "other", "http://other"));
  await write(made.store, (tx) => tx.remove("/backends/other"));
  portal = await openPortal(made.store);
  const after = connect({ position: before.position });
  await until(after, 8);
  expect(after.kinds).toEqual(["change"]);
  expect(after.updates[0]).toMatchObject({
    put: [{ id: "/backends/orders", properties: { url: "http://orders-5" } }],
    remove: ["/backends/other"],
  });
  await saveBackend(made.store, "orders", "http://orders-6");
  await until(after, 9);
});

test("who has another history, or is ahead of this one, is sent everything", async () => {
  await saveBackend(made.store, "orders", "http://orders");
  for (const position of [
    { revision: 1, anchor: "another history's", hash: "h" },
    { revision: 99, anchor: "a", hash: "h" },
  ]) {
    const node = connect({ position, name: `at-${position.revision}` });
    await until(node, 2);
    expect(node.kinds[0]).toBe("snapshot-begin");
  }
});

test("who is too far behind for the log to be the cheaper way is sent everything", async () => {
  const before = connect();
  await until(before, 1);
  await portal.close();
  for (let count = 1; count <= 1_001; count++) await saveBackend(made.store, "orders", `http://orders-${count}`);
  portal = await openPortal(made.store);
  const after = connect({ position: before.position });
  await until(after, 1_002);
  expect(after.kinds[0]).toBe("snapshot-begin");
  expect(urlIn(after, "orders")).toBe("http://orders-1001");
}, 60_000);

test("many changes missed are told as one", async () => {
  const before = connect();
  await until(before, 1);
  before.socket.terminate();
  for (let count = 1; count <= 40; count++) await saveBackend(made.store, "orders", `http://orders-${count}`);
  await eventually(async () => expect(await made.store.revision()).toBe(41));
  const after = connect({ position: before.position });
  await until(after, 41);
  expect(after.updates).toHaveLength(1);
  expect(urlIn(after, "orders")).toBe("http://orders-40");
});

test("a change of thousands of documents comes in parts and whole", async () => {
  const node = connect();
  await until(node, 1);
  await write(made.store, async (tx) => {
    for (let index = 0; index < 2_000; index++) await putBackend(tx, `b${index}`, `http://${"x".repeat(100)}${index}`);
  });
  await until(node, 2);
  const kinds = node.kinds.slice(3);
  expect(kinds.filter((kind) => kind === "change-part").length).toBeGreaterThan(5);
  expect(kinds.at(-1)).toBe("change");
  const update = node.updates.at(-1);
  expect(update?.kind === "change" && update.put.length).toBe(2_000);
});

test("a node that does not read holds up neither others nor the portal, and catches up", async () => {
  const slow = connect({ name: "slow" });
  const quick = connect({ name: "quick" });
  await until(slow, 1);
  await until(quick, 1);
  slow.socket.pause();
  const url = `http://${"x".repeat(1_900)}`;
  for (let count = 0; count < 60; count++) {
    await write(made.store, async (tx) => {
      for (let index = 0; index < 20; index++) await putBackend(tx, `b${index}`, `${url}${count}`);
    });
  }
  await until(quick, 61);
  expect(slow.position.revision).toBe(1);
  slow.socket.resume();
  await until(slow, 61);
  expect(urlIn(slow, "b7")).toBe(`${url}59`);
}, 60_000);

test("receipts say when which node applied or refused what", async () => {
  const node = connect({ name: "gateway-1", answers: false });
  await until(node, 1);
  const revision = await saveBackend(made.store, "orders", "http://orders");
  await until(node, revision);
  expect((await portal.publisher.settled(revision, 50))[0]?.revision).toBe(0);
  node.send({ kind: "refused", revision, reason: "It cannot be run." });
  const [refusing] = await portal.publisher.settled(revision, 2_000);
  expect(refusing).toMatchObject({
    name: "gateway-1",
    connected: true,
    revision: 0,
    lag: 2,
    refused: "It cannot be run.",
  });
  const next = await saveBackend(made.store, "orders", "http://orders-2");
  await until(node, next);
  node.send({ kind: "applied", revision: next, hash: node.position.hash, durationMs: 2.5 });
  const [mended] = await portal.publisher.settled(next, 2_000);
  expect(mended).toMatchObject({ revision: next, lag: 0, refused: null });
  const receipts = await made.store.nodes.receipts({ node: "gateway-1" });
  expect(receipts.map((receipt) => receipt.revision)).toEqual([next, revision]);
  expect(receipts[0]).toMatchObject({ durationMs: 2.5, refused: null });
  expect(receipts[0]?.latencyMs).toBeGreaterThanOrEqual(0);
  expect(receipts[1]).toMatchObject({ refused: "It cannot be run." });
});

test("nodes come and go, and are remembered", async () => {
  let told = 0;
  const stop = portal.publisher.subscribe(() => told++);
  const node = connect({ name: "gateway-1" });
  await until(node, 1);
  await eventually(async () =>
    expect(await portal.publisher.nodes()).toMatchObject([{ connected: true, revision: 1 }]),
  );
  node.socket.close();
  await node.ended;
  await eventually(async () =>
    expect(await portal.publisher.nodes()).toMatchObject([{ connected: false, revision: 1 }]),
  );
  expect(told).toBeGreaterThanOrEqual(3);
  stop();
  await portal.close();
  portal = await openPortal(made.store);
  expect(await portal.publisher.nodes()).toMatchObject([{ name: "gateway-1", connected: false, lag: 0 }]);
  expect(await portal.publisher.settled(1, 1_000)).toHaveLength(1);
});

test("a second connection under one name takes the place of the first", async () => {
  const first = connect({ name: "gateway-1" });
  await until(first, 1);
  const second = connect({ name: "gateway-1" });
  await until(second, 1);
  expect(await first.ended).toMatchObject({ code: streamClose.replaced });
  await eventually(async () => expect(await portal.publisher.nodes()).toMatchObject([{ connected: true }]));
});

test("two portals on one store know each only its own connections, and share what nodes are", async () => {
  const other = await openPortal(made.store);
  const here = connect({ name: "here" });
  const there = new RawNode(other.url, { name: "there" });
  nodes.push(there);
  await until(here, 1);
  await until(there, 1);
  await saveBackend(made.store, "orders", "http://orders");
  await until(here, 2);
  await until(there, 2);
  await other.publisher.settled(2, 1_000);
  const names = (await portal.publisher.nodes()).map(({ name, revision }) => [name, revision]);
  expect(names).toEqual([
    ["here", 2],
    ["there", 2],
  ]);
  // What one portal delivered, another goes on with.
  there.socket.terminate();
  await saveBackend(made.store, "orders", "http://orders-2");
  const moved = connect({ name: "there", position: there.position });
  await until(moved, 3);
  expect(moved.kinds).toEqual(["change"]);
  await other.close();
});

test("a document that its kind fails on is left out, and the rest is published", async () => {
  const node = connect();
  await until(node, 1);
  await write(made.store, async (tx) => {
    await tx
      .put({
        id: "/namedvalues/broken",
        name: "broken",
        type: "namedValues",
        parentId: "/",
        properties: { displayName: "broken", secret: true, value: { $secret: "not in the store" } },
        references: [],
      })
      .catch(() => putBackend(tx, "skipped", "http://skipped"));
    await putBackend(tx, "orders", "http://orders");
  });
  await until(node, 2);
  expect(urlIn(node, "orders")).toBe("http://orders");
});

test("the circuit breakers of a node are known while it is connected", async () => {
  const node = connect({ name: "n1" });
  await until(node, 1);
  const breaker = {
    backendId: "/backends/echo",
    rule: "r",
    state: "open",
    failures: 3,
    since: 1_000,
    until: 61_000,
    lastReason: "Status 503",
  } as const;
  node.send({
    kind: "breakers",
    breakers: [breaker, { ...breaker, rule: "s", state: "closed", since: null, until: null }],
  });
  await eventually(async () => expect((await portal.publisher.nodes())[0]?.openBreakers).toBe(1));
  expect(portal.publisher.breakers()).toMatchObject([
    { node: "n1", ...breaker },
    { node: "n1", rule: "s", state: "closed" },
  ]);
  node.send({ kind: "breakers", breakers: [] });
  await eventually(() => expect(portal.publisher.breakers()).toEqual([]));
  node.send({ kind: "breakers", breakers: [{ ...breaker, state: "ajar" as "open" }] });
  expect(await node.ended).toMatchObject({ code: streamClose.malformed });
  expect(portal.publisher.breakers()).toEqual([]);
});
