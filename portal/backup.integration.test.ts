import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { lockInstance } from "@/lib/instance-lock";
import type { JsonObject } from "@/lib/json";
import { loadSealer, sealKeyFile } from "@/lib/seal";
import { openStore } from "@/management/store/open";
import { seed } from "@/management/store/seed";
import type { Store } from "@/management/store/store";
import { allOf, putAt, titled, write } from "@/management/store/testing/conformance/fixture";
import { startPostgres } from "@/management/store/testing/postgres";

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

function makeFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-backup-"));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command as an operator would, on sources. */
async function run(command: "backup" | "restore", words: string[], settings: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", `portal/${command}.ts`, ...words], {
    env: { ...process.env, DATABASE_URL: "", GATEHOUSE_SEAL_KEY: "", ...settings },
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  await once(child, "close");
  return { code: child.exitCode, output };
}

interface Place {
  dataDir: string;
  settings: Record<string, string>;
  open(): Promise<Store>;
}

async function makePlace(kind: "sqlite" | "postgresql", keyFrom?: Place): Promise<Place> {
  const dataDir = makeFolder();
  if (keyFrom !== undefined)
    fs.cpSync(path.join(keyFrom.dataDir, "keys"), path.join(dataDir, "keys"), { recursive: true });
  const databaseUrl = kind === "postgresql" ? await postgres?.database() : undefined;
  return {
    dataDir,
    settings: { GATEHOUSE_DATA_DIR: dataDir, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) },
    open: () => openStore({ databaseUrl, dataDir, sealer: loadSealer({ dataDir }) }),
  };
}

/** Fills a store with one row of everything, and then goes on writing until told to stop. */
async function fill(store: Store): Promise<void> {
  await seed(store);
  const now = new Date("2026-03-04T05:06:07.089Z");
  const actor = { kind: "user" as const, id: "ann", name: "Ann" };
  await store.commit(titled("tree"), async (tx) => {
    const key = await tx.seal("/backends/a", "key", "the secret of a");
    await putAt(tx, "/backends/a", { key: { ...key }, list: [1, null, "two"], empty: {} });
    await putAt(tx, "/apis/x", {}, ["/backends/a"]);
    for (let n = 0; n < 1500; n++) await putAt(tx, `/apis/x/operations/o${n}`, { n }, ["/backends/a"]);
  });
  await store.commit({ ...titled("undo"), origin: { kind: "undo", revision: 2 } }, (tx) =>
    tx.remove("/apis/x/operations/o7"),
  );
  await store.drafts.save({ id: "d", title: "Draft", actor, createdAt: now, changedAt: now, entries: [] });
  const results = [1, 2].map((n) => ({ testId: `/apis/x/savedrequests/t${n}`, sealed: `sealed ${n}` }));
  const run = { apiId: "/apis/x", draftId: "", ranAt: now, sealed: "sealed", results };
  await store.testRuns.save(run, []);
  await store.testRuns.save({ ...run, draftId: "d", results: [] }, []);
  await store.nodes.save({
    ...{ name: "gw", version: "1", startedAt: now, seenAt: now },
    connected: true,
    revision: 2,
    addresses: ["http://a"],
  });
  for (let n = 0; n < 3; n++)
    await store.nodes.addReceipt({
      ...{ node: "gw", revision: n, at: now, latencyMs: 1.5 },
      durationMs: 2,
      refused: null,
    });
  const operator = {
    ...{ id: "ann", email: "Ann@x.org", name: "Ann", role: "owner" as const, roleFrom: "here" as const },
  };
  await store.identity.saveOperator({
    ...operator,
    ...{ passwordHash: "h", externalId: null, disabled: false, sessionEpoch: 4, createdAt: now, signedInAt: null },
  });
  await store.identity.saveToken({
    ...{ id: "t", operatorId: "ann", name: "ci", hash: "h", role: "owner" as const, createdAt: now, expiresAt: now },
    usedAt: null,
    revokedAt: null,
  });
  await store.identity.audit({ at: now, actor, action: "sign-in", subject: "ann", address: null });
}

const rowsBeside = async (store: Store) => ({
  ...{ drafts: await store.drafts.list(), nodes: await store.nodes.list(), receipts: await store.nodes.receipts({}) },
  ...{
    operators: await store.identity.operators(),
    tokens: await store.identity.tokens(),
    trail: await store.identity.auditTrail({}),
  },
  testRuns: [await store.testRuns.read("/apis/x", ""), await store.testRuns.read("/apis/x", "d")],
});

/** What the log says the configuration was at a revision. */
async function stateAt(store: Store, revision: number): Promise<Record<string, JsonObject>> {
  const state = new Map<string, JsonObject>();
  for (const { entries } of (await store.changes({ ascending: true, before: revision + 1 })).changes) {
    for (const { id, after } of entries) {
      if (after === null) state.delete(id);
      else state.set(id, after as JsonObject);
    }
  }
  return Object.fromEntries(state);
}

