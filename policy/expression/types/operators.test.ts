import { describe, expect, it } from "vitest";
import { foldBinary, foldConversion, foldUnary } from "./fold-constants";
import { type BinaryOperator, binaryOperator, type UnaryOperator, unaryOperator } from "./operators";
import { table, type } from "./testing/small-table";
import type { Constant } from "./type-definition";

const of = (text: string) =>
  text === "null" ? table.known.null : text in table.known ? table.known[text as "uint"] : type(text);
const binary = (
  left: string,
  operator: BinaryOperator,
  right: string,
  leftConstant?: Constant,
  rightConstant?: Constant,
) => {
  const choice = binaryOperator(
    table,
    operator,
    { type: of(left), constant: leftConstant },
    { type: of(right), constant: rightConstant },
  );
  if (choice.kind === "error") return `${choice.code} ${choice.message}`;
  const operands = `${choice.lifted ? "lifted " : ""}${choice.leftType.display} ${choice.rightType.display} : ${choice.type.display}`;
  return choice.kind === "user"
    ? `user ${operands}`
    : `${choice.operator === operator ? "" : `${choice.operator} `}${choice.on} ${operands}`;
};
const unary = (operator: UnaryOperator, operand: string) => {
  const choice = unaryOperator(table, operator, { type: of(operand) });
  if (choice.kind === "error") return `${choice.code} ${choice.message}`;
  return `${choice.lifted ? "lifted " : ""}${choice.type.display}`;
};

describe("binary operators", () => {
  it.each<[string, BinaryOperator, string, string]>([
    ["int", "+", "int", "int int int : int"],
    ["char", "+", "char", "int int int : int"],
    ["byte", "*", "short", "int int int : int"],
    ["uint", "+", "int", "long long long : long"],
    ["int", "/", "double", "double double double : double"],
    ["decimal", "+", "int", "decimal decimal decimal : decimal"],
    ["int", "<", "long", "long long long : bool"],
    ["int?", "+", "int", "int lifted int? int? : int?"],
    ["int?", "<", "int", "int lifted int? int? : bool"],
    ["int?", "==", "null", "int lifted int? int? : bool"],
    ["int", "<<", "int", "int int int : int"],
    ["long", ">>", "int", "long long int : long"],
    ["bool", "&", "bool", "bool bool bool : bool"],
    ["bool?", "|", "bool", "bool lifted bool? bool? : bool?"],
    ["string", "+", "string", "string string string : string"],
    ["string", "+", "int", "concat string string object : string"],
    ["null", "+", "string", "string string string : string"],
    ["string", "+", "DateTime", "concat string string object : string"],
    ["string", "==", "null", "string string string : bool"],
    ["object", "==", "string", "object object object : bool"],
    ["object", "==", "null", "object object object : bool"],
    ["JToken", "==", "JObject", "object object object : bool"],
    ["DayOfWeek", "==", "DayOfWeek", "enum DayOfWeek DayOfWeek : bool"],
    ["DayOfWeek", "|", "DayOfWeek", "enum DayOfWeek DayOfWeek : DayOfWeek"],
    ["DayOfWeek", "-", "DayOfWeek", "enum DayOfWeek DayOfWeek : int"],
    ["DayOfWeek", "+", "int", "enum DayOfWeek int : DayOfWeek"],
    ["DateTime", "-", "DateTime", "user DateTime DateTime : TimeSpan"],
    ["DateTime", "+", "TimeSpan", "user DateTime TimeSpan : DateTime"],
    ["DateTime?", "-", "DateTime", "user lifted DateTime? DateTime? : TimeSpan?"],
    ["DateTime?", "==", "null", "user lifted DateTime? DateTime? : bool"],
    ["TimeSpan?", "!=", "null", "object TimeSpan? TimeSpan? : bool"],
    ["Action", "+", "Action", "delegate Action Action : Action"],
    ["int", "+", "bool", "CS0019 Operator '+' cannot be applied to operands of type 'int' and 'bool'"],
    ["ulong", "+", "int", "CS0034 Operator '+' is ambiguous on operands of type 'ulong' and 'int'"],
    ["double", "+", "decimal", "CS0019 Operator '+' cannot be applied to operands of type 'double' and 'decimal'"],
    ["JToken", "==", "string", "CS0019 Operator '==' cannot be applied to operands of type 'JToken' and 'string'"],
    ["string", "-", "string", "CS0019 Operator '-' cannot be applied to operands of type 'string' and 'string'"],
    ["string", "<", "int", "CS0019 Operator '<' cannot be applied to operands of type 'string' and 'int'"],
    [
      "TimeSpan",
      "==",
      "TimeSpan",
      "CS0019 Operator '==' cannot be applied to operands of type 'TimeSpan' and 'TimeSpan'",
    ],
    ["int", "==", "string", "CS0019 Operator '==' cannot be applied to operands of type 'int' and 'string'"],
  ])("%s %s %s", (left, operator, right, expected) => {
    expect(binary(left, operator, right)).toBe(expected);
  });

  it("lets constants decide", () => {
    expect(binary("ulong", "+", "int", undefined, 1)).toBe("ulong ulong ulong : ulong");
    expect(binary("uint", "+", "int", undefined, 1)).toBe("uint uint uint : uint");
    expect(binary("DayOfWeek", "==", "int", undefined, 0)).toBe("enum DayOfWeek DayOfWeek : bool");
    expect(binary("DayOfWeek", "==", "int", undefined, 1)).toContain("CS0019");
  });
});

