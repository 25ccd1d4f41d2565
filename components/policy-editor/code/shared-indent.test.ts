import { describe, expect, it } from "vitest";
import { sharedIndent } from "./shared-indent";

describe("the white space that the lines of a value share", () => {
  it("is that of the least indented line, the first line aside", () => {
    expect(sharedIndent("@{\n        var a = 1;\n            return a;\n    }")).toBe("    ");
  });
  it("is none where a line begins at once, or where there is one line only", () => {
    expect(sharedIndent("@{\n    var a = 1;\n}")).toBe("");
    expect(sharedIndent("    @(1)")).toBe("");
  });
  it("is not made less by empty lines", () => {
    expect(sharedIndent("@{\n    var a = 1;\n\n  \n    return a;\n    }")).toBe("    ");
  });
  it("takes tabs and spaces for what they are", () => {
    expect(sharedIndent("@{\n\t  a;\n\t\tb;\n\t}")).toBe("\t");
  });
});
