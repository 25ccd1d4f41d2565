import { randomBytes } from "node:crypto";
import os from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "@/contract/testing/eventually";
import { Sealer } from "@/lib/seal";
import { openStore } from "../store/open";
import { seed } from "../store/seed";
import type { Store } from "../store/store";
import { startPostgres, type TestPostgres } from "../store/testing/postgres";
import { openPortal, type TestPortal } from "./testing/open-portal";
import { RawNode } from "./testing/raw-node";
import { saveBackend } from "./testing/write";

const postgres: TestPostgres | null = await startPostgres();
const sealer = new Sealer([randomBytes(32)]);
const stores: Store[] = [];
const portals: TestPortal[] = [];
const nodes: RawNode[] = [];

beforeAll(async () => {
  if (postgres === null) return;
  const databaseUrl = await postgres.database();
  for (let count = 0; count < 2; count++) {
    const store = await openStore({ databaseUrl, dataDir: os.tmpdir(), sealer });
    stores.push(store);
    await seed(store);
    portals.push(await openPortal(store));
  }
});
afterAll(async () => {
  for (const node of nodes) node.socket.terminate();
  for (const portal of portals) await portal.close();
  for (const store of stores) await store.close();
  await postgres?.stop();
});

function connect(portal: number, options: ConstructorParameters<typeof RawNode>[1]): RawNode {
  const node = new RawNode(portals[portal]?.url ?? "", options);
  nodes.push(node);
  return node;
}
const until = (node: RawNode, revision: number) => eventually(() => expect(node.position.revision).toBe(revision));

// startPostgres has said why when there is none.
test.skipIf(postgres === null)("a commit through one portal reaches the gateways of every portal", async () => {
  const [here, there] = [connect(0, { name: "here" }), connect(1, { name: "there" })];
  await until(here, 1);
  await until(there, 1);
  for (let count = 0; count < 10; count++)
    await saveBackend(stores[count % 2] as Store, "orders", `http://orders-${count}`);
  await until(here, 11);
  await until(there, 11);
  expect(here.updates.map(({ position }) => position.anchor)).toEqual(
    there.updates.map(({ position }) => position.anchor),
  );
  for (const { publisher } of portals) {
    const settled = await publisher.settled(11, 5_000);
    expect(settled.map(({ name, connected, revision }) => [name, connected, revision])).toEqual([
      ["here", true, 11],
      ["there", true, 11],
    ]);
  }
});

test.skipIf(postgres === null)("a gateway that changes portals goes on where it was", async () => {
  const before = connect(0, { name: "moving" });
  await until(before, 11);
  before.socket.close();
  await before.ended;
  await saveBackend(stores[0] as Store, "orders", "http://moved");
  const after = connect(1, { name: "moving", position: before.position });
  await until(after, 12);
  expect(after.kinds).toEqual(["change"]);
  await eventually(async () => {
    const moving = (await portals[0]?.publisher.nodes())?.find(({ name }) => name === "moving");
    expect(moving).toMatchObject({ connected: true, revision: 12 });
  });
});

test.skipIf(postgres === null)("a gateway that one portal let go is not connected for any", async () => {
  const node = connect(1, { name: "leaving" });
  await until(node, 12);
  node.socket.close();
  await eventually(async () => {
    const leaving = (await portals[0]?.publisher.nodes())?.find(({ name }) => name === "leaving");
    expect(leaving?.connected).toBe(false);
  });
});
