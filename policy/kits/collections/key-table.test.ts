import { expect, test } from "vitest";
import { boxDouble } from "@/policy/expression/values/boxed";
import { StringComparer } from "@/policy/kits/text/string-comparer";
import { KeyTable } from "./key-table";

const keysOf = (table: KeyTable<unknown>) => [...table].map(({ key }) => key);

test("keys of other types differ, equal ones of a type do not", () => {
  const table = new KeyTable<number>();
  for (const [at, key] of [1, 1n, "1", boxDouble(1), null, true].entries()) expect(table.add(key, at)).toBe(true);
  expect(table.add(boxDouble(1), 9)).toBe(false);
  expect(table.find(boxDouble(1))?.value).toBe(3);
  expect(table.find("__proto__")).toBeNull();
});

test("a new entry takes the place that was freed last", () => {
  const table = new KeyTable<null>();
  for (const key of ["a", "b", "c", "d"]) table.add(key, null);
  table.remove("b");
  table.remove("c");
  table.add("e", null);
  expect(keysOf(table)).toEqual(["a", "e", "d"]);
  table.add("f", null);
  expect(keysOf(table)).toEqual(["a", "f", "e", "d"]);
  expect(table.count).toBe(4);
});

test("adding ends an enumeration, removing does not", () => {
  const table = new KeyTable<null>();
  for (const key of ["a", "b"]) table.add(key, null);
  for (const { key } of table) table.remove(key);
  expect(table.count).toBe(0);
  table.add("a", null);
  expect(() => {
    for (const { key } of table) table.add(`${key}${key}`, null);
  }).toThrow(expect.objectContaining({ message: expect.stringContaining("Collection was modified") }));
});

test.each([1, 3, 5])("StringComparer %d ignores case", (comparison) => {
  const table = new KeyTable<number>(StringComparer.of(comparison));
  table.add("Key", 1);
  expect(table.find("kEY")?.value).toBe(1);
  expect(table.add("KEY", 2)).toBe(false);
});
