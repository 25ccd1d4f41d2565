import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { Sealer } from "@/lib/seal";
import type { CountingWindow } from "@/policy/host/counters";
import { KeptCounts } from "./kept-counts";
import { MemoryCounters } from "./memory-counters";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kept-counts-"));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const fixed = (lengthMs: number, startMs: number | null = null): CountingWindow => ({
  kind: "fixed",
  limit: 10,
  lengthMs,
  startMs,
  whenLost: "open",
});
const day = 86_400_000;
const sealer = new Sealer([Buffer.alloc(32, 7)]);

function open(now: () => number, warnings: string[] = [], with_ = sealer) {
  const counters = new MemoryCounters({ now });
  const log = { warn: (_: object, message: string) => warnings.push(message) };
  const kept = new KeptCounts(counters, { file: path.join(folder, "counts.sealed"), sealer: with_, log });
  return { counters, kept };
}

test("a quota goes on where it was when the process starts anew, and ends when it would have", () => {
  let now = 1_000_000;
  const first = open(() => now);
  const forever = fixed(Number.POSITIVE_INFINITY);
  first.counters.add("monthly", fixed(30 * day), 7);
  first.counters.add("lifetime", forever, 3);
  first.counters.add("a minute", fixed(60_000), 5);
  first.counters.add("sliding", { ...fixed(day), kind: "sliding" }, 5);
  first.kept.close();

  now += 3_600_000;
  const second = open(() => now);
  expect(second.counters.look("monthly", fixed(30 * day)).used).toBe(7);
  expect(second.counters.look("lifetime", forever).used).toBe(3);
  expect(second.counters.look("a minute", fixed(60_000)).used).toBe(0);
  expect(second.counters.take("monthly", fixed(30 * day), 4)).toMatchObject({ allowed: false, used: 7 });
  expect(second.counters.take("monthly", fixed(30 * day), 3)).toMatchObject({ allowed: true, remaining: 0 });
  second.counters.add("weekly", fixed(7 * day, 0), 1);
  second.kept.close();
  const third = open(() => now);
  now = 10 * day;
  third.counters.add("weekly", fixed(7 * day, 0), 1);
  expect(third.counters.take("weekly", fixed(7 * day, 0), 10).retryAfterMs).toBe(4 * day);
  third.kept.close();
  now = 1_000_000 + 30 * day;
  expect(second.counters.look("monthly", fixed(30 * day)).used).toBe(0);
  second.kept.close();
});

test("the file tells nothing to whoever has no key, and one that was altered is not believed", () => {
  const file = path.join(folder, "counts.sealed");
  fs.mkdirSync(folder, { recursive: true });
  const { counters, kept } = open(() => 1);
  counters.add("ada@example.org", fixed(day), 1);
  kept.close();
  const text = fs.readFileSync(file, "utf8");
  expect(text).not.toContain("ada");
  expect(fs.statSync(file).mode & 0o077).toBe(0);
  fs.writeFileSync(file, `${text.slice(0, -2)}xx`);
  const warnings: string[] = [];
  const next = open(() => 1, warnings);
  expect(next.counters.look("ada@example.org", fixed(day)).used).toBe(0);
  expect(warnings).toEqual(["Counts of long periods cannot be read; they begin anew."]);
  next.kept.close();
});

test("nothing is written while there is nothing to keep", () => {
  const { kept, counters } = open(() => 1);
  counters.add("short", fixed(1_000), 1);
  kept.write();
  expect(fs.existsSync(path.join(folder, "counts.sealed"))).toBe(false);
  kept.close();
});