it("unary operators", () => {
  expect(unary("-", "int")).toBe("int");
  expect(unary("-", "char")).toBe("int");
  expect(unary("-", "uint")).toBe("long");
  expect(unary("-", "ulong")).toBe("CS0035 Operator '-' is ambiguous on an operand of type 'ulong'");
  expect(unary("-", "double?")).toBe("lifted double?");
  expect(unary("~", "DayOfWeek")).toBe("DayOfWeek");
  expect(unary("!", "bool")).toBe("bool");
  expect(unary("!", "int")).toBe("CS0023 Operator '!' cannot be applied to operand of type 'int'");
});

describe("constant folding", () => {
  const fold = (...given: Parameters<typeof foldBinary>) => {
    const folded = foldBinary(...given);
    return folded.kind === "error" ? folded.code : folded.value;
  };
  it("computes", () => {
    expect(fold("+", "int", 1, 2, true)).toBe(3);
    expect(fold("+", "int", 2147483647, 1, true)).toBe("CS0220");
    expect(fold("+", "int", 2147483647, 1, false)).toBe(-2147483648);
    expect(fold("/", "int", -7, 2, true)).toBe(-3);
    expect(fold("%", "int", -7, 2, true)).toBe(-1);
    expect(fold("/", "int", undefined, 0, true)).toBe("CS0020");
    expect(fold("/", "double", 1, 0, true)).toBe(Number.POSITIVE_INFINITY);
    expect(fold("<<", "int", 1, 33, true)).toBe(2);
    expect(fold("<<", "int", 1, 31, true)).toBe(-2147483648);
    expect(fold("*", "long", 3n, 4n, true)).toBe(12n);
    expect(fold("+", "decimal", "1.50", "2", true)).toBe("3.50");
    expect(fold("*", "decimal", "-0.5", "0.5", true)).toBe("-0.25");
    expect(fold("+", "string", "a", null, true)).toBe("a");
    expect(fold("==", "string", "a", "a", true)).toBe(true);
    expect(fold("+", "string", "a", undefined, true)).toBeUndefined();
    expect(foldUnary("-", "int", 5, true)).toEqual({ kind: "constant", value: -5 });
    expect(foldUnary("~", "int", 0, true)).toEqual({ kind: "constant", value: -1 });
  });
  it("converts", () => {
    const convert = (value: Constant, from: string, to: string, isChecked = true) => {
      const folded = foldConversion(value, of(from), of(to), isChecked);
      return folded.kind === "error" ? `${folded.code} ${folded.message}` : folded.value;
    };
    expect(convert(1, "int", "long")).toBe(1n);
    expect(convert(1, "int", "decimal")).toBe("1");
    expect(convert("1.9", "decimal", "int")).toBe(1);
    expect(convert(300, "int", "byte")).toBe(
      "CS0221 Constant value '300' cannot be converted to a 'byte' (use 'unchecked' syntax to override)",
    );
    expect(convert(300, "int", "byte", false)).toBe(44);
    expect(convert(1, "int", "DayOfWeek")).toBe(1);
    expect(convert(-1.5, "double", "int")).toBe(-1);
    expect(convert("a", "string", "object")).toBeUndefined();
  });
});
