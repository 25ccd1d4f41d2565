import { expect, test } from "vitest";
import { InUse, MissingReference } from "@/management/store/store";
import { allOf, type OpenEmpty, putAt, titled, write } from "./fixture";

export function describeTrees(open: OpenEmpty): void {
  test("a reference holds what it names, until it is given up", async () => {
    const { store } = await open();
    await write(
      store,
      { "/backends/a": {}, "/apis/x": {}, "/apis/x/policies/policy": {} },
      { "/apis/x/policies/policy": ["/backends/a"] },
    );
    const refused = await store.commit(titled("remove"), (tx) => tx.remove("/backends/a")).catch((error) => error);
    expect(InUse.is(refused)).toBe(true);
    expect(refused.users).toEqual([{ from: "/apis/x/policies/policy", to: "/backends/a" }]);
    expect(await store.usedBy("/backends/a")).toEqual(refused.users);
    expect(await store.uses("/apis/x/policies/policy")).toEqual(["/backends/a"]);
    const missing = await write(store, { "/backends/b": {} }, { "/backends/b": ["/backends/none"] }).catch(
      (error) => error,
    );
    expect(MissingReference.is(missing)).toBe(true);
    expect(missing.to).toBe("/backends/none");
    const orphan = await write(store, { "/products/none/apis/x": {} }).catch((error) => error);
    expect(MissingReference.is(orphan)).toBe(true);
    await write(store, { "/apis/x/policies/policy": { now: "without" } });
    await store.commit(titled("remove"), (tx) => tx.remove("/backends/a"));
    expect(await store.read("/backends/a")).toBeNull();
  });

  test("removing a document removes all below it, each in the log, though they refer to one another", async () => {
    const { store } = await open();
    const documents = {
      "/apis/x": {},
      "/apis/x/operations/o": { o: 1 },
      "/apis/x/operations/p": {},
      "/apis/x/operations/o/policies/policy": {},
      "/apis/xy": {},
    };
    await write(store, documents, {
      "/apis/x/operations/p": ["/apis/x/operations/o"],
      "/apis/x/operations/o/policies/policy": ["/apis/x/operations/p"],
    });
    await store.commit(titled("remove"), (tx) => tx.remove("/apis/x"));
    const entries = (await store.change(2))?.entries ?? [];
    expect(entries.map((entry) => entry.id)).toEqual([
      "/apis/x",
      "/apis/x/operations/o",
      "/apis/x/operations/o/policies/policy",
      "/apis/x/operations/p",
    ]);
    expect(entries[1]).toEqual({
      id: "/apis/x/operations/o",
      type: "apis/operations",
      name: "o",
      before: { o: 1 },
      after: null,
      references: { before: [], after: [] },
    });
    expect(entries[2]?.references).toEqual({ before: ["/apis/x/operations/p"], after: [] });
    expect([...(await allOf(store)).keys()]).toEqual(["/", "/apis/xy"]);
  });

  test("a user from outside holds a whole tree", async () => {
    const { store } = await open();
    await write(store, { "/apis/x": {}, "/apis/x/schemas/s": {}, "/apis/y": {} }, { "/apis/y": ["/apis/x/schemas/s"] });
    const refused = await store.commit(titled("remove"), (tx) => tx.remove("/apis/x")).catch((error) => error);
    expect(refused.users).toEqual([{ from: "/apis/y", to: "/apis/x/schemas/s" }]);
    expect(await store.usedBy("/apis/x")).toEqual(refused.users);
    await store.commit(titled("both"), async (tx) => {
      await tx.remove("/apis/y");
      await tx.remove("/apis/x");
    });
    expect([...(await allOf(store)).keys()]).toEqual(["/"]);
  });

  test("several trees are removed at once, though they hold one another", async () => {
    const { store } = await open();
    const documents = {
      ...{ "/backends/b": {}, "/backends/a": {} },
      ...{ "/apis/x": {}, "/apis/x/operations/o": {}, "/apis/xy": {} },
    };
    await write(store, documents, { "/backends/a": ["/backends/b"], "/apis/x/operations/o": ["/backends/a"] });
    const kept = store.rehearse((tx) => tx.removeAll(["/backends/a", "/backends/b"]));
    await expect(kept).rejects.toMatchObject({ users: [{ from: "/apis/x/operations/o", to: "/backends/a" }] });
    const { result } = await store.commit(titled("several"), async (tx) => {
      await putAt(tx, "/apis/x/operations/o/policies/policy");
      return tx.removeAll(["/backends/b", "/apis/x", "/backends/a", "/backends/none"]);
    });
    expect(result).toEqual([
      ...["/apis/x", "/apis/x/operations/o", "/apis/x/operations/o/policies/policy"],
      ...["/backends/a", "/backends/b"],
    ]);
    expect([...(await allOf(store)).keys()]).toEqual(["/", "/apis/xy"]);
  });

  test("a rehearsed entry tells the revision it starts from and what it refers to", async () => {
    const { store } = await open();
    await write(store, { "/backends/a": {}, "/backends/b": {} }, { "/backends/b": ["/backends/a"] });
    const { entries } = await store.rehearse(async (tx) => {
      await putAt(tx, "/backends/b", {}, []);
      await putAt(tx, "/backends/c", {}, ["/backends/a"]);
    });
    expect(entries.map(({ id, baseRevision, references }) => [id, baseRevision, references])).toEqual([
      ["/backends/b", 1, { before: ["/backends/a"], after: [] }],
      ["/backends/c", 0, { before: [], after: ["/backends/a"] }],
    ]);
  });
}
