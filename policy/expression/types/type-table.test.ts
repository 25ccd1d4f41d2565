import { describe, expect, it } from "vitest";
import { declareType } from "@/policy/library/declare";
import { resolveAll } from "./testing/resolve-all";
import { table, type } from "./testing/small-table";
import { typeResult } from "./testing/type-named";
import { createTypeTable } from "./type-table";

const problem = (text: string) => {
  const result = typeResult(table, text);
  return result.type === null ? `${result.code} ${result.message}` : result.type.display;
};

describe("type table", () => {
  it("interns types", () => {
    expect(type("List<int?>")).toBe(type("System.Collections.Generic.List<System.Nullable<Int32>>"));
    expect(type("string[][]")).toBe(table.arrayOf(table.arrayOf(table.known.string)));
    const properties = () => [{ name: "A", type: table.known.string }];
    expect(table.anonymous(properties())).toBe(table.anonymous(properties()));
    expect(table.anonymous(properties()).display).toBe("<anonymous type: string A>");
  });

  it("shows types as the compiler and the runtime do", () => {
    const shown = type("Dictionary<string, List<int?[]>>");
    expect(shown.display).toBe("Dictionary<string, List<int?[]>>");
    expect(shown.fullName).toBe(
      "System.Collections.Generic.Dictionary`2[System.String,System.Collections.Generic.List`1[System.Nullable`1[System.Int32][]]]",
    );
    expect(type("TimeZoneInfo.AdjustmentRule").display).toBe("TimeZoneInfo.AdjustmentRule");
    expect(type("TimeZoneInfo.AdjustmentRule").fullName).toBe("System.TimeZoneInfo+AdjustmentRule");
    expect(type("Func<int, bool>").display).toBe("Func<int, bool>");
  });

  it("resolves every declaration", () => {
    expect(resolveAll(table)).toEqual([]);
  });

  it("leaves out what names unknown types, and says so", () => {
    const declaration = declareType("namespace N; public class A { void F(Nope a); void G(); } public class A { }");
    const other = createTypeTable([declaration]);
    expect(resolveAll(other)).toEqual([
      "N.A`0 is declared twice",
      expect.stringMatching(/^N\.A\.F\(Nope\): The type or namespace name 'Nope'/),
    ]);
    expect(other.find("A", 0)?.methods.map((method) => method.name)).toEqual(["G"]);
  });

  it("reads a declaration when it is asked for", () => {
    const other = createTypeTable([
      declareType("namespace N; public delegate List<T> F<T>(T a);"),
      { text: "class Broken" },
    ]);
    expect(other.find("F", 1)?.fullName).toBe("N.F");
    expect(other.isNamespace("N")).toBe(true);
    expect(() => other.find("Broken", 0)).toThrow();
  });

  it.each([
    [
      "Nope",
      "CS0246 The type or namespace name 'Nope' could not be found (are you missing a using directive or an assembly reference?)",
    ],
    [
      "Nope<int>",
      "CS0246 The type or namespace name 'Nope<>' could not be found (are you missing a using directive or an assembly reference?)",
    ],
    [
      "System.Nope",
      "CS0234 The type or namespace name 'Nope' does not exist in the namespace 'System' (are you missing an assembly reference?)",
    ],
    ["List", "CS0305 Using the generic type 'List<T>' requires 1 type arguments"],
    ["Dictionary<int>", "CS0305 Using the generic type 'Dictionary<TKey, TValue>' requires 2 type arguments"],
    ["DateTime<int>", "CS0308 The non-generic type 'DateTime' cannot be used with type arguments"],
    ["File", "GH0001 Usage of type 'System.IO.File' is not supported within expressions"],
    ["System.IO.File", "GH0001 Usage of type 'System.IO.File' is not supported within expressions"],
    ["Task<int>", "GH0001 Usage of type 'System.Threading.Tasks.Task' is not supported within expressions"],
    [
      "string?",
      "CS8370 Feature 'nullable reference types' is not available in C# 7.3. Please use language version 8.0 or greater.",
    ],
    ["TimeZoneInfo.Nope", "CS0426 The type name 'Nope' does not exist in the type 'TimeZoneInfo'"],
    [
      "System",
      "CS0246 The type or namespace name 'System' could not be found (are you missing a using directive or an assembly reference?)",
    ],
  ])("%s", (text, expected) => {
    expect(problem(text)).toBe(expected);
  });
});
