import { describe, expect, it } from "vitest";
import { declareType } from "./declare";
import { typeText } from "./member-key";
import { parseDeclaration } from "./parse-declaration";
import type { ParsedField, ParsedMethod, ParsedProperty } from "./parsed-type";

const parse = (text: string) => parseDeclaration(declareType(text));
const one = (text: string) => parse(text)[0]!;
const member = <T>(text: string) => one(`namespace N; public class C<T> { ${text} }`).members[0] as T;
const keyOf = (text: string) => one(`namespace N; public class C { ${text} }`).members[0]?.key;

const timeSpan = `
  namespace System;
  /// A span of time.
  /// In ticks.
  public struct TimeSpan : IComparable<TimeSpan>, IEquatable<TimeSpan> {
    const long TicksPerSecond = 10000000L;
    static readonly TimeSpan Zero;
    TimeSpan(int hours, int minutes, int seconds);
    double TotalSeconds { get; }
    /// Rounds to the nearest tick.
    [Beyond] static TimeSpan FromSeconds(double value);
    static bool TryParse(string s, out TimeSpan result);
    string ToString(string format = null);
    static TimeSpan operator +(TimeSpan t1, TimeSpan t2);
    static explicit operator long(TimeSpan t);
  }
`;

describe("the declaration of a type", () => {
  it("gives its name, kind, bases and documentation", () => {
    const type = one(timeSpan);
    expect(type).toMatchObject({ namespace: "System", container: null, name: "TimeSpan", kind: "struct" });
    expect(type.doc).toBe("A span of time. In ticks.");
    expect(type.bases.map(typeText)).toEqual(["IComparable<TimeSpan>", "IEquatable<TimeSpan>"]);
  });

  it("gives every member its key", () => {
    expect(one(timeSpan).members.map((each) => each.key)).toEqual([
      "TicksPerSecond",
      "Zero",
      "new(int, int, int)",
      "TotalSeconds",
      "FromSeconds(double)",
      "TryParse(string, out TimeSpan)",
      "ToString(string)",
      "operator +(TimeSpan, TimeSpan)",
      "explicit long(TimeSpan)",
    ]);
  });

  it("knows what is static, beyond and documented", () => {
    const members = one(timeSpan).members;
    expect(members.filter((each) => each.isStatic).map((each) => each.name)).toEqual([
      "TicksPerSecond",
      "Zero",
      "FromSeconds",
      "TryParse",
      "+",
      "explicit",
    ]);
    expect(members.filter((each) => each.beyond).map((each) => each.name)).toEqual(["FromSeconds"]);
    expect(members[4]?.doc).toBe("Rounds to the nearest tick.");
    expect(members[5]?.doc).toBe("");
  });

  it("reads several types, nested ones and those without a namespace", () => {
    const types = parse(`
      public interface IUrl { string Host { get; } }
      namespace System;
      public sealed class TimeZoneInfo { string Id { get; } public sealed class AdjustmentRule { int Delta { get; } } }
      public static abstract class Both { }
    `);
    expect(types.map(({ namespace, container, name, modifiers }) => [namespace, container, name, modifiers])).toEqual([
      ["", null, "IUrl", []],
      ["System", null, "TimeZoneInfo", ["sealed"]],
      ["System", "TimeZoneInfo", "AdjustmentRule", ["sealed"]],
      ["System", null, "Both", ["static", "abstract"]],
    ]);
  });

  it("reads enums", () => {
    const type = one(
      "namespace N; [Flags] public enum E : long { A, B = 4, /// Third.\n C, [Beyond] D = B | 1 << 1, E = -1 }",
    );
    expect(type.attributes).toEqual(["Flags"]);
    expect(type.bases.map(typeText)).toEqual(["long"]);
    expect(type.members.map((each) => [each.name, (each as ParsedField).constant])).toEqual([
      ["A", { kind: "value", value: 0 }],
      ["B", { kind: "value", value: 4 }],
      ["C", { kind: "value", value: 5 }],
      ["D", { kind: "value", value: 6 }],
      ["E", { kind: "value", value: -1 }],
    ]);
  });

  it("reads delegates", () => {
    const type = one("namespace System; public delegate TResult Func<in T, out TResult>(T arg) where T : class;");
    expect(type.typeParameters).toEqual([
      { name: "T", variance: "in", constraint: "class", constraintTypes: [] },
      { name: "TResult", variance: "out", constraint: null, constraintTypes: [] },
    ]);
    expect(type.members).toMatchObject([{ kind: "method", name: "Invoke", key: "Invoke(T)" }]);
  });
});

