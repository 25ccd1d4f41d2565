import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { build } from "esbuild";
import Database from "libsql";
import { expect, onTestFinished, test } from "vitest";
import type { Json } from "@/lib/json";
import { loadSealer } from "@/lib/seal";
import { equalJson } from "./equal-json";
import { openStore } from "./open";
import { sqliteFile } from "./sqlite";

const kills = 50;

test(`killed at ${kills} random points under writes, it loses nothing acknowledged and keeps nothing by halves`, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-crash-"));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const dataDir = path.join(folder, "data");
  const program = await bundle(folder);
  let acknowledged = 0;
  let startAt = 0;
  for (let kill = 0; kill < kills; kill++) {
    const lines = await writeUntilKilled(program, dataDir, startAt);
    for (const [revision, n] of lines) {
      acknowledged = Math.max(acknowledged, revision);
      startAt = Math.max(startAt, n + 1);
    }
    await check(dataDir, acknowledged);
  }
  expect(acknowledged).toBeGreaterThan(kills);
});

/** One file, so that starting it fifty times costs little. It lies here for the sake of its packages and migrations. */
async function bundle(folder: string): Promise<string> {
  const outfile = path.resolve("node_modules/.cache", `${path.basename(folder)}.mjs`);
  onTestFinished(() => fs.rmSync(outfile, { force: true }));
  await build({
    entryPoints: [path.resolve(import.meta.dirname, "testing/crash-writer.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
  });
  return outfile;
}

async function writeUntilKilled(program: string, dataDir: string, startAt: number): Promise<[number, number][]> {
  const child = spawn(process.execPath, [program, dataDir, String(startAt)], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  await Promise.race([once(child.stdout, "data"), ended]);
  expect(child.exitCode).toBeNull();
  await pause(Math.random() * 120);
  child.kill("SIGKILL");
  await ended;
  // The last line may be cut short; what was not told whole was not acknowledged.
  const lines = Buffer.concat(chunks).toString().split("\n").slice(0, -1);
  return lines.map((line) => line.split(" ").map(Number) as [number, number]);
}

async function check(dataDir: string, acknowledged: number): Promise<void> {
  const raw = new Database(sqliteFile(dataDir));
  expect(raw.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
  expect(raw.pragma("foreign_key_check")).toEqual([]);
  raw.close();
  const store = await openStore({ dataDir, sealer: loadSealer({ dataDir }) });
  const { changes } = await store.changes({ ascending: true });
  expect(changes.map((change) => change.revision)).toEqual(changes.map((_, index) => index + 1));
  const revision = await store.revision();
  expect(revision).toBe(changes.length);
  expect(revision).toBeGreaterThanOrEqual(acknowledged);
  // What the log adds up to is what is stored, each document at the revision that last named it.
  const told = new Map<string, { properties: Json; revision: number }>();
  for (const change of changes) {
    for (const { id, before, after } of change.entries) {
      if (!equalJson(told.get(id)?.properties ?? null, before)) throw new Error(`${id} at ${change.revision}`);
      if (after === null) told.delete(id);
      else told.set(id, { properties: after, revision: change.revision });
    }
  }
  const stored = new Map<string, { properties: Json; revision: number }>();
  const secrets: string[] = [];
  for await (const page of (await store.snapshot()).pages) {
    for (const document of page) {
      stored.set(document.id, { properties: document.properties, revision: document.revision });
      const key = document.properties.key as { $secret: string } | undefined;
      if (key !== undefined) secrets.push(key.$secret);
    }
  }
  expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(told));
  // Each change writes one number everywhere.
  for (const [id, { properties, revision: at }] of stored) {
    if (!id.includes("/operations/")) continue;
    const parent = stored.get(id.split("/operations/")[0] ?? "");
    expect(parent).toMatchObject({ properties: { n: (properties as { n: number }).n }, revision: at });
  }
  expect((await store.openSecrets(secrets)).size).toBe(secrets.length);
  await store.close();
}
