import { expect, test } from "vitest";
import { openDoor } from "../testing/door";
import { seed } from "./seed";
import { withStore } from "./testing/store";

test("what an installation begins with is what the service accepts, so it can be edited", async () => {
  const door = await openDoor();
  for (const path of ["", "backends/echo", "policies/policy", "subscriptions/master", "groups/guests", "users/1"]) {
    const read = await door.ask("GET", path);
    expect(read.status, path).toBe(200);
    const written = await door.ask("PUT", path, { body: read.body });
    expect([path, written.status, written.body.error?.details]).toEqual([path, 200, undefined]);
  }
  const keys = await door.ask("POST", "subscriptions/master/listSecrets");
  expect(keys.body.primaryKey).toMatch(/^[0-9a-f]{32}$/);
  await door.close();
});

test("an installation that began without users and groups gets those that are built in, once", async () => {
  await withStore(
    async ({ store }) => {
      const actor = { kind: "system" as const, id: "old", name: "Old" };
      const own = { id: "/users/1", name: "1", type: "users", parentId: "/", properties: { email: "own" } };
      await store.commit({ actor, title: "Old" }, async (tx) => {
        await tx.put({ id: "/", name: "old", type: "service", parentId: null, properties: {}, references: [] });
        await tx.put({ ...own, references: [] });
      });
      await seed(store);
      await seed(store);
      expect(await store.revision()).toBe(2);
      const { documents } = await store.list({ type: "groups" });
      expect(documents.map(({ name }) => name)).toEqual(["administrators", "developers", "guests"]);
      expect((await store.read("/users/1"))?.properties).toEqual({ email: "own" });
      expect(await store.read("/backends/echo")).toBeNull();
    },
    { seeded: false },
  );
});
