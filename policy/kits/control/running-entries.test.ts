import { expect, test } from "vitest";
import { fakeHost } from "@/gateway/pipeline/testing/fake-host";
import { RunningEntries, runningEntries } from "./running-entries";

test("a key has room for as many as are let in, and is forgotten when the last has left", () => {
  const entries = new RunningEntries();
  expect([entries.enter("a", 2), entries.enter("a", 2), entries.enter("a", 2)]).toEqual([true, true, false]);
  expect(entries.enter("a", 3)).toBe(true);
  expect([entries.running("a"), entries.running("b")]).toEqual([3, 0]);
  for (let count = 0; count < 3; count++) entries.leave("a");
  expect([entries.running("a"), entries.size]).toEqual([0, 0]);
});

test("a hundred thousand keys leave nothing behind", () => {
  const entries = new RunningEntries();
  for (let key = 0; key < 100_000; key++) {
    entries.enter(`key ${key}`, 1);
    entries.leave(`key ${key}`);
  }
  expect(entries.size).toBe(0);
});

test("each gateway counts its own", () => {
  const [one, other] = [fakeHost({}), fakeHost({})];
  runningEntries(one).enter("a", 1);
  expect([runningEntries(one).running("a"), runningEntries(other).running("a")]).toEqual([1, 0]);
});
