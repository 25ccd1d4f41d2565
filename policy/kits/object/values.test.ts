import { describe, expect, it } from "vitest";
import { Boxed, boxByte, boxChar, boxDouble, boxFloat } from "@/policy/expression/values/boxed";
import { Decimal } from "@/policy/kits/numbers/decimal";
import { compareValues } from "./compare";
import { netEquals } from "./equals";
import { hashOf } from "./hash";
import { textOf } from "./text-of";

describe("boxed values", () => {
  it.each([
    [null, ""],
    [true, "True"],
    [5, "5"],
    [-5n, "-5"],
    ["a", "a"],
    [boxDouble(1.5), "1.5"],
    [boxDouble(Number.POSITIVE_INFINITY), "Infinity"],
    [boxFloat(Math.fround(0.1)), "0.1"],
    [boxChar(65), "A"],
    [boxByte(7), "7"],
    [Decimal.parse("1.50"), "1.50"],
    [new Uint8Array(2), "System.Byte[]"],
  ])("%o has the text %s", (value, text) => {
    expect(textOf(value)).toBe(text);
  });

  it.each([
    [1, 1, true],
    [1, 1n, false],
    [1, boxDouble(1), false],
    [boxDouble(1), boxDouble(1), true],
    [boxDouble(Number.NaN), boxDouble(Number.NaN), true],
    [boxChar(65), boxByte(65), false],
    ["a", "a", true],
    [null, null, true],
    [null, "a", false],
    [Decimal.parse("1.0"), Decimal.parse("1.00"), true],
    [Decimal.parse("1"), null, false],
  ])("%o and %o are equal: %s", (a, b, equal) => {
    expect(netEquals(a, b)).toBe(equal);
    expect(netEquals(b, a)).toBe(equal);
    if (equal) expect(hashOf(a)).toBe(hashOf(b));
  });

  it.each([
    [1, 2, -1],
    [null, 1, -1],
    ["a", "B", -1],
    ["b", "a", 1],
    [false, true, -1],
    [boxDouble(Number.NaN), boxDouble(0), -1],
    [2n, 10n, -1],
    [Decimal.parse("2"), Decimal.parse("10"), -1],
  ])("%o before or after %o", (a, b, order) => {
    expect(Math.sign(compareValues(a, b))).toBe(order);
    expect(Math.sign(compareValues(b, a))).toBe(-order);
  });

  it("refuses to compare what cannot be", () => {
    expect(() => compareValues(1, "a")).toThrow(expect.objectContaining({ message: "Object must be of type Int32." }));
    expect(() => compareValues(new Uint8Array(1), new Uint8Array(1))).toThrow(
      expect.objectContaining({ message: "At least one object must implement IComparable." }),
    );
    expect(() => compareValues(new Boxed("N.E", 1), 1)).toThrow();
  });
});
