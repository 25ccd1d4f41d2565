import { expect, test } from "vitest";
import { Boxed } from "@/policy/expression/values/boxed";
import { NetException } from "@/policy/expression/values/net-exception";
import { libraryType } from "@/policy/kits/object/library-types";
import { enumerate } from "./enumerate";
import { NetEnumerator } from "./net-enumerator";
import { NetSequence } from "./net-sequence";

test("characters and bytes are boxed", () => {
  expect([...enumerate("aé")]).toEqual([new Boxed("System.Char", 97), new Boxed("System.Char", 233)]);
  expect([...enumerate(new Uint8Array([7]))]).toEqual([new Boxed("System.Byte", 7)]);
});

test.each([5, {}, [], new Map()])("%j cannot be enumerated", (value) => {
  expect(() => enumerate(value)).toThrow(expect.objectContaining({ typeName: "System.InvalidCastException" }));
});

test("an enumerator stands before the first element, then after the last", () => {
  const sequence = new NetSequence(libraryType("System.Int32"), function* () {
    yield 1;
    yield 2;
  });
  const enumerator = new NetEnumerator(sequence);
  expect(() => enumerator.current).toThrow(expect.any(NetException));
  const seen: unknown[] = [];
  while (enumerator.moveNext()) seen.push(enumerator.current);
  expect(seen).toEqual([1, 2]);
  expect(enumerator.moveNext()).toBe(false);
  expect(() => enumerator.current).toThrow(expect.any(NetException));
});
