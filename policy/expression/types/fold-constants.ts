import type { BoundBinaryOperator, OperandKind } from "@/policy/expression/bind/bound";
import { foldDecimal, isZeroDecimal, negateDecimal, truncateDecimal } from "./decimal-constants";
import { integralRanges, numericName } from "./numeric-types";
import type { Type } from "./type";
import type { Constant } from "./type-definition";

/** undefined: not a constant. Errors are CS0220 (overflow), CS0020 (division by zero), CS0221 (constant out of range). */
export type Folded =
  | { readonly kind: "constant"; readonly value: Constant | undefined }
  | { readonly kind: "error"; readonly code: string; readonly message: string };

const constant = (value: Constant | undefined): Folded => ({ kind: "constant", value });
const overflow: Folded = {
  kind: "error",
  code: "CS0220",
  message: "The operation overflows at compile time in checked mode",
};
const byZero: Folded = { kind: "error", code: "CS0020", message: "Division by constant zero" };

const isLong = (type: string): boolean => type === "long" || type === "ulong";
const raw = (value: bigint, type: string): number | bigint => (isLong(type) ? value : Number(value));

function wrap(value: bigint, type: string): bigint {
  const [low, high] = integralRanges.get(type) as readonly [bigint, bigint];
  const size = high - low + 1n;
  return ((((value - low) % size) + size) % size) + low;
}

function within(value: bigint, type: string, isChecked: boolean): Folded {
  const [low, high] = integralRanges.get(type) as readonly [bigint, bigint];
  if (value >= low && value <= high) return constant(raw(value, type));
  return isChecked ? overflow : constant(raw(wrap(value, type), type));
}

function compare<T extends number | bigint | string | boolean>(operator: string, a: T, b: T): boolean | undefined {
  switch (operator) {
    case "==":
      return a === b;
    case "!=":
      return a !== b;
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "<=":
      return a <= b;
    case ">=":
      return a >= b;
    default:
      return undefined;
  }
}

function foldIntegral(operator: string, on: string, a: bigint, b: bigint, isChecked: boolean): Folded {
  const compared = compare(operator, a, b);
  if (compared !== undefined) return constant(compared);
  const bits = isLong(on) ? 63n : 31n;
  switch (operator) {
    case "+":
      return within(a + b, on, isChecked);
    case "-":
      return within(a - b, on, isChecked);
    case "*":
      return within(a * b, on, isChecked);
    case "/":
      return b === 0n ? byZero : within(a / b, on, isChecked);
    case "%":
      return b === 0n ? byZero : within(a % b, on, isChecked);
    case "&":
      return within(a & b, on, false);
    case "|":
      return within(a | b, on, false);
    case "^":
      return within(a ^ b, on, false);
    case "<<":
      return within(a << (b & bits), on, false);
    case ">>":
      return within(a >> (b & bits), on, false);
    default:
      return constant(undefined);
  }
}

function foldFloating(operator: string, on: "float" | "double", a: number, b: number): Constant | undefined {
  const round = on === "float" ? Math.fround : (value: number) => value;
  switch (operator) {
    case "+":
      return round(a + b);
    case "-":
      return round(a - b);
    case "*":
      return round(a * b);
    case "/":
      return round(a / b);
    case "%":
      return round(a % b);
    default:
      return compare(operator, a, b);
  }
}

function foldBool(operator: string, a: boolean, b: boolean): Constant | undefined {
  switch (operator) {
    case "&":
      return a && b;
    case "|":
      return a || b;
    case "^":
    case "!=":
      return a !== b;
    case "==":
      return a === b;
    default:
      return undefined;
  }
}

function foldText(operator: string, a: string | null, b: string | null): Constant | undefined {
  if (operator === "+") return `${a ?? ""}${b ?? ""}`;
  return operator === "==" ? a === b : operator === "!=" ? a !== b : undefined;
}

/** Enums are folded as the numbers they are; those that the library has are ints. */
function foldEnum(operator: string, a: Constant, b: Constant): Folded {
  if (typeof a !== "number" || typeof b !== "number") return constant(undefined);
  return foldIntegral(operator, "int", BigInt(a), BigInt(b), false);
}

