import { describe, expect, it } from "vitest";
import { Decimal } from "./decimal";

const d = (text: string) => Decimal.parse(text);

describe("Decimal", () => {
  it.each([
    ["1.50", "1", "2.50"],
    ["0.1", "0.2", "0.3"],
    ["79228162514264337593543950335", "0.4", "79228162514264337593543950335"],
  ])("%s + %s", (a, b, sum) => expect(d(a).add(d(b)).toText()).toBe(sum));

  it.each([
    ["1", "3", "0.3333333333333333333333333333"],
    ["2", "3", "0.6666666666666666666666666667"],
    ["10.00", "4", "2.50"],
    ["1", "8", "0.125"],
    ["6", "0.2", "30"],
    ["10.00", "5", "2.00"],
    ["-7", "2", "-3.5"],
    ["100", "3", "33.333333333333333333333333333"],
    ["1", "0.25", "4"],
  ])("%s / %s", (a, b, quotient) => expect(d(a).divide(d(b)).toText()).toBe(quotient));

  it.each([
    ["1.10", "2.0", "2.200"],
    ["1.23456789012345678", "1.23456789012345678", "1.5241578753238836527968299765"],
  ])("%s * %s", (a, b, product) => expect(d(a).multiply(d(b)).toText()).toBe(product));

  it("keeps the dividend's sign in a remainder", () => expect(d("-5.5").remainder(d("2.00")).toText()).toBe("-1.50"));

  it("overflows", () => {
    expect(() => Decimal.maxValue.add(Decimal.one)).toThrow(
      expect.objectContaining({ message: "Value was either too large or too small for a Decimal." }),
    );
    expect(() => Decimal.one.divide(Decimal.zero)).toThrow(
      expect.objectContaining({ typeName: "System.DivideByZeroException" }),
    );
  });

  it("comes from floats with the digits they vouch for", () => {
    expect(Decimal.fromDouble(0.1).toText()).toBe("0.1");
    expect(Decimal.fromDouble(123456789.12345679).toText()).toBe("123456789.123457");
    expect(Decimal.fromSingle(Math.fround(1.1)).toText()).toBe("1.1");
    expect(() => Decimal.fromDouble(1e30)).toThrow();
  });

  it("is equal whatever its scale", () => {
    expect(d("1.0").equalTo(d("1.00"))).toBe(true);
    expect(d("1.0").hash()).toBe(d("1.00").hash());
  });

  it.each([
    ["2.5", 0, "even", "2"],
    ["2.5", 0, "away", "3"],
    ["-2.55", 1, "even", "-2.6"],
    ["1.5", 3, "even", "1.5"],
    ["-1.1", 0, "down", "-2"],
  ] as const)("rounds %s to %d %s", (value, places, rounding, text) => {
    expect(d(value).round(places, rounding).toText()).toBe(text);
  });
});
