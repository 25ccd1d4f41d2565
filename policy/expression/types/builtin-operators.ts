import type { BoundBinaryOperator, OperandKind } from "@/policy/expression/bind/bound";
import { converts } from "./conversions";
import { numericName } from "./numeric-types";
import type { BinaryChoice, BinaryOperator, Operand, UnaryChoice, UnaryOperator } from "./operators";
import { mayCast } from "./reference-conversions";
import type { Type } from "./type";
import { isDelegate, isEnum, isReferenceType, nullableUnderlying } from "./type-relations";
import type { TypeTable } from "./type-table";

type Builtin = Extract<BinaryChoice, { kind: "builtin" }>;
type Found<T> = T | "ambiguous" | null;

const ordering: ReadonlySet<string> = new Set(["<", ">", "<=", ">="]);
const equality: ReadonlySet<string> = new Set(["==", "!="]);
const bitwise: ReadonlySet<string> = new Set(["&", "|", "^"]);
const shifts: ReadonlySet<string> = new Set(["<<", ">>"]);
const compares = (operator: string): boolean => ordering.has(operator) || equality.has(operator);

const integers = ["int", "uint", "long", "ulong"] as const;
const numbers = [...integers, "float", "double", "decimal"] as const;
type Number_ = (typeof numbers)[number];

/** The first of these that all operands convert to; float where decimal would do as well is no choice of either. */
function promote(table: TypeTable, among: readonly Number_[], operands: readonly Operand[]): Found<Number_> {
  const fits = (name: Number_) =>
    operands.every(({ type, constant }) => converts(table, type, table.known[name], constant));
  const first = among.find(fits);
  if (first === undefined) return null;
  return first === "float" && among.includes("decimal") && fits("decimal") ? "ambiguous" : first;
}

/** Operands with their Nullable taken off; the null literal is whatever the other is. */
function unlift(table: TypeTable, left: Operand, right: Operand) {
  const { null: nothing } = table.known;
  const leftInner = nullableUnderlying(left.type);
  const rightInner = nullableUnderlying(right.type);
  const strip = (operand: Operand, inner: Type | null, other: Type): Operand =>
    operand.type === nothing ? { type: other } : inner === null ? operand : { type: inner };
  return {
    lifted: leftInner !== null || rightInner !== null || left.type === nothing || right.type === nothing,
    left: strip(left, leftInner, rightInner ?? right.type),
    right: strip(right, rightInner, leftInner ?? left.type),
  };
}

export function builtinBinary(
  table: TypeTable,
  operator: BinaryOperator,
  left: Operand,
  right: Operand,
): Found<Builtin> {
  const plain = unlift(table, left, right);
  const value = valueOperator(table, operator, plain.left, plain.right);
  if (value === "ambiguous") return value;
  if (value !== null) {
    if (!plain.lifted) return value;
    const { nullableOf } = table;
    const type = compares(operator) ? value.type : nullableOf(value.type);
    return {
      ...value,
      lifted: true,
      leftType: nullableOf(value.leftType),
      rightType: nullableOf(value.rightType),
      type,
    };
  }
  return referenceOperator(table, operator, left, right);
}

function choice(operator: BoundBinaryOperator, on: OperandKind, operand: Type, type: Type): Builtin {
  return { kind: "builtin", operator, on, lifted: false, leftType: operand, rightType: operand, type };
}

/** On numbers, bool and enums. */
function valueOperator(table: TypeTable, operator: BinaryOperator, left: Operand, right: Operand): Found<Builtin> {
  const { known } = table;
  if ([left.type, right.type].some(isEnum)) return enumOperator(table, operator, left, right);
  if (left.type === known.bool && right.type === known.bool) {
    return bitwise.has(operator) || equality.has(operator) ? choice(operator, "bool", known.bool, known.bool) : null;
  }
  if (numericName(left.type) === null || numericName(right.type) === null) return null;
  if (shifts.has(operator)) {
    const on = promote(table, integers, [left]);
    if (on === null || on === "ambiguous" || !converts(table, right.type, known.int, right.constant)) return null;
    return { ...choice(operator, on, known[on], known[on]), rightType: known.int };
  }
  const on = promote(table, bitwise.has(operator) ? integers : numbers, [left, right]);
  if (on === null || on === "ambiguous") return on;
  return choice(operator, on, known[on], compares(operator) ? known.bool : known[on]);
}

