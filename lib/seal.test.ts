import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadSealer, SealBroken, Sealer, sealKeyFile } from "./seal";

const keyOf = (fill: number) => Buffer.alloc(32, fill);
const sealer = new Sealer([keyOf(1)]);

function makeDataDir(): string {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-seal-"));
  onTestFinished(() => fs.rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

test("a sealed text opens where it belongs, and never looks the same twice", () => {
  const sealed = sealer.seal("schlüssel", "/backends/a key");
  expect(sealer.open(sealed, "/backends/a key")).toBe("schlüssel");
  expect(sealer.open(sealer.seal("", "x"), "x")).toBe("");
  expect(sealed).toMatch(/^gh1\.[0-9a-f]{8}\.[\w-]+$/);
  expect(sealer.seal("schlüssel", "/backends/a key")).not.toBe(sealed);
  expect(sealed).not.toContain(Buffer.from("schlüssel").toString("base64url").slice(0, 6));
});

test("it opens nowhere else", () => {
  const sealed = sealer.seal("text", "/backends/a key");
  expect(() => sealer.open(sealed, "/backends/b key")).toThrow(SealBroken);
});

test("each altered character is refused", () => {
  const sealed = sealer.seal("text", "place");
  for (let at = 0; at < sealed.length; at++) {
    const other = sealed[at] === "A" ? "B" : "A";
    expect(() => sealer.open(sealed.slice(0, at) + other + sealed.slice(at + 1), "place")).toThrow(SealBroken);
  }
  for (const broken of ["", "gh1", "gh1..", `${sealed}A`, `${sealed}=`, sealed.slice(0, -1), ` ${sealed}`]) {
    expect(() => sealer.open(broken, "place")).toThrow(SealBroken);
  }
});

test("after a rotation the new key seals and the old one still opens", () => {
  const before = sealer.seal("text", "place");
  const rotated = new Sealer([keyOf(2), keyOf(1)]);
  expect(rotated.open(before, "place")).toBe("text");
  expect(sealer.hasKeyFor(rotated.seal("text", "place"))).toBe(false);
  expect(() => new Sealer([keyOf(3)]).open(before, "place")).toThrow(`Sealed with key ${sealer.keyId}`);
});

test("the first start makes a key that only its owner reads, and the next start uses it", () => {
  const dataDir = makeDataDir();
  const first = loadSealer({ dataDir });
  expect(fs.statSync(sealKeyFile(dataDir)).mode & 0o777).toBe(0o600);
  expect(fs.statSync(path.dirname(sealKeyFile(dataDir))).mode & 0o777).toBe(0o700);
  expect(loadSealer({ dataDir }).keyId).toBe(first.keyId);
  expect(fs.readdirSync(path.join(dataDir, "keys"))).toEqual(["seal.key"]);
});

test("a key given by the environment comes first and leaves the stored one to open", () => {
  const dataDir = makeDataDir();
  const before = loadSealer({ dataDir }).seal("text", "place");
  const given = loadSealer({ dataDir, GATEHOUSE_SEAL_KEY: keyOf(9).toString("hex") });
  expect(given.keyId).toBe(new Sealer([keyOf(9)]).keyId);
  expect(given.open(before, "place")).toBe("text");
  const alone = makeDataDir();
  loadSealer({ dataDir: alone, GATEHOUSE_SEAL_KEY: keyOf(9).toString("hex") });
  expect(fs.existsSync(sealKeyFile(alone))).toBe(false);
});

test("a key file that others may read is closed, and one with rubbish is named", () => {
  const dataDir = makeDataDir();
  loadSealer({ dataDir });
  fs.chmodSync(sealKeyFile(dataDir), 0o644);
  loadSealer({ dataDir });
  expect(fs.statSync(sealKeyFile(dataDir)).mode & 0o777).toBe(0o600);
  fs.writeFileSync(sealKeyFile(dataDir), "not a key\n");
  expect(() => loadSealer({ dataDir })).toThrow(sealKeyFile(dataDir));
  fs.writeFileSync(sealKeyFile(dataDir), "\n");
  expect(() => loadSealer({ dataDir })).toThrow("holds no key");
});
