import { describe, expect, it } from "vitest";
import type { ArgumentShape, OverloadResult } from "./argument";
import { resolveCall } from "./calls";
import { constructorsOf, findMember, indexersOf } from "./members";
import { methodDisplay } from "./method-display";
import { resolveIndexer, resolveOverload } from "./overloads";
import { group, lambda, named, nothing, outVar, typed } from "./testing/shapes";
import { table, type } from "./testing/small-table";
import type { Type } from "./type";
import type { Constant } from "./type-definition";

const { known } = table;
const string = typed(known.string);
const int = (constant?: Constant) => typed(known.int, constant);
const fn = (count: number, body: (...types: readonly Type[]) => Type | null | "error") => lambda(table, count, body);

const show = (result: OverloadResult): string => {
  if (result.kind === "chosen") {
    const { method, expandedFrom } = result.overload;
    const form = expandedFrom === null ? "" : ` expanded from ${expandedFrom}`;
    return `${methodDisplay(method)} : ${method.returnType.display}${form}`;
  }
  if (result.kind === "ambiguous") return `ambiguous ${result.candidates.map(methodDisplay).join(" ")}`;
  return `${result.code}@${result.argument ?? ""} ${result.message}`;
};

const call = (receiver: string, name: string, ...given: ArgumentShape[]) =>
  show(resolveCall(table, { type: type(receiver), receiver: "value", name, typeArguments: null, arguments: given }));
const callType = (receiver: string, name: string, ...given: ArgumentShape[]) =>
  show(resolveCall(table, { type: type(receiver), receiver: "type", name, typeArguments: null, arguments: given }));
const returns = (receiver: string, name: string, ...given: ArgumentShape[]) => {
  const result = resolveCall(table, {
    type: type(receiver),
    receiver: "value",
    name,
    typeArguments: null,
    arguments: given,
  });
  return result.kind === "chosen" ? result.overload.method.returnType.display : show(result);
};