function enumOperator(table: TypeTable, operator: BinaryOperator, left: Operand, right: Operand): Builtin | null {
  const { bool } = table.known;
  const type = isEnum(left.type) ? left.type : right.type;
  const both = converts(table, left.type, type, left.constant) && converts(table, right.type, type, right.constant);
  if (both && compares(operator)) return choice(operator, "enum", type, bool);
  if (both && bitwise.has(operator)) return choice(operator, "enum", type, type);
  const underlying = type.kind === "named" ? type.definition.underlying : null;
  if (underlying === null || (operator !== "+" && operator !== "-")) return null;
  if (left.type === type && right.type === type) {
    return operator === "-" ? choice("-", "enum", type, underlying) : null;
  }
  const other = left.type === type ? right : left;
  if (!converts(table, other.type, underlying, other.constant)) return null;
  if (left.type === type) return { ...choice(operator, "enum", type, type), rightType: underlying };
  return operator === "+" ? { ...choice("+", "enum", type, type), leftType: underlying } : null;
}

/** On strings, delegates and references; also a Nullable and null. */
function referenceOperator(table: TypeTable, operator: BinaryOperator, left: Operand, right: Operand): Builtin | null {
  const { string, bool, object, null: nothing } = table.known;
  const isText = (type: Type) => type === string || type === nothing;
  const anyText = left.type === string || right.type === string;
  if (operator === "+" && anyText) {
    if (isText(left.type) && isText(right.type)) return choice("+", "string", string, string);
    return {
      ...choice("concat", "string", string, string),
      leftType: isText(left.type) ? string : object,
      rightType: isText(right.type) ? string : object,
    };
  }
  if (isDelegate(left.type) && (operator === "+" || operator === "-") && converts(table, right.type, left.type)) {
    return choice(operator, "delegate", left.type, left.type);
  }
  if (!equality.has(operator)) return null;
  if (anyText && isText(left.type) && isText(right.type)) return choice(operator, "string", string, bool);
  for (const [one, other] of [
    [left.type, right.type],
    [right.type, left.type],
  ] as const) {
    if (other !== nothing) continue;
    if (one === nothing || isReferenceType(one)) return choice(operator, "object", object, bool);
    if (nullableUnderlying(one) !== null) return choice(operator, "object", one, bool);
  }
  if (!isReferenceType(left.type) || !isReferenceType(right.type)) return null;
  if (isDelegate(left.type) && left.type === right.type) return choice(operator, "delegate", left.type, bool);
  return mayCast(table, left.type, right.type) ? choice(operator, "object", object, bool) : null;
}

const signedNumbers = ["int", "long", "float", "double", "decimal"] as const;

export function builtinUnary(
  table: TypeTable,
  operator: UnaryOperator,
  operand: Operand,
): Found<Extract<UnaryChoice, { kind: "builtin" }>> {
  const inner = nullableUnderlying(operand.type);
  const lifted = inner !== null;
  const plain: Operand = lifted ? { type: inner } : operand;
  const make = (on: OperandKind, type: Type) => {
    const operandType = lifted ? table.nullableOf(type) : type;
    return { kind: "builtin", on, lifted, operandType, type: operandType } as const;
  };
  if (operator === "!") return plain.type === table.known.bool ? make("bool", plain.type) : null;
  if (operator === "~" && isEnum(plain.type)) return make("enum", plain.type);
  if (numericName(plain.type) === null) return null;
  const among = operator === "~" ? integers : operator === "-" ? signedNumbers : numbers;
  const on = promote(table, among, [plain]);
  return on === null || on === "ambiguous" ? on : make(on, table.known[on]);
}
