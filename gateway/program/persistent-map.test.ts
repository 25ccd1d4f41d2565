import { expect, test } from "vitest";
import { Random } from "@/policy/testing/random";
import { ListsEdit } from "./lists-edit";
import { PersistentMap } from "./persistent-map";

test("it is a Map whose past does not change", () => {
  const random = new Random(1);
  let map = new PersistentMap<number>();
  let plain = new Map<string, number>();
  const past: [PersistentMap<number>, Map<string, number>][] = [];
  for (let round = 0; round < 200; round++) {
    const edit = map.edit();
    plain = new Map(plain);
    for (let count = random.below(20); count >= 0; count--) {
      const key = `key-${random.below(2_000)}`;
      if (random.chance(0.4)) {
        edit.delete(key);
        plain.delete(key);
      } else {
        edit.set(key, round);
        plain.set(key, round);
      }
      expect(edit.get(key)).toBe(plain.get(key));
    }
    map = edit.done();
    past.push([map, plain]);
  }
  for (const [then, expected] of past) {
    expect(then.size).toBe(expected.size);
    expect(new Map(then)).toEqual(expected);
    expect([...then.values()].length).toBe(expected.size);
  }
});

test("an edit that changes nothing gives the map back", () => {
  const edit = new PersistentMap<number>().edit();
  edit.set("a", 1);
  const map = edit.done();
  const again = map.edit();
  again.delete("b");
  expect(again.done()).toBe(map);
});

test("lists are in order whatever came first, and the lists of the past stay", () => {
  const ascending = (a: number, b: number) => a - b;
  const first = new ListsEdit(new PersistentMap<readonly number[]>(), ascending);
  for (const value of [3, 1, 2, 2]) first.add("a", value);
  const map = first.done();
  expect(map.get("a")).toEqual([1, 2, 3]);
  const second = new ListsEdit(map, ascending);
  second.remove("a", 2);
  second.move("a", "b", 3);
  expect(second.done().get("a")).toEqual([1]);
  expect(second.done().get("b")).toEqual([3]);
  expect(map.get("a")).toEqual([1, 2, 3]);
  const third = new ListsEdit(map, ascending);
  for (const value of [1, 2, 3]) third.remove("a", value);
  expect(third.done().has("a")).toBe(false);
});
