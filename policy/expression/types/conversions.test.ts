import { describe, expect, it } from "vitest";
import { bestCommonType, conditionalType } from "./best-common-type";
import { type Conversion, explicitConversion, implicitConversion } from "./conversions";
import { nothing, typed } from "./testing/shapes";
import { table, type } from "./testing/small-table";
import type { Constant } from "./type-definition";

const show = (conversion: Conversion | null) =>
  conversion === null
    ? "none"
    : conversion.steps
        .map(
          (step) =>
            `${step.kind === "operator" ? `${step.lifted ? "lifted " : ""}operator` : step.kind}:${step.to.display}`,
        )
        .join(" ") || "identity";

const of = (text: string) => (text === "null" ? table.known.null : type(text));
const implicit = (from: string, to: string, constant?: Constant) =>
  show(implicitConversion(table, of(from), type(to), constant));
const explicit = (from: string, to: string) => show(explicitConversion(table, of(from), type(to)));

describe("implicit conversions", () => {
  it.each([
    ["int", "int", "identity"],
    ["int", "long", "numeric:long"],
    ["char", "int", "numeric:int"],
    ["long", "int", "none"],
    ["double", "decimal", "none"],
    ["int", "int?", "to-nullable:int?"],
    ["int", "long?", "numeric:long to-nullable:long?"],
    ["int?", "long?", "nullable-numeric:long?"],
    ["int?", "int", "none"],
    ["null", "int?", "reference:int?"],
    ["null", "string", "reference:string"],
    ["null", "int", "none"],
    ["int", "object", "boxing:object"],
    ["int", "IComparable<int>", "boxing:IComparable<int>"],
    ["int?", "IComparable<int>", "boxing:IComparable<int>"],
    ["int", "IDisposable", "none"],
    ["DayOfWeek", "Enum", "boxing:Enum"],
    ["string", "object", "reference:object"],
    ["string", "IEnumerable<char>", "reference:IEnumerable<char>"],
    ["List<string>", "IEnumerable<object>", "reference:IEnumerable<object>"],
    ["List<string>", "IEnumerable<string>", "reference:IEnumerable<string>"],
    ["List<int>", "IEnumerable<object>", "none"],
    ["List<string>", "List<object>", "none"],
    ["string[]", "object[]", "reference:object[]"],
    ["int[]", "object[]", "none"],
    ["string[]", "IEnumerable<object>", "reference:IEnumerable<object>"],
    ["string[]", "IList<object>", "reference:IList<object>"],
    ["int[]", "IReadOnlyList<int>", "reference:IReadOnlyList<int>"],
    ["string[]", "Array", "reference:Array"],
    ["Func<object, string>", "Func<string, object>", "reference:Func<string, object>"],
    ["Func<string>", "Func<int>", "none"],
    ["JObject", "JToken", "reference:JToken"],
    ["JObject", "IEnumerable<JToken>", "reference:IEnumerable<JToken>"],
    ["string", "JToken", "operator:JToken"],
    ["int?", "JToken", "operator:JToken"],
    ["char", "JToken", "numeric:int operator:JToken"],
    ["JToken", "string", "none"],
    ["DateTime", "DateTimeOffset", "operator:DateTimeOffset"],
    ["DateTime", "DateTimeOffset?", "operator:DateTimeOffset to-nullable:DateTimeOffset?"],
    ["DateTime?", "DateTimeOffset?", "lifted operator:DateTimeOffset?"],
  ])("%s to %s: %s", (from, to, expected) => {
    expect(implicit(from, to)).toBe(expected);
  });

  it("lets constants narrow", () => {
    expect(implicit("int", "Char", 1)).toBe("none");
    expect(show(implicitConversion(table, type("int"), table.known.byte, 255))).toBe("numeric:byte");
    expect(show(implicitConversion(table, type("int"), table.known.byte, 256))).toBe("none");
    expect(show(implicitConversion(table, type("int"), table.known.ulong, 1))).toBe("numeric:ulong");
    expect(implicit("int", "DayOfWeek", 0)).toBe("numeric:DayOfWeek");
    expect(implicit("int", "DayOfWeek", 1)).toBe("none");
  });
});

describe("explicit conversions", () => {
  it.each([
    ["long", "int", "numeric:int"],
    ["double", "decimal", "numeric:decimal"],
    ["int", "DayOfWeek", "numeric:DayOfWeek"],
    ["DayOfWeek", "long", "numeric:long"],
    ["long?", "int", "from-nullable:long numeric:int"],
    ["long?", "int?", "nullable-numeric:int?"],
    ["long", "int?", "numeric:int to-nullable:int?"],
    ["object", "int", "unboxing:int"],
    ["object", "int?", "unboxing:int?"],
    ["object", "string", "reference-cast:string"],
    ["object", "string[]", "reference-cast:string[]"],
    ["IComparable<int>", "int", "unboxing:int"],
    ["object", "JToken", "reference-cast:JToken"],
    ["JToken", "JObject", "reference-cast:JObject"],
    ["JToken", "IDisposable", "reference-cast:IDisposable"],
    ["string", "IDisposable", "none"],
    ["string", "int", "none"],
    ["JToken", "string", "operator:string"],
    ["JToken", "int", "operator:int"],
    ["JToken", "int?", "operator:int?"],
    ["JToken", "DateTime?", "operator:DateTime?"],
    ["JObject", "string", "reference:JToken operator:string"],
    ["JToken", "char", "operator:int numeric:char"],
    ["IEnumerable<object>", "List<string>", "reference-cast:List<string>"],
    ["bool", "int", "none"],
  ])("%s to %s: %s", (from, to, expected) => {
    expect(explicit(from, to)).toBe(expected);
  });
});

describe("common types", () => {
  const best = (...texts: string[]) =>
    bestCommonType(
      table,
      texts.map((text) => (text === "null" ? nothing : typed(type(text)))),
    )?.display ?? null;

  it("takes the one that all convert to", () => {
    expect(best("int", "long", "int")).toBe("long");
    expect(best("string", "null")).toBe("string");
    expect(best("int", "null")).toBeNull();
    expect(best("JObject", "JToken")).toBe("JToken");
    expect(best("string", "JToken")).toBe("JToken");
    expect(best("JObject", "JArray")).toBeNull();
    expect(best("int", "string")).toBeNull();
  });

  it("types conditionals", () => {
    const of = (a: string, b: string) => {
      const shape = (text: string) => (text === "null" ? nothing : typed(type(text)));
      return conditionalType(table, shape(a), shape(b))?.display ?? null;
    };
    expect(of("int", "double")).toBe("double");
    expect(of("null", "string")).toBe("string");
    expect(of("int", "null")).toBeNull();
    expect(of("int", "int?")).toBe("int?");
    expect(of("int", "string")).toBeNull();
    expect(of("null", "null")).toBeNull();
  });
});
