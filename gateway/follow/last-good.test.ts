import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import { Sealer } from "@/lib/seal";
import { LastGood } from "./last-good";
import { StateRefused } from "./sealed-records";
import { fragment } from "./testing/plain-programs";

const sealer = new Sealer([randomBytes(32)]);
let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-last-good-"));
  file = path.join(folder, "gateway", "last-good");
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Records a base and then one change per value of document "a", as a gateway does. */
class Recording {
  readonly troubles: string[] = [];
  readonly lastGood: LastGood;
  documents = new Map<string, GatewayDocument>();
  revision = 0;

  constructor(at = file) {
    this.lastGood = new LastGood({ file: at, sealer, onTrouble: (message) => this.troubles.push(message) });
  }

  base(documents: GatewayDocument[]): void {
    this.documents = new Map(documents.map((document) => [document.id, document]));
    this.#record(null);
  }

  change(put: GatewayDocument[], remove: string[] = []): void {
    this.documents = new Map(this.documents);
    for (const id of remove) this.documents.delete(id);
    for (const document of put) this.documents.set(document.id, document);
    this.#record({ revision: this.revision + 1, put, remove });
  }

  #record(change: { revision: number; put: GatewayDocument[]; remove: string[] } | null): void {
    this.revision++;
    const position = { revision: this.revision, anchor: `anchor-${this.revision}`, hash: `hash-${this.revision}` };
    this.lastGood.record(this.documents, position, change);
  }
}

async function read(at = file) {
  const lastGood = new LastGood({ file: at, sealer, onTrouble: () => {} });
  try {
    return await lastGood.read();
  } finally {
    await lastGood.close();
  }
}
const valueOfA = async (at = file) => {
  const document = (await read(at))?.documents.get("/policyfragments/a");
  return document?.type === "policyFragments" ? document.properties.value : undefined;
};

test("nothing there is no state", async () => {
  expect(await read()).toBeNull();
});

test("what was recorded is read again, with its position", async () => {
  const recording = new Recording();
  recording.base([fragment("a", "1"), fragment("b", "1")]);
  await recording.lastGood.flush();
  recording.change([fragment("a", "2")], ["/policyfragments/b"]);
  await recording.lastGood.close();
  const state = await read();
  expect(state?.position).toEqual({ revision: 2, anchor: "anchor-2", hash: "hash-2" });
  expect([...(state?.documents.values() ?? [])]).toEqual([fragment("a", "2")]);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
});

test("an empty configuration is a state, too", async () => {
  const recording = new Recording();
  recording.base([]);
  await recording.lastGood.close();
  expect((await read())?.documents.size).toBe(0);
});

test("a change costs what the change costs, not what the whole costs", async () => {
  const recording = new Recording();
  recording.base(Array.from({ length: 5_000 }, (_, index) => fragment(`f${index}`, "x".repeat(500))));
  await recording.lastGood.flush();
  const before = fs.statSync(file);
  recording.change([fragment("a", "2")]);
  await recording.lastGood.flush();
  const after = fs.statSync(file);
  expect(after.ino).toBe(before.ino);
  expect(after.size - before.size).toBeLessThan(1_000);
  await recording.lastGood.close();
});

test("a file that was read is gone on with", async () => {
  const first = new Recording();
  first.base([fragment("a", "1")]);
  await first.lastGood.close();
  const second = new Recording();
  const state = await second.lastGood.read();
  second.documents = state?.documents ?? new Map();
  second.revision = 1;
  const inode = fs.statSync(file).ino;
  second.change([fragment("a", "2")]);
  await second.lastGood.close();
  expect(fs.statSync(file).ino).toBe(inode);
  expect(await valueOfA()).toBe("2");
});

test("cut off anywhere, it holds a state that was once true, or is refused; never anything else", async () => {
  const recording = new Recording();
  recording.base([fragment("a", "0"), fragment("b", "x".repeat(2_000))]);
  await recording.lastGood.flush();
  const baseBytes = fs.statSync(file).size;
  for (const value of ["1", "2", "3"]) {
    recording.change([fragment("a", value)]);
    await recording.lastGood.flush();
  }
  await recording.lastGood.close();
  const whole = fs.readFileSync(file);
  const seen = new Set<string | undefined>();
  for (let length = 0; length < whole.length; length += length < baseBytes ? 61 : 1) {
    fs.writeFileSync(file, whole.subarray(0, length));
    if (length < baseBytes) await expect(read()).rejects.toThrow(StateRefused);
    else seen.add(await valueOfA());
  }
  expect([...seen]).toEqual(["0", "1", "2"]);
});

