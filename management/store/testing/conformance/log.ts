import { expect, test } from "vitest";
import { ann, bob, type OpenEmpty, putAt, titled, write } from "./fixture";

export function describeLog(open: OpenEmpty): void {
  test("a commit is told of once, in order", async () => {
    const { store, reopen } = await open();
    const other = await reopen();
    const told: number[] = [];
    const stop = store.onCommit((revision) => told.push(revision));
    await write(store, { "/backends/a": {} });
    await write(store, { "/backends/b": {} });
    expect(told).toEqual([1, 2]);
    if (store.dialect === "postgresql") {
      const heard = new Promise<void>((resolve) => {
        other.onCommit((revision) => revision === 3 && resolve());
      });
      await write(store, { "/backends/c": {} });
      await heard;
    }
    stop();
    await write(store, { "/backends/d": {} });
    expect(told.at(-1)).toBeLessThan(4);
    await other.close();
  });

  test("the log is read by document, by tree, by actor and by page", async () => {
    const { store } = await open();
    await write(store, { "/apis/x": {}, "/apis/x-y": {} });
    await write(store, { "/apis/x/operations/o": { n: 1 } });
    await store.commit({ actor: bob, title: "by Bob", origin: { kind: "undo", revision: 1 } }, (tx) =>
      putAt(tx, "/apis/x-y", { n: 2 }),
    );
    await store.commit({ actor: ann, title: "published", origin: { kind: "draft", id: "d1" } }, (tx) =>
      putAt(tx, "/apis/x", { n: 3 }),
    );
    const revisions = async (query: Parameters<typeof store.changes>[0]) =>
      (await store.changes(query)).changes.map((change) => change.revision);
    expect(await revisions({})).toEqual([4, 3, 2, 1]);
    expect(await revisions({ documentId: "/apis/x" })).toEqual([4, 1]);
    expect(await revisions({ documentId: "/apis/x", below: true })).toEqual([4, 2, 1]);
    expect(await revisions({ documentId: "/", below: true })).toEqual([4, 3, 2, 1]);
    expect(await revisions({ actorId: "bob" })).toEqual([3]);
    expect(await revisions({ after: 1, before: 4, ascending: true })).toEqual([2, 3]);
    expect(await store.changes({ top: 2 })).toMatchObject({ count: 4, changes: [{ revision: 4 }, { revision: 3 }] });
    expect(await store.change(3)).toMatchObject({ actor: bob, title: "by Bob", origin: { kind: "undo", revision: 1 } });
    expect(await store.change(4)).toMatchObject({ origin: { kind: "draft", id: "d1" } });
    expect((await store.change(1))?.origin).toBeUndefined();
    expect(await store.change(99)).toBeNull();
  });

  test("a snapshot is of one revision while changes go on", async () => {
    const { store } = await open();
    const documents = Object.fromEntries(Array.from({ length: 1200 }, (_, n) => [`/backends/b${n}`, { n: 0 }]));
    await write(store, documents);
    const taken = await store.snapshot();
    expect(taken.revision).toBe(1);
    expect(Math.abs(Date.now() - taken.committedAt)).toBeLessThan(60_000);
    const ids: string[] = [];
    let changed = 1;
    for await (const page of taken.pages) {
      changed = await write(store, {
        "/backends/b1": { n: changed },
        [`/backends/late${changed}`]: {},
        "/backends/zz": { n: changed },
      });
      for (const document of page) {
        ids.push(document.id);
        if (document.id !== "/") expect(document.properties).toEqual({ n: 0 });
      }
    }
    expect(ids).toHaveLength(1201);
    expect(ids).toEqual([...ids].sort());
    expect(changed).toBeGreaterThan(3);
    const abandoned = await store.snapshot();
    for await (const _ of abandoned.pages) break;
    expect((await store.snapshot()).revision).toBe(changed);
  });

  test("10,000 operations are imported in one change", async () => {
    const { store } = await open();
    await write(store, { "/apis/x": {}, "/backends/b": {} });
    await store.commit(titled("import"), async (tx) => {
      for (let n = 0; n < 10_000; n++) {
        await putAt(
          tx,
          `/apis/x/operations/o${n}`,
          { displayName: `Operation ${n}`, method: "GET", urlTemplate: `/o/${n}` },
          ["/backends/b"],
        );
      }
    });
    const { documents, count } = await store.list({ type: "apis/operations", parentId: "/apis/x", top: 3 });
    expect([documents.length, count]).toEqual([3, 10_000]);
    expect((await store.usedBy("/backends/b")).length).toBe(10_000);
    expect((await store.change(2))?.entries).toHaveLength(10_000);
  });

  test("changes are summed up by name, and the first twenty of many", async () => {
    const { store } = await open();
    await write(store, { "/backends/a": { n: 1 } });
    await write(store, Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`/backends/many${n}`, { n }])));
    await store.commit(titled("both"), async (tx) => {
      await putAt(tx, "/backends/a", { n: 2 });
      await tx.remove("/backends/many0");
    });
    const { changes, count } = await store.changeSummaries({});
    expect(count).toBe(3);
    expect(changes[0]).toEqual({
      ...{ revision: 3, at: expect.any(Date), actor: ann, title: "both", documentCount: 2 },
      documents: [
        { id: "/backends/a", type: "backends", name: "a", action: "update" },
        { id: "/backends/many0", type: "backends", name: "many0", action: "delete" },
      ],
    });
    expect(changes[1]).toMatchObject({ documentCount: 30 });
    expect(changes[1]?.documents).toHaveLength(20);
    expect(changes[1]?.documents[0]).toMatchObject({ id: "/backends/many0", action: "create" });
    expect((await store.changeSummaries({ documentId: "/backends/a", top: 1 })).changes[0]?.revision).toBe(3);
  });

  test("a range of changes comes to its net effect", async () => {
    const { store } = await open();
    await write(store, { "/apis/x": { n: 1 }, "/backends/a": {} });
    await write(store, { "/apis/x": { n: 2 }, "/apis/x/operations/o": { n: 1 } }, { "/apis/x": ["/backends/a"] });
    await write(store, { "/apis/x": { n: 3 }, "/backends/b": {} });
    await store.commit(titled("remove"), (tx) => tx.remove("/backends/b"));
    const net = async (from: number, to: number, documentId?: string, below?: boolean) =>
      (await store.netChanges({ from, to, documentId, below })).map(({ id, before, after }) => [id, before, after]);
    const operation = ["/apis/x/operations/o", null, { n: 1 }];
    expect(await net(1, 4)).toEqual([["/apis/x", { n: 1 }, { n: 3 }], operation]);
    expect(await net(1, 3)).toEqual([["/apis/x", { n: 1 }, { n: 3 }], operation, ["/backends/b", null, {}]]);
    expect(await net(3, 4)).toEqual([["/backends/b", {}, null]]);
    expect(await net(0, 4, "/apis/x")).toEqual([["/apis/x", null, { n: 3 }]]);
    expect(await net(1, 4, "/apis/x", true)).toEqual([["/apis/x", { n: 1 }, { n: 3 }], operation]);
    expect(await net(4, 4)).toEqual([]);
    const [entry] = await store.netChanges({ from: 1, to: 2, documentId: "/apis/x" });
    expect(entry?.references).toEqual({ before: [], after: ["/backends/a"] });
    const { changes } = await store.changes({ documentId: "/apis/x", entriesOfDocument: true });
    expect(changes.map(({ entries }) => entries.map(({ id }) => id))).toEqual([["/apis/x"], ["/apis/x"], ["/apis/x"]]);
  });
}