for (const [from, to] of [
  ["sqlite", "sqlite"],
  ["sqlite", "postgresql"],
  ["postgresql", "postgresql"],
  ["postgresql", "sqlite"],
] as const) {
  test.skipIf(postgres === null && [from, to].includes("postgresql"))(
    `a backup of ${from} made under writes is restored into ${to}`,
    async () => {
      const source = await makePlace(from);
      const store = await source.open();
      await fill(store);
      let writing = true;
      const writer = (async () => {
        for (let n = 0; writing; n++) {
          await write(store, { "/backends/busy": { n }, [`/backends/b${n % 20}`]: { n }, "/backends/zz": { n } });
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      })();
      const file = path.join(makeFolder(), "backup");
      const startedAt = await store.revision();
      const made = await run("backup", [file], source.settings);
      expect(made.output).toContain(sealKeyFile(source.dataDir));
      expect(made.code).toBe(0);
      writing = false;
      await writer;
      expect(await store.revision()).toBeGreaterThan(startedAt + 5);
      expect(fs.statSync(file).mode & 0o777).toBe(0o600);
      expect((await run("backup", [file], source.settings)).output).toContain("exists already");

      const target = await makePlace(to, source);
      const restored = await run("restore", [file], target.settings);
      expect(restored.output).toContain("Restored revision");
      expect(restored.code).toBe(0);
      const copy = await target.open();
      const revision = await copy.revision();
      expect(revision).toBeGreaterThanOrEqual(startedAt);
      expect(Object.fromEntries(await allOf(copy))).toEqual(await stateAt(store, revision));
      expect((await copy.changes({})).changes).toEqual((await store.changes({ before: revision + 1 })).changes);
      expect(await rowsBeside(copy)).toEqual(await rowsBeside(store));
      expect((await copy.testRuns.latest("/apis/x"))?.sealed).toBe("sealed");
      expect(await copy.usedBy("/backends/a")).toEqual(await store.usedBy("/backends/a"));
      const key = (await copy.read("/backends/a"))?.properties.key as { $secret: string } | undefined;
      expect([...(await copy.openSecrets([key?.$secret ?? ""])).values()]).toEqual(["the secret of a"]);
      // It goes on from where it was.
      expect(await write(copy, { "/backends/after": {} })).toBe(revision + 1);
      const trail = await copy.identity.auditTrail({});
      await copy.identity.audit({ ...trail[0]!, at: new Date(), action: "sign-out" });
      expect(await copy.identity.auditTrail({})).toHaveLength(trail.length + 1);
      await copy.close();
      await store.close();
    },
  );
}

test("a restore refuses what is in use, what is running, what is broken and what it has no key for", async () => {
  const source = await makePlace("sqlite");
  const store = await source.open();
  await fill(store);
  const folder = makeFolder();
  const file = path.join(folder, "backup");
  expect((await run("backup", [file], source.settings)).code).toBe(0);
  await store.close();

  const occupied = await run("restore", [file], source.settings);
  expect([occupied.code, occupied.output]).toEqual([1, expect.stringContaining("is not empty (gatehouse.db")]);

  const lock = lockInstance(source.dataDir);
  const running = await run("restore", [file, "--force"], source.settings);
  expect([running.code, running.output]).toEqual([1, expect.stringContaining("already runs")]);
  lock.release();

  const keyless = await makePlace("sqlite");
  const stranger = await run("restore", [file], keyless.settings);
  expect([stranger.code, stranger.output]).toEqual([1, expect.stringContaining(sealKeyFile(keyless.dataDir))]);

  const target = await makePlace("sqlite", source);
  const content = fs.readFileSync(file);
  const altered = gzipSync(gunzipSync(content).toString().replace('"sign-in"', '"sign-on"'));
  const cut = gzipSync(
    gunzipSync(content)
      .subarray(0, -200)
      .toString()
      .replace(/[^\n]*$/, ""),
  );
  const broken = { truncated: content.subarray(0, content.length >> 1), altered, cut, other: Buffer.from("hello") };
  for (const [name, bytes] of Object.entries(broken)) {
    fs.writeFileSync(path.join(folder, name), bytes);
    const refused = await run("restore", [path.join(folder, name)], target.settings);
    expect([name, refused.code]).toEqual([name, 1]);
    expect(refused.output).toMatch(/Nothing was restored.*(altered|incomplete|cannot be read|not a backup)/);
    expect(fs.existsSync(path.join(target.dataDir, "gatehouse.db"))).toBe(false);
  }
  expect((await run("restore", [], target.settings)).code).toBe(2);
  expect((await run("backup", [path.join(folder, "x")], target.settings)).output).toContain("holds no database");
});

test("a forced restore keeps what it replaces", async () => {
  const place = await makePlace("sqlite");
  const store = await place.open();
  await fill(store);
  const file = path.join(makeFolder(), "backup");
  expect((await run("backup", [file], place.settings)).code).toBe(0);
  const revision = await store.revision();
  await write(store, { "/backends/later": {} });
  await store.close();
  const forced = await run("restore", ["--force", file], place.settings);
  expect(forced.output).toContain(`Restored revision ${revision}`);
  const restored = await place.open();
  expect(await restored.revision()).toBe(revision);
  expect(await restored.read("/backends/later")).toBeNull();
  await restored.close();
  const names = fs.readdirSync(place.dataDir);
  expect(names.some((name) => /^gatehouse\.db\.before-restore-\d{14}$/.test(name))).toBe(true);
  expect(names.some((name) => name.includes("restoring"))).toBe(false);
});

test.skipIf(postgres === null)("a restore refuses a PostgreSQL database that a portal works on", async () => {
  const place = await makePlace("postgresql");
  const store = await place.open();
  await fill(store);
  const file = path.join(makeFolder(), "backup");
  expect((await run("backup", [file], place.settings)).code).toBe(0);
  const running = await run("restore", [file, "--force"], place.settings);
  expect([running.code, running.output]).toEqual([1, expect.stringContaining("is running on this database")]);
  await store.close();
  const occupied = await run("restore", [file], place.settings);
  expect([occupied.code, occupied.output]).toEqual([1, expect.stringContaining("is not empty")]);
  expect((await run("restore", [file, "--force"], place.settings)).code).toBe(0);
});