/** Operands have been converted to what `on` says. Constant expressions are checked unless within unchecked(...). */
export function foldBinary(
  operator: BoundBinaryOperator,
  on: OperandKind,
  left: Constant | undefined,
  right: Constant | undefined,
  isChecked: boolean,
): Folded {
  const divides = operator === "/" || operator === "%";
  if (divides && on === "decimal" && typeof right === "string" && isZeroDecimal(right)) return byZero;
  const isInteger = on === "int" || on === "uint" || on === "long" || on === "ulong";
  if (divides && isInteger && (right === 0 || right === 0n)) return byZero;
  if (left === undefined || right === undefined || operator === "concat") return constant(undefined);
  switch (on) {
    case "string":
      return constant(foldText(operator, left as string | null, right as string | null));
    case "object":
      return constant(left === null && right === null ? operator === "==" : undefined);
    case "bool":
      return typeof left === "boolean" && typeof right === "boolean"
        ? constant(foldBool(operator, left, right))
        : constant(undefined);
    case "decimal":
      return typeof left === "string" && typeof right === "string"
        ? constant(foldDecimal(operator, left, right))
        : constant(undefined);
    case "float":
    case "double":
      return typeof left === "number" && typeof right === "number"
        ? constant(foldFloating(operator, on, left, right))
        : constant(undefined);
    case "enum":
      return foldEnum(operator, left, right);
    case "delegate":
      return constant(undefined);
    default:
      if (left === null || right === null) return constant(undefined);
      return foldIntegral(operator, on, BigInt(left), BigInt(right), isChecked);
  }
}

export function foldUnary(
  operator: "+" | "-" | "!" | "~",
  on: OperandKind,
  operand: Constant | undefined,
  isChecked: boolean,
): Folded {
  if (operand === undefined || operand === null) return constant(undefined);
  if (operator === "+") return constant(operand);
  if (operator === "!") return constant(typeof operand === "boolean" ? !operand : undefined);
  if (operator === "~") return foldIntegral("^", on === "enum" ? "int" : on, BigInt(operand), -1n, false);
  if (on === "decimal") return constant(negateDecimal(String(operand)));
  if (on === "float" || on === "double") return constant(-Number(operand));
  return within(-BigInt(operand), on, isChecked);
}

/** The numeric type whose values stand for those of the type. */
function numberOf(type: Type): string | null {
  if (type.kind !== "named") return null;
  return numericName(type) ?? type.definition.underlying?.definition.keyword ?? null;
}

/** The constant after a conversion between two types. */
export function foldConversion(value: Constant | undefined, from: Type, to: Type, isChecked: boolean): Folded {
  if (value === undefined || from === to) return constant(value);
  if (value === null) return constant(to.kind === "named" && to.definition.kind === "struct" ? undefined : null);
  const source = numberOf(from);
  const target = numberOf(to);
  if (source === null || target === null || typeof value === "boolean") return constant(undefined);
  if (integralRanges.has(target)) return toIntegral(value, source, target, to, isChecked);
  if (target === "decimal") {
    return constant(source === "decimal" ? value : integralRanges.has(source) ? String(value) : undefined);
  }
  const number = Number(value);
  return constant(target === "float" ? Math.fround(number) : number);
}

function toIntegral(
  value: string | number | bigint,
  source: string,
  target: string,
  to: Type,
  isChecked: boolean,
): Folded {
  let whole: bigint;
  if (typeof value === "bigint") whole = value;
  else if (source === "decimal") whole = truncateDecimal(String(value));
  else if (Number.isFinite(value)) whole = BigInt(Math.trunc(Number(value)));
  else return isChecked ? outOfRange(value, to) : constant(undefined);
  const [low, high] = integralRanges.get(target) as readonly [bigint, bigint];
  if (whole >= low && whole <= high) return constant(raw(whole, target));
  if (isChecked || source === "decimal") return outOfRange(value, to);
  return integralRanges.has(source) ? constant(raw(wrap(whole, target), target)) : constant(undefined);
}

const outOfRange = (value: Constant, to: Type): Folded => ({
  kind: "error",
  code: "CS0221",
  message: `Constant value '${value}' cannot be converted to a '${to.display}' (use 'unchecked' syntax to override)`,
});