test("after a torn end it goes on in a new file", async () => {
  const first = new Recording();
  first.base([fragment("a", "1")]);
  await first.lastGood.flush();
  first.change([fragment("a", "2")]);
  await first.lastGood.close();
  fs.truncateSync(file, fs.statSync(file).size - 5);
  const second = new Recording();
  second.documents = (await second.lastGood.read())?.documents ?? new Map();
  second.revision = 1;
  second.change([fragment("c", "1")]);
  await second.lastGood.close();
  expect([...((await read())?.documents.keys() ?? [])]).toEqual(["/policyfragments/a", "/policyfragments/c"]);
});

test("altered, swapped, repeated or foreign records are refused", async () => {
  const recording = new Recording();
  recording.base([fragment("a", "0")]);
  await recording.lastGood.flush();
  for (const value of ["1", "2", "3"]) {
    recording.change([fragment("a", value)]);
    await recording.lastGood.flush();
  }
  await recording.lastGood.close();
  const lines = fs.readFileSync(file, "latin1").trimEnd().split("\n");
  const other = new Recording(path.join(folder, "other"));
  other.base([fragment("a", "0")]);
  await other.lastGood.close();
  const otherLines = fs.readFileSync(path.join(folder, "other"), "latin1").trimEnd().split("\n");
  const flip = (line: string) => `${line.slice(0, -9)}${line.at(-9) === "A" ? "B" : "A"}${line.slice(-8)}`;
  const wrongs: string[][] = [
    lines.with(3, flip(lines[3] as string)),
    lines.toSpliced(3, 2, lines[4] as string, lines[3] as string),
    lines.toSpliced(3, 0, lines[3] as string),
    lines.toSpliced(3, 1),
    lines.with(2, otherLines[2] as string),
    lines.with(0, otherLines[0] as string),
    lines.with(0, "gatehouse-last-good-state-9 x"),
    ["no state at all"],
  ];
  for (const wrong of wrongs) {
    fs.writeFileSync(file, `${wrong.join("\n")}\n`);
    await expect(read()).rejects.toThrow(StateRefused);
  }
  fs.writeFileSync(file, `${lines.join("\n")}\n`);
  const stranger = new LastGood({ file, sealer: new Sealer([randomBytes(32)]), onTrouble: () => {} });
  await expect(stranger.read()).rejects.toThrow(StateRefused);
  expect(await valueOfA()).toBe("3");
});

test("no value stands in it in clear", async () => {
  const canary = `canary-${randomBytes(8).toString("hex")}`;
  const recording = new Recording();
  recording.base([fragment("a", canary)]);
  await recording.lastGood.flush();
  recording.change([fragment("b", canary)]);
  await recording.lastGood.close();
  const bytes = fs.readFileSync(file);
  for (const encoding of ["utf8", "base64", "base64url", "hex"] as const) {
    expect(bytes.includes(Buffer.from(canary).toString(encoding))).toBe(false);
  }
  expect(bytes.includes("policyfragments")).toBe(false);
  expect(fs.readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
});

test("changes that pile up are compacted while new ones come, and none is lost", async () => {
  const recording = new Recording();
  recording.base([fragment("a", "0")]);
  const big = "y".repeat(60_000);
  for (let value = 1; value <= 200; value++) {
    recording.change([fragment("a", String(value)), fragment("big", `${big}${value}`)]);
    if (value % 10 === 0) await sleep(1);
  }
  await recording.lastGood.close();
  expect(recording.troubles).toEqual([]);
  expect(fs.statSync(file).size).toBeLessThan(12_000_000);
  expect(await valueOfA()).toBe("200");
  expect((await read())?.position.revision).toBe(201);
});

test("writing ten thousand documents lets the process do other things in between", async () => {
  const recording = new Recording();
  const documents = Array.from({ length: 10_000 }, (_, index) => fragment(`f${index}`, "x".repeat(700)));
  recording.base(documents);
  let turns = 0;
  let writing = true;
  const turn = () => {
    turns++;
    if (writing) setImmediate(turn);
  };
  setImmediate(turn);
  await recording.lastGood.flush();
  writing = false;
  await recording.lastGood.close();
  expect(turns).toBeGreaterThan(10);
  expect((await read())?.documents.size).toBe(10_000);
});

test("when the disk refuses, it says so once and writes again when it can", async () => {
  fs.writeFileSync(path.join(folder, "gateway"), "a file where the folder should be");
  const recording = new Recording();
  recording.base([fragment("a", "0")]);
  await recording.lastGood.flush();
  recording.change([fragment("a", "1")]);
  await recording.lastGood.flush();
  expect(recording.troubles).toHaveLength(1);
  fs.rmSync(path.join(folder, "gateway"));
  recording.change([fragment("a", "2")]);
  await recording.lastGood.close();
  expect(await valueOfA()).toBe("2");
});