describe("overload resolution", () => {
  it("chooses by arguments", () => {
    expect(call("string", "Substring", int(1))).toBe("string.Substring(int) : string");
    expect(call("string", "ToString")).toBe("object.ToString() : string");
    expect(call("int", "ToString", string)).toBe("int.ToString(string) : string");
    expect(call("string", "Split", typed(known.char))).toBe("string.Split(params char[]) : string[] expanded from 0");
    expect(call("string", "Split")).toBe("string.Split(params char[]) : string[] expanded from 0");
    expect(call("string", "Split", typed(type("char[]")))).toBe("string.Split(params char[]) : string[]");
    expect(callType("string", "Join", string, typed(type("string[]")))).toBe(
      "string.Join(string, params string[]) : string",
    );
    expect(callType("string", "Join", string, typed(type("List<string>")))).toBe(
      "string.Join<string>(string, IEnumerable<string>) : string",
    );
    expect(callType("string", "Join", string, string, string)).toBe(
      "string.Join(string, params string[]) : string expanded from 1",
    );
    expect(callType("string", "Join", string, string, int())).toBe(
      "string.Join(string, params object[]) : string expanded from 1",
    );
    expect(callType("string", "Format", string, int())).toBe("string.Format(string, object) : string");
    expect(callType("string", "Format", string, int(), int(), int())).toBe(
      "string.Format(string, params object[]) : string expanded from 1",
    );
    expect(callType("Math", "Max", int(), int())).toBe("Math.Max(int, int) : int");
    expect(callType("Math", "Max", int(), typed(known.double))).toBe("Math.Max(double, double) : double");
    expect(callType("Math", "Round", int())).toContain("ambiguous");
    expect(callType("int", "TryParse", string, outVar)).toBe("int.TryParse(string, out int) : bool");
    expect(call("string", "Equals", string)).toBe("string.Equals(string) : bool");
    expect(call("string", "Equals", nothing)).toBe("string.Equals(string) : bool");
    expect(callType("string", "Equals", string, string)).toBe("object.Equals(object, object) : bool");
    expect(call("string", "StartsWith", string, named("comparison", typed(type("StringComparison"))))).toContain(
      "StartsWith",
    );
  });

  it("tells what the compiler tells", () => {
    expect(call("string", "Substring")).toBe("CS1501@ No overload for method 'Substring' takes 0 arguments");
    expect(callType("int", "Parse", int())).toBe("CS1503@0 Argument 1: cannot convert from 'int' to 'string'");
    expect(callType("int", "Parse")).toBe(
      "CS7036@ There is no argument given that corresponds to the required formal parameter 's' of 'int.Parse(string)'",
    );
    expect(callType("int", "TryParse", string, int())).toBe(
      "CS1620@1 Argument 2 must be passed with the 'out' keyword",
    );
    expect(callType("int", "Parse", { ...string, modifier: "ref" } as ArgumentShape)).toBe(
      "CS1615@0 Argument 1 may not be passed with the 'ref' keyword",
    );
    expect(callType("int", "Parse", named("x", string))).toBe(
      "CS1739@0 The best overload for 'Parse' does not have a parameter named 'x'",
    );
    expect(call("string", "Foo")).toBe(
      "CS1061@ 'string' does not contain a definition for 'Foo' and no accessible extension method 'Foo' accepting a first argument of type 'string' could be found (are you missing a using directive or an assembly reference?)",
    );
    expect(callType("string", "Foo")).toBe("CS0117@ 'string' does not contain a definition for 'Foo'");
    expect(call("int", "Parse", string)).toBe(
      "CS0176@ Member 'int.Parse(string)' cannot be accessed with an instance reference; qualify it with a type name instead",
    );
    expect(callType("string", "Trim")).toBe(
      "CS0120@ An object reference is required for the non-static field, method, or property 'string.Trim()'",
    );
    expect(
      call(
        "int",
        "Select",
        fn(1, () => known.int),
      ),
    ).toContain("CS1061");
    expect(call("string", "Contains", int())).toBe("CS1503@0 Argument 1: cannot convert from 'int' to 'string'");
    expect(call("List<string>", "Select", nothing)).toContain("CS0411");
    expect(call("List<string>", "Add", int())).toBe("CS1503@0 Argument 1: cannot convert from 'int' to 'string'");
  });

  it("points at the lambda whose body is wrong", () => {
    const wrong = fn(1, () => "error");
    const result = resolveCall(table, {
      type: type("List<string>"),
      receiver: "value",
      name: "Select",
      typeArguments: null,
      arguments: [wrong],
    });
    expect(result).toMatchObject({ kind: "none", argument: 0, delegate: { display: "Func<string, ?>" } });
  });

  it("tells what is wrong with lambdas", () => {
    expect(
      call(
        "List<string>",
        "Where",
        fn(1, () => known.int),
      ),
    ).toContain("CS1662@0");
    expect(
      call(
        "List<string>",
        "Select",
        fn(3, () => known.int),
      ),
    ).toBe("CS1593@0 Delegate 'Func<TSource, TResult>' does not take 3 arguments");
    expect(
      call(
        "string",
        "Substring",
        fn(1, () => known.int),
      ),
    ).toBe("CS1660@0 Cannot convert lambda expression to type 'int' because it is not a delegate type");
  });

  it("chooses constructors and indexers", () => {
    const list = (...given: ArgumentShape[]) =>
      show(resolveOverload(table, "List", constructorsOf(table, type("List<int>")), given, null));
    expect(list()).toBe("List<int>.List() : List<int>");
    expect(list(int())).toBe("List<int>.List(int) : List<int>");
    expect(list(typed(type("int[]")))).toBe("List<int>.List(IEnumerable<int>) : List<int>");
    const index = (receiver: string, given: ArgumentShape) =>
      resolveIndexer(table, indexersOf(table, type(receiver)), [given]).property?.parameters[0]?.type.display;
    expect(index("JObject", string)).toBe("string");
    expect(index("JArray", int())).toBe("int");
    expect(index("JToken", int())).toBe("object");
    expect(index("JArray", string)).toBe("object");
  });
});

