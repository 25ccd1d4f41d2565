import { describe, expect, it } from "vitest";
import { boxChar, boxDouble } from "@/policy/expression/values/boxed";
import { formatString } from "./format-string";

describe("formatString", () => {
  it.each([
    ["{0}", [1], "1"],
    ["{0,5}|{1,-5}|", [1, "ab"], "    1|ab   |"],
    ["{{{0}}}", ["x"], "{x}"],
    ["{0:N2} {1:X}", [boxDouble(1234.5), 255], "1,234.50 FF"],
    ["{1}{0}", ["a", "b"], "ba"],
    ["{0}", [null], ""],
    ["{0}", [boxChar(65)], "A"],
    ["{0,3:D2}", [5], " 05"],
    ["{0 , -4 }|", ["ab"], "ab  |"],
    ["", [], ""],
  ])("%s", (format, values, text) => {
    expect(formatString(format, values)).toBe(text);
  });

  it.each([
    ["{0", "Input string was not in a correct format. Failure to parse near offset 2. Format item ends prematurely."],
    ["}", "Input string was not in a correct format. Failure to parse near offset 1. Format item ends prematurely."],
    ["{a}", "Input string was not in a correct format. Failure to parse near offset 1. Expected an ASCII digit."],
    [
      "a}b",
      "Input string was not in a correct format. Failure to parse near offset 2. Unexpected closing brace without a corresponding opening brace.",
    ],
    ["{1}", "Index (zero based) must be greater than or equal to zero and less than the size of the argument list."],
  ])("%s is refused", (format, message) => {
    expect(() => formatString(format, ["x"])).toThrow(
      expect.objectContaining({ typeName: "System.FormatException", message }),
    );
  });
});
