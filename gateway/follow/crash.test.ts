import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { Sealer } from "@/lib/seal";
import { LastGood } from "./last-good";

const rounds = 8;

test("killed at any moment, the state is whole and not older than what was on disk", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-crash-"));
  const file = path.join(folder, "last-good");
  const key = randomBytes(32);
  const writer = path.join(import.meta.dirname, "testing/state-writer.ts");
  let revision = 0;
  for (let round = 0; round < rounds; round++) {
    const given = ["--import", "tsx", writer, file, key.toString("hex"), String(revision)];
    const child = spawn(process.execPath, given, { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.setEncoding("latin1").on("data", (text: string) => {
      said += text;
    });
    await once(child.stdout, "data");
    await sleep(Math.random() * 150);
    child.kill("SIGKILL");
    await once(child, "close");
    const last = Number(said.slice(0, said.lastIndexOf("\n")).split("\n").at(-1));

    const lastGood = new LastGood({ file, sealer: new Sealer([key]), onTrouble: () => {} });
    const state = await lastGood.read();
    await lastGood.close();
    revision = state?.position.revision ?? 0;
    expect(revision).toBeGreaterThanOrEqual(last);
    const values = [...(state?.documents.values() ?? [])].map((document) =>
      document.type === "policyFragments" ? Number.parseInt(document.properties.value, 10) : null,
    );
    expect(values).toEqual([revision, revision]);
  }
  fs.rmSync(folder, { recursive: true });
}, 120_000);
