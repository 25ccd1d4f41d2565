import { expect, test } from "vitest";
import { eventually } from "@/contract/testing/eventually";
import { allOf, ann, type OpenEmpty, putAt, titled, write } from "./fixture";

export function describeSecrets(open: OpenEmpty): void {
  test("a secret is kept apart from its document and outlives it, so that the log can bring it back", async () => {
    const { store } = await open();
    await write(store, {});
    const { result: pointer } = await store.commit(titled("secret"), async (tx) => {
      const key = await tx.seal("/backends/a", "credentials.header.x-key[0]", "s3cret-välue");
      expect(await tx.openSecrets([key.$secret, "none"])).toEqual(new Map([[key.$secret, "s3cret-välue"]]));
      await putAt(tx, "/backends/a", { key: { ...key } });
      return key;
    });
    expect((await store.read("/backends/a"))?.properties).toEqual({ key: pointer });
    expect(JSON.stringify(await store.changes({}))).not.toContain("s3cret");
    await store.commit(titled("remove"), (tx) => tx.remove("/backends/a"));
    expect(await store.openSecrets([pointer.$secret])).toEqual(new Map([[pointer.$secret, "s3cret-välue"]]));
  });

  test("a secret sealed in a change that fails is gone", async () => {
    const { store } = await open();
    await write(store, {});
    let id = "";
    const failing = store.commit(titled("fails"), async (tx) => {
      id = (await tx.seal("/backends/a", "key", "hidden")).$secret;
      await tx.list({ type: "backends" });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect((await store.openSecrets([id])).size).toBe(0);
  });

  test("a draft keeps its entries and the secrets they point at, and nothing of it is live", async () => {
    const { store } = await open();
    await write(store, {});
    const rehearsed = await store.rehearse(async (tx) => {
      await putAt(tx, "/backends/a", { key: { ...(await tx.seal("/backends/a", "key", "drafted")) } });
    });
    const now = new Date("2026-01-02T03:04:05.678Z");
    const entries = rehearsed.entries.map((entry) => ({ ...entry, stamp: 1 }));
    const draft = { id: "d1", title: "Try", actor: ann, createdAt: now, changedAt: now, entries };
    await store.drafts.save(draft, rehearsed.secrets);
    expect(await store.drafts.read("d1")).toEqual(draft);
    const id = rehearsed.secrets[0]?.id ?? "";
    expect(await store.openSecrets([id])).toEqual(new Map([[id, "drafted"]]));
    expect([...(await allOf(store)).keys()]).toEqual(["/"]);
    await store.drafts.save({ ...draft, title: "Later", changedAt: new Date(Number(now) + 1), entries: [] });
    await store.drafts.save({ ...draft, id: "d0" });
    expect((await store.drafts.list()).map(({ id, title }) => [id, title])).toEqual([
      ["d1", "Later"],
      ["d0", "Try"],
    ]);
    expect(await store.drafts.replace({ ...draft, title: "Stale", changedAt: new Date() }, now)).toBe(false);
    const since = new Date(Number(now) + 1);
    expect(await store.drafts.replace({ ...draft, title: "Last", changedAt: new Date() }, since)).toBe(true);
    expect((await store.drafts.read("d1"))?.title).toBe("Last");
    expect([await store.drafts.remove("d1"), await store.drafts.remove("d1")]).toEqual([true, false]);
    expect(await store.drafts.read("d1")).toBeNull();
  });

  test("who listens is told of each draft that is written, here and through another portal", async () => {
    const { store, reopen } = await open();
    const other = store.dialect === "postgresql" ? await reopen() : store;
    const told: (string | null)[] = [];
    const stop = store.onDraft((draftId) => told.push(draftId));
    const now = new Date();
    const draft = { id: "d1", title: "Try", actor: ann, createdAt: now, changedAt: now, entries: [] };
    const writes = [
      () => other.drafts.save(draft),
      () => other.drafts.replace({ ...draft, changedAt: new Date(Number(now) + 1) }, now),
      () => other.drafts.remove("d1"),
    ];
    for (const write of writes) {
      told.length = 0;
      await write();
      await eventually(() => expect(told).toContain("d1"));
    }
    told.length = 0;
    await other.drafts.replace(draft, now);
    await other.drafts.remove("d1");
    await store.drafts.save({ ...draft, id: "d2" });
    await eventually(() => expect(told).toContain("d2"));
    expect(told).not.toContain("d1");
    expect(await store.drafts.changedAt(["d1", "d2"])).toEqual(new Map([["d2", now]]));
    stop();
    if (other !== store) await other.close();
  });

  test("text that cannot be kept is refused, and says where it stands", async () => {
    const { store } = await open();
    await write(store, {});
    await expect(write(store, { "/backends/a": { list: ["fine", "nul\0"] } })).rejects.toThrow("list[1] holds a NUL");
    await expect(write(store, { "/backends/a": { deep: { half: "\ud800" } } })).rejects.toThrow("deep.half holds");
    await expect(write(store, { "/backends/a": { "x\0": 1 } })).rejects.toThrow("a member's name holds");
    await write(store, { "/backends/a": { whole: "😀", "": "" } });
    expect((await store.read("/backends/a"))?.properties).toEqual({ whole: "😀", "": "" });
  });
}