describe("type inference", () => {
  const same = fn(1, (x) => x as Type);

  it("infers LINQ", () => {
    expect(
      returns(
        "List<string>",
        "Select",
        fn(1, () => known.int),
      ),
    ).toBe("IEnumerable<int>");
    expect(
      returns(
        "string[]",
        "Select",
        fn(2, (_x, i) => i as Type),
      ),
    ).toBe("IEnumerable<int>");
    expect(returns("string", "Select", same)).toBe("IEnumerable<char>");
    expect(returns("JObject", "Select", same)).toBe("IEnumerable<JToken>");
    expect(
      returns(
        "JArray",
        "Where",
        fn(1, () => known.bool),
      ),
    ).toBe("IEnumerable<JToken>");
    expect(
      returns(
        "List<string>",
        "SelectMany",
        fn(1, () => type("int[]")),
      ),
    ).toBe("IEnumerable<int>");
    expect(
      returns(
        "List<string>",
        "SelectMany",
        fn(1, () => type("int[]")),
        fn(2, (_a, b) => b as Type),
      ),
    ).toBe("IEnumerable<int>");
    expect(
      returns(
        "List<string>",
        "GroupBy",
        fn(1, () => known.int),
      ),
    ).toBe("IEnumerable<IGrouping<int, string>>");
    expect(
      returns(
        "List<string>",
        "GroupBy",
        fn(1, () => known.int),
        fn(1, () => known.bool),
      ),
    ).toBe("IEnumerable<IGrouping<int, bool>>");
    expect(
      returns(
        "List<string>",
        "GroupBy",
        fn(1, () => known.int),
        fn(2, (_key, all) => all as Type),
      ),
    ).toBe("IEnumerable<IEnumerable<string>>");
    expect(
      returns(
        "List<string>",
        "ToDictionary",
        same,
        fn(1, () => known.object),
      ),
    ).toBe("Dictionary<string, object>");
    expect(
      returns(
        "List<int>",
        "Aggregate",
        fn(2, (a) => a as Type),
      ),
    ).toBe("int");
    expect(
      returns(
        "List<int>",
        "Aggregate",
        string,
        fn(2, (a) => a as Type),
      ),
    ).toBe("string");
    expect(
      returns(
        "List<int>",
        "Join",
        typed(type("string[]")),
        same,
        fn(1, () => known.int),
        fn(2, () => known.bool),
      ),
    ).toBe("IEnumerable<bool>");
    expect(returns("List<int>", "OrderBy", same)).toBe("IOrderedEnumerable<int>");
    expect(
      returns(
        "List<int>",
        "Zip",
        typed(type("string[]")),
        fn(2, (_a, b) => b as Type),
      ),
    ).toBe("IEnumerable<string>");
    expect(
      returns(
        "List<string>",
        "Sum",
        fn(1, () => known.int),
      ),
    ).toBe("int");
    expect(
      returns(
        "List<string>",
        "Sum",
        fn(1, () => known.decimal),
      ),
    ).toBe("decimal");
    expect(
      returns(
        "List<string>",
        "Sum",
        fn(1, () => type("int?")),
      ),
    ).toBe("int?");
    expect(returns("Dictionary<string, int>", "ToList")).toBe("List<KeyValuePair<string, int>>");
    expect(returns("List<object>", "Contains", string)).toBe("bool");
    expect(returns("List<object>", "Concat", typed(type("List<string>")))).toBe("IEnumerable<object>");
    expect(
      returns(
        "List<string>",
        "ConvertAll",
        fn(1, () => known.int),
      ),
    ).toBe("List<int>");
    expect(
      returns(
        "List<string>",
        "Exists",
        fn(1, () => known.bool),
      ),
    ).toBe("bool");
  });

  it("takes method groups", () => {
    const parse = findMember(table, known.int, "Parse");
    const isDigit = findMember(table, known.char, "IsDigit");
    if (parse?.kind !== "methods" || isDigit?.kind !== "methods") throw new Error();
    expect(returns("List<string>", "Select", group(parse.methods))).toBe("IEnumerable<int>");
    expect(returns("string", "Where", group(isDigit.methods))).toBe("IEnumerable<char>");
  });
});
