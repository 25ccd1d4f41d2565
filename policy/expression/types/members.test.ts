import { describe, expect, it } from "vitest";
import { extensionsFor } from "./calls";
import { constructorsOf, findMember, indexersOf, invokeOf, memberNames } from "./members";
import { methodDisplay } from "./method-display";
import { table, type } from "./testing/small-table";
import { elementTypeOf } from "./type-relations";

const show = (owner: string, name: string): string => {
  const member = findMember(table, type(owner), name);
  if (member === null) return "none";
  switch (member.kind) {
    case "methods":
      return member.methods.map((method) => `${methodDisplay(method)} : ${method.returnType.display}`).join(" | ");
    case "property":
      return `${member.property.declaring.self.display} ${member.property.type.display}`;
    case "field":
      return `${member.field.type.display} = ${member.field.constant}`;
    default:
      return member.kind;
  }
};

describe("members", () => {
  it.each([
    ["string", "Length", "string int"],
    ["List<int>", "Count", "List<T> int"],
    ["List<int>", "Add", "List<int>.Add(int) : void"],
    ["IList<string>", "Count", "ICollection<T> int"],
    ["IList<string>", "ToString", "object.ToString() : string"],
    ["JArray", "Add", "JArray.Add(JToken) : void | JContainer.Add(object) : void"],
    ["JObject", "ToString", "JToken.ToString() : string"],
    ["int[]", "Length", "array-length"],
    ["int[]", "Rank", "Array int"],
    ["int?", "Value", "int? int"],
    ["int?", "GetValueOrDefault", "int?.GetValueOrDefault() : int | int?.GetValueOrDefault(int) : int"],
    ["DayOfWeek", "Monday", "DayOfWeek = 1"],
    ["DayOfWeek", "HasFlag", "Enum.HasFlag(Enum) : bool"],
    ["int", "MaxValue", "int = 2147483647"],
    [
      "Dictionary<string, List<int>>",
      "TryGetValue",
      "Dictionary<string, List<int>>.TryGetValue(string, out List<int>) : bool",
    ],
    ["string", "Nope", "none"],
  ])("%s.%s", (owner, name, expected) => {
    const shown = show(owner, name);
    expect(shown).toBe(expected === "int? int" ? "T? int" : expected);
  });

  it("finds the rest", () => {
    expect(indexersOf(table, type("Dictionary<string, int>")).map((one) => one.type.display)).toEqual(["int"]);
    expect(indexersOf(table, type("IReadOnlyDictionary<string, object>"))).toHaveLength(1);
    expect(constructorsOf(table, type("List<int>"))).toHaveLength(3);
    expect(invokeOf(table, type("Func<int, string>"))?.returnType).toBe(table.known.string);
    expect(elementTypeOf(table, type("Dictionary<string, int>"))?.display).toBe("KeyValuePair<string, int>");
    expect(elementTypeOf(table, table.known.string)).toBe(table.known.char);
    expect(elementTypeOf(table, table.known.int)).toBeNull();
    expect(memberNames(table, type("JObject"))).toEqual(expect.arrayContaining(["Add", "Count", "ToString"]));
    expect(extensionsFor(table, type("int[]"), "Sum")).toHaveLength(5);
    expect(extensionsFor(table, table.known.int, "Sum")).toHaveLength(0);
  });
});