describe("the key of a member", () => {
  it.each([
    ["string Name { get; set; }", "Name"],
    ["T this[int index] { get; set; }", "this[int]"],
    ["static string Join(string separator, params string[] values);", "Join(string, params string[])"],
    [
      "static IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> f);",
      "Select<TSource, TResult>(IEnumerable<TSource>, Func<TSource, TResult>)",
    ],
    ["static implicit operator JToken(string value);", "implicit JToken(string)"],
    [
      "int? F(Dictionary<string,int[]> a, System.Text.Encoding b, byte[][,] c);",
      "F(Dictionary<string, int[]>, System.Text.Encoding, byte[][,])",
    ],
    ["static C operator >>(C a, int b);", "operator >>(C, int)"],
    ["static bool operator >=(C a, C b);", "operator >=(C, C)"],
    ["static bool operator true(C a);", "operator true(C)"],
    ["static C operator ++(C a);", "operator ++(C)"],
    ["void Swap(ref int a);", "Swap(ref int)"],
    ["T Get<T>() where T : class, new();", "Get<T>()"],
    ["C();", "new()"],
  ])("%s", (text, key) => expect(keyOf(text)).toBe(key));
});

describe("what a member is", () => {
  it("says which accessors there are", () => {
    expect(member<ParsedProperty>("T P { get; }")).toMatchObject({ readable: true, writable: false });
    expect(member<ParsedProperty>("T P { get; set; }")).toMatchObject({ readable: true, writable: true });
  });

  it("knows extensions", () => {
    expect(member<ParsedMethod>("static int F(this string s, int i);").isExtension).toBe(true);
    expect(member<ParsedMethod>("static int F(string s);").isExtension).toBe(false);
  });

  it.each([
    ["int a = 1", { kind: "value", value: 1 }],
    ["long a = 1", { kind: "value", value: 1n }],
    ["long a = -9223372036854775808", { kind: "value", value: -9223372036854775808n }],
    ["decimal a = 1.5m", { kind: "value", value: "1.5" }],
    ["double a = 0.0 / 0.0", { kind: "value", value: Number.NaN }],
    ["char a = ' '", { kind: "value", value: 32 }],
    ["string a = null", { kind: "value", value: null }],
    ['string a = ""', { kind: "value", value: "" }],
    ["bool a = true", { kind: "value", value: true }],
    ["T a = default", { kind: "default" }],
    ["CancellationToken a = default(CancellationToken)", { kind: "default" }],
    ["Formatting a = Formatting.None", { kind: "name", path: [{ text: "Formatting" }, { text: "None" }] }],
    ["int a = int.MaxValue", { kind: "name", path: [{ text: "int" }, { text: "MaxValue" }] }],
  ])("reads the default of %s", (parameter, expected) => {
    expect(member<ParsedMethod>(`void F(${parameter});`).parameters[0]?.defaultValue).toMatchObject(expected);
  });
});

it.each([
  ["namespace N;\npublic class C {\n  string Name\n}", "Declaration of C, line 4, column 1: ';' expected, not '}'"],
  ["public class C { int ; }", "Declaration of C, line 1, column 22: Identifier expected"],
  ["public class C { int F(int); }", "Declaration of C, line 1, column 27: Identifier expected"],
  ["public class C { int A; int A; }", "Declaration of C, line 1, column 33: 'A' is declared twice"],
  ['public class C { void F(int a = ""); }', "Declaration of C, line 1, column 33: a constant of another type"],
  ["class C {", "Declaration of C, line 1, column 10: Type expected"],
  ["hello", "Declaration of ?, line 1, column 1: a type expected, not 'hello'"],
])("refuses %j", (text, message) => expect(() => parse(text)).toThrow(message));
