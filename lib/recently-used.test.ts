import { expect, test } from "vitest";
import { RecentlyUsed } from "./recently-used";

const fill = (used: RecentlyUsed<string>, ...keys: string[]) => keys.map((key) => used.get(key, () => `new ${key}`));

test("what was used longest ago goes when there are too many, and is made anew", () => {
  const dropped: string[] = [];
  const used = new RecentlyUsed<string>(2, undefined, (value) => dropped.push(value));
  fill(used, "a", "b", "a", "c");
  expect(dropped).toEqual(["new b"]);
  expect(used.get("a", () => "made again")).toBe("new a");
  expect(used.get("b", () => "made again")).toBe("made again");
});

test("or when their keys are too long together; the newest stays, however long it is", () => {
  const dropped: string[] = [];
  const used = new RecentlyUsed<string>(10, 5, (value) => dropped.push(value));
  fill(used, "aa", "bb", "cc");
  expect(dropped).toEqual(["new aa"]);
  fill(used, "longest");
  expect(dropped).toEqual(["new aa", "new bb", "new cc"]);
  expect(used.get("longest", () => "made again")).toBe("new longest");
});

test("all of them are dropped when it is cleared", () => {
  const dropped: string[] = [];
  const used = new RecentlyUsed<string>(10, undefined, (value) => dropped.push(value));
  fill(used, "a", "b");
  used.clear();
  expect(dropped).toEqual(["new a", "new b"]);
  expect(used.get("a", () => "made again")).toBe("made again");
});
