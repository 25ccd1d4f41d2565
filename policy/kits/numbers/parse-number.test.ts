import { describe, expect, it } from "vitest";
import { byteKind, int32Kind, int64Kind } from "@/policy/library/integer-kinds";
import { parseDecimal, parseDouble, parseInteger, tryParseDouble, tryParseInteger } from "./parse-number";

const thrown = (typeName: string, message: string) => expect.objectContaining({ typeName, message });

describe("parsing numbers", () => {
  it.each([
    ["42", 42],
    [" -42 ", -42],
    ["+7", 7],
    ["0007", 7],
    ["-2147483648", -2147483648],
    ["2147483648", null],
    ["1.0", null],
    ["1,000", null],
    ["", null],
    [" ", null],
    ["0x1F", null],
    ["1-", null],
    ["- 1", null],
    [null, null],
  ])("int %s", (text, value) => {
    expect(tryParseInteger(text, int32Kind)).toBe(value);
  });

  it("reads other styles", () => {
    expect(parseInteger("1F", int32Kind, 515)).toBe(31);
    expect(parseInteger("FFFFFFFF", int32Kind, 515)).toBe(-1);
    expect(parseInteger("1,234", int32Kind, 111)).toBe(1234);
    expect(parseInteger("12.00", int32Kind, 111)).toBe(12);
    expect(parseInteger("(12)", int32Kind, 511)).toBe(-12);
    expect(parseInteger("1e3", int32Kind, 511)).toBe(1000);
    expect(parseInteger("9223372036854775807", int64Kind)).toBe(9223372036854775807n);
  });

  it("says what is wrong", () => {
    expect(() => parseInteger("abc", int32Kind)).toThrow(
      thrown("System.FormatException", "The input string 'abc' was not in a correct format."),
    );
    expect(() => parseInteger("2147483648", int32Kind)).toThrow(
      thrown("System.OverflowException", "Value was either too large or too small for an Int32."),
    );
    expect(() => parseInteger("256", byteKind)).toThrow(
      thrown("System.OverflowException", "Value was either too large or too small for an unsigned byte."),
    );
    expect(() => parseInteger(null, int32Kind)).toThrow(
      thrown("System.ArgumentNullException", "Value cannot be null. (Parameter 's')"),
    );
  });

  it.each([
    ["1.5", 1.5],
    ["1,234.5", 1234.5],
    ["1e3", 1000],
    [" -1.5E-2 ", -0.015],
    [".5", 0.5],
    ["5.", 5],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["1e400", Number.POSITIVE_INFINITY],
    ["NaN", Number.NaN],
    ["1.2.3", null],
    ["abc", null],
  ])("double %s", (text, value) => expect(tryParseDouble(text)).toBe(value));

  it("keeps a decimal's scale", () => {
    expect(parseDecimal("1.50").toText()).toBe("1.50");
    expect(parseDecimal("-0.00").toText()).toBe("0.00");
    expect(parseDecimal("1,000.5").toText()).toBe("1000.5");
    expect(() => parseDecimal("1e2")).toThrow();
    expect(() => parseDecimal("79228162514264337593543950336")).toThrow();
    expect(parseDouble("-0")).toBe(-0);
  });
});
