import { expect, test } from "vitest";
import type { Json } from "@/lib/json";
import { equalJson } from "@/management/store/equal-json";
import { allOf, type OpenEmpty, putAt, root, titled, write } from "./fixture";

export function describeChanges(open: OpenEmpty): void {
  test("revisions are gapless under 100 parallel commits, each with one change", async () => {
    const { store } = await open();
    await write(store, {});
    const commits = Array.from({ length: 100 }, (_, n) =>
      store.commit(titled(`commit ${n}`), (tx) => putAt(tx, `/backends/b${n % 10}`, { n })),
    );
    const revisions = (await Promise.all(commits)).map((commit) => commit.revision);
    expect([...revisions].sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 100 }, (_, n) => n + 2));
    const { changes, count } = await store.changes({ ascending: true });
    expect(count).toBe(101);
    expect(changes.map((change) => change.revision)).toEqual(Array.from({ length: 101 }, (_, n) => n + 1));
    // Each entry's `before` is what the change before it left.
    const state = new Map<string, Json>();
    for (const { entries } of changes) {
      for (const { id, before, after } of entries) {
        expect(equalJson(state.get(id) ?? null, before)).toBe(true);
        state.set(id, after);
      }
    }
    expect(Object.fromEntries(state)).toEqual(Object.fromEntries(await allOf(store)));
  });

  test("a change that fails leaves nothing, and its revision goes to the next", async () => {
    const { store } = await open();
    await write(store, { "/backends/a": { n: 1 } });
    const failing = store.commit(titled("fails"), async (tx) => {
      await putAt(tx, "/backends/a", { n: 2 });
      await putAt(tx, "/backends/b", { n: 2 });
      // Makes the writes reach the database before the failure.
      await tx.list({ type: "backends" });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect((await store.read("/backends/a"))?.properties).toEqual({ n: 1 });
    expect(await store.read("/backends/b")).toBeNull();
    expect(await write(store, { "/backends/b": {} })).toBe(2);
  });

  test("nothing written, or all of it taken back, is no change", async () => {
    const { store } = await open();
    await write(store, { "/backends/a": { n: 1 }, "/backends/z": {} }, { "/backends/a": [] });
    const before = await store.read("/backends/a");
    const none = await store.commit(titled("none"), async () => "result");
    expect(none).toEqual({ revision: null, result: "result" });
    const same = await store.commit(titled("same"), (tx) => putAt(tx, "/backends/a", { n: 1 }));
    expect(same.revision).toBeNull();
    expect(same.result.revision).toBe(1);
    const back = await store.commit(titled("there and back"), async (tx) => {
      await putAt(tx, "/backends/a", { n: 2 });
      await putAt(tx, "/backends/new", {});
      await tx.list({ type: "backends" });
      await putAt(tx, "/backends/a", { n: 1 });
      await tx.remove("/backends/new");
    });
    expect(back.revision).toBeNull();
    const partly = await store.commit(titled("partly"), async (tx) => {
      await putAt(tx, "/backends/a", { n: 2 });
      await putAt(tx, "/backends/z", { n: 3 });
      await tx.list({ type: "backends" });
      await putAt(tx, "/backends/a", { n: 1 });
    });
    expect(partly.revision).toBe(2);
    expect((await store.change(2))?.entries.map((entry) => entry.id)).toEqual(["/backends/z"]);
    expect(await store.read("/backends/a")).toEqual(before);
    expect(await store.revision()).toBe(2);
  });

  test("a document keeps its creation, its casing and what it was given", async () => {
    const { store } = await open();
    await write(store, {
      "/backends/Orders-API": { url: "http://a", deep: { list: [1, "two", null, true, 2.5, { x: "ü" }] } },
    });
    const first = await store.read("/backends/orders-api");
    expect(first).toMatchObject({ name: "Orders-API", type: "backends", parentId: "/", revision: 1 });
    expect(first?.properties).toEqual({ url: "http://a", deep: { list: [1, "two", null, true, 2.5, { x: "ü" }] } });
    await write(store, { "/backends/Orders-API": { url: "http://b" } });
    const second = await store.read("/backends/orders-api");
    expect(second?.createdAt).toEqual(first?.createdAt);
    expect(second?.revision).toBe(2);
    expect(Number(second?.changedAt)).toBeGreaterThanOrEqual(Number(first?.changedAt));
  });

  test("what a caller does with a document it read changes nothing", async () => {
    const { store } = await open();
    await write(store, { "/backends/a": { n: 1 } });
    await store.commit(titled("mutate"), async (tx) => {
      const read = await tx.read("/backends/a");
      (read?.properties as { n: number }).n = 2;
      await putAt(tx, "/backends/a", { n: 2 });
    });
    expect((await store.change(2))?.entries[0]).toMatchObject({ before: { n: 1 }, after: { n: 2 } });
  });

  test("a rehearsal checks as a commit does and leaves no trace", async () => {
    const { store } = await open();
    await write(store, { "/backends/a": { n: 1 }, "/backends/b": {} }, { "/backends/b": ["/backends/a"] });
    const told: number[] = [];
    store.onCommit((revision) => told.push(revision));
    const { entries, result, secrets } = await store.rehearse(async (tx) => {
      expect(tx.revision).toBe(2);
      const pointer = await tx.seal("/backends/a", "key", "hidden");
      await putAt(tx, "/backends/a", { n: 2, pointer });
      await putAt(tx, "/backends/c", {});
      return pointer;
    });
    expect(entries.map(({ id }) => id)).toEqual(["/backends/a", "/backends/c"]);
    expect(secrets.map((secret) => secret.id)).toEqual([result.$secret]);
    await expect(store.rehearse((tx) => tx.remove("/backends/a"))).rejects.toThrow("in use by /backends/b");
    expect(await store.revision()).toBe(1);
    expect((await store.read("/backends/a"))?.properties).toEqual({ n: 1 });
    expect(await store.read("/backends/c")).toBeNull();
    expect((await store.openSecrets([result.$secret])).size).toBe(0);
    expect(told).toEqual([]);
  });

  test("root stays a document like any other", async () => {
    const { store } = await open();
    await store.commit(titled("root"), (tx) => tx.put(root));
    expect(await store.read("/")).toMatchObject({ type: "service", parentId: null, revision: 1 });
  });

  test("many reads at once find what is there, before and after all of a parent's children are known", async () => {
    const { store } = await open();
    const paths = Array.from({ length: 60 }, (_, n) => `/backends/b${n}`);
    await write(store, Object.fromEntries(paths.map((path) => [path, { path }])), { "/backends/b9": ["/backends/b1"] });
    const { result, revision } = await store.commit(titled("many"), async (tx) => {
      await putAt(tx, "/backends/b7", { path: "changed" });
      await tx.remove("/backends/b8");
      await putAt(tx, "/backends/b60", {});
      const found = await Promise.all([...paths, "/backends/b60", "/backends/none"].map((path) => tx.read(path)));
      // What is the same as what was read is not written, its references included.
      await putAt(tx, "/backends/b9", { path: "/backends/b9" }, ["/backends/b1"]);
      return found.map((document) => document?.properties.path ?? null);
    });
    const expected: Json[] = [...paths, null, null];
    expected[7] = "changed";
    expected[8] = null;
    expect(result).toEqual(expected);
    const entries = (await store.change(revision ?? 0))?.entries ?? [];
    expect(entries.map(({ id }) => id)).toEqual(["/backends/b7", "/backends/b8", "/backends/b60"]);
  });
}
