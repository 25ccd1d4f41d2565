import fs from "node:fs";
import path from "node:path";
import Database from "libsql";
import { expect, test } from "vitest";
import { SealBroken } from "@/lib/seal";
import { openStore } from "./open";
import { sqliteFile } from "./sqlite";
import { sqliteAdapter } from "./sqlite-adapter";
import { ann, putAt, titled } from "./testing/conformance/fixture";
import { withStore } from "./testing/store";

const statement = (sql: string) => ({ sql, args: [], argTypes: [] });

test("every connection is durable and minds references: alone, in a transaction, after commits and rollbacks", async () => {
  await withStore(async ({ dataDir }) => {
    const adapter = await sqliteAdapter(sqliteFile(dataDir)).connect();
    const expectPragmas = async (connection: Pick<typeof adapter, "queryRaw">) => {
      const value = async (name: string) => (await connection.queryRaw(statement(`PRAGMA ${name}`))).rows[0]?.[0];
      const found = [await value("journal_mode"), await value("synchronous"), await value("foreign_keys")];
      expect(found.map(String)).toEqual(["wal", "2", "1"]);
    };
    await expectPragmas(adapter);
    for (let round = 0; round < 4; round++) {
      const open = [await adapter.startTransaction(), await adapter.startTransaction()];
      for (const transaction of open) await expectPragmas(transaction);
      await expectPragmas(adapter);
      await open[0]?.commit();
      await open[1]?.rollback();
    }
    await adapter.dispose();
  });
});

test("a secret stands nowhere in the data directory, and neither does the key in the database", async () => {
  await withStore(async ({ store, dataDir }) => {
    const canary = "canary-7f3a-secret-value";
    const rehearsed = await store.rehearse(async (tx) => {
      await putAt(tx, "/backends/d", { key: { ...(await tx.seal("/backends/d", "key", canary)) } });
    });
    const entries = rehearsed.entries.map((entry) => ({ ...entry, stamp: 1 }));
    const now = new Date();
    await store.drafts.save(
      { id: "d", title: "d", actor: ann, createdAt: now, changedAt: now, entries },
      rehearsed.secrets,
    );
    const { result } = await store.commit(titled("secret"), async (tx) => {
      const pointer = await tx.seal("/backends/a", "key", canary);
      await putAt(tx, "/backends/a", { key: { ...pointer }, marker: "plainly-visible" });
      return pointer;
    });
    await store.commit(titled("remove"), (tx) => tx.remove("/backends/a"));
    await store.backup(path.join(dataDir, "copy"));
    expect((await store.openSecrets([result.$secret])).get(result.$secret)).toBe(canary);
    const key = fs.readFileSync(path.join(dataDir, "keys/seal.key"), "utf8").trim();
    const files = fs.readdirSync(dataDir).filter((name) => name.startsWith("gatehouse.db") || name === "copy");
    expect(files).toContain("gatehouse.db-wal");
    const contents = files.map((name) => fs.readFileSync(path.join(dataDir, name)));
    expect(contents.some((content) => content.includes("plainly-visible"))).toBe(true);
    for (const content of contents) {
      for (const form of [canary, Buffer.from(canary).toString("base64").slice(0, 20), key, Buffer.from(key, "hex")]) {
        expect(content.includes(form)).toBe(false);
      }
    }
    for (const name of files) expect(fs.statSync(path.join(dataDir, name)).mode & 0o077).toBe(0);
  });
});

test("sealed rows that were swapped, moved or altered are refused", async () => {
  await withStore(async ({ store, dataDir }) => {
    const { result: ids } = await store.commit(titled("two"), async (tx) => {
      const a = await tx.seal("/backends/a", "key", "of a");
      const b = await tx.seal("/backends/b", "key", "of b");
      await putAt(tx, "/backends/a", { key: { ...a } });
      return [a.$secret, b.$secret];
    });
    const raw = new Database(sqliteFile(dataDir));
    const sealed = ids.map(
      (id) => (raw.prepare('SELECT "sealed" FROM "Secret" WHERE "id" = ?').get(id) as { sealed: string }).sealed,
    );
    const set = (column: string, id: string | undefined, value: string) =>
      raw.prepare(`UPDATE "Secret" SET "${column}" = ? WHERE "id" = ?`).run(value, id);
    set("sealed", ids[0], sealed[1] ?? "");
    set("sealed", ids[1], sealed[0] ?? "");
    for (const id of ids) await expect(store.openSecrets([id])).rejects.toThrow(SealBroken);
    set("sealed", ids[0], sealed[0] ?? "");
    expect((await store.openSecrets(ids.slice(0, 1))).get(ids[0] ?? "")).toBe("of a");
    set("documentId", ids[0], "/backends/b");
    await expect(store.openSecrets(ids.slice(0, 1))).rejects.toThrow(SealBroken);
    set("documentId", ids[0], "/backends/a");
    set("field", ids[0], "other");
    await expect(store.openSecrets(ids.slice(0, 1))).rejects.toThrow(SealBroken);
    raw.close();
  });
});

test("without the key that sealed its secrets it does not open", async () => {
  await withStore(async ({ dataDir, sealer }) => {
    const { Sealer } = await import("@/lib/seal");
    const stranger = new Sealer([Buffer.alloc(32, 1)]);
    await expect(openStore({ dataDir, sealer: stranger })).rejects.toThrow(`sealed with key ${sealer.keyId}`);
  });
});

test("seeding happens once, and what it made is there after a restart", async () => {
  await withStore(async ({ store, dataDir, sealer }) => {
    const again = await openStore({ dataDir, sealer });
    const { seed } = await import("./seed");
    await seed(again);
    expect(await again.revision()).toBe(1);
    const [change] = (await store.changes({})).changes;
    expect(change?.entries.map((entry) => entry.id)).toEqual([
      "/",
      "/backends/echo",
      "/policies/policy",
      "/subscriptions/master",
      "/groups/administrators",
      "/groups/developers",
      "/groups/guests",
      "/users/1",
      "/groups/administrators/users/1",
      "/groups/developers/users/1",
    ]);
    const master = (await again.read("/subscriptions/master"))?.properties as Record<string, { $secret: string }>;
    const keys = await again.openSecrets([master.primaryKey?.$secret ?? "", master.secondaryKey?.$secret ?? ""]);
    expect([...keys.values()].every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
    expect(new Set(keys.values()).size).toBe(2);
    await again.close();
  });
});

test("a write begun inside a change is an error, not a standstill", async () => {
  await withStore(async ({ store }) => {
    const nested = store.commit(titled("outer"), () => store.commit(titled("inner"), async () => {}));
    await expect(nested).rejects.toThrow("inside a transaction");
    const removal = store.commit(titled("outer"), () => store.drafts.remove("none"));
    await expect(removal).rejects.toThrow("inside a transaction");
    expect(await store.revision()).toBe(1);
  });
});
