import type { OperandKind } from "@/policy/expression/bind/bound";
import { divideByZero, overflowException } from "@/policy/expression/values/net-exception";
import type { Decimal } from "@/policy/kits/numbers/decimal";

/** Arithmetic on mathematical integers, wrapped or checked afterwards: slow and plain to see. */
const bitsOf: Partial<Record<string, readonly [bits: number, isSigned: boolean]>> = {
  sbyte: [8, true],
  byte: [8, false],
  short: [16, true],
  ushort: [16, false],
  char: [16, false],
  int: [32, true],
  enum: [32, true],
  uint: [32, false],
  long: [64, true],
  ulong: [64, false],
};

const isBigKind = (kind: string): boolean => kind === "long" || kind === "ulong";
export const integralBits = (kind: string): readonly [number, boolean] | undefined => bitsOf[kind];

const overflow = () => overflowException("Arithmetic operation resulted in an overflow.");

export function fitInteger(value: bigint, kind: string, isChecked: boolean): number | bigint {
  const [bits, isSigned] = bitsOf[kind] ?? [32, true];
  const wrapped = isSigned ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
  if (isChecked && wrapped !== value) throw overflow();
  return isBigKind(kind) ? wrapped : Number(wrapped);
}

export function evaluateBinary(operator: string, on: OperandKind, a: unknown, b: unknown, isChecked: boolean): unknown {
  if (on === "decimal") return decimals(operator, a as Decimal, b as Decimal);
  switch (operator) {
    case "==":
      return a === b;
    case "!=":
      return a !== b;
    case "<":
      return (a as number) < (b as number);
    case ">":
      return (a as number) > (b as number);
    case "<=":
      return (a as number) <= (b as number);
    case ">=":
      return (a as number) >= (b as number);
  }
  if (on === "bool") return booleans(operator, a as boolean, b as boolean);
  if (on === "double" || on === "float") {
    const result = floats(operator, a as number, b as number);
    return on === "float" ? Math.fround(result) : result;
  }
  return integers(operator, on, BigInt(a as number), BigInt(b as number), isChecked);
}

function booleans(operator: string, a: boolean, b: boolean): boolean {
  if (operator === "&") return a && b;
  return operator === "|" ? a || b : a !== b;
}

function floats(operator: string, a: number, b: number): number {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    default:
      return a % b;
  }
}

function integers(operator: string, on: OperandKind, a: bigint, b: bigint, isChecked: boolean): number | bigint {
  const [bits] = bitsOf[on] ?? [32, true];
  const count = b & BigInt(bits - 1);
  switch (operator) {
    case "+":
      return fitInteger(a + b, on, isChecked);
    case "-":
      return fitInteger(a - b, on, isChecked);
    case "*":
      return fitInteger(a * b, on, isChecked);
    case "/":
      if (b === 0n) throw divideByZero();
      return fitInteger(a / b, on, true);
    case "%":
      if (b === 0n) throw divideByZero();
      fitInteger(a / b, on, true);
      return fitInteger(a % b, on, true);
    case "<<":
      return fitInteger(a << count, on, false);
    case ">>":
      return fitInteger(a >> count, on, false);
    case "&":
      return fitInteger(a & b, on, false);
    case "|":
      return fitInteger(a | b, on, false);
    default:
      return fitInteger(a ^ b, on, false);
  }
}

function decimals(operator: string, a: Decimal, b: Decimal): unknown {
  const order = a.compareTo(b);
  switch (operator) {
    case "+":
      return a.add(b);
    case "-":
      return a.subtract(b);
    case "*":
      return a.multiply(b);
    case "/":
      return a.divide(b);
    case "%":
      return a.remainder(b);
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    default:
      return order >= 0;
  }
}

export function evaluateUnary(operator: string, on: OperandKind, a: unknown, isChecked: boolean): unknown {
  if (operator === "+") return a;
  if (operator === "!") return !a;
  if (on === "decimal") return (a as Decimal).negate();
  if (on === "double" || on === "float") return -(a as number);
  const value = BigInt(a as number);
  return operator === "~" ? fitInteger(~value, on, false) : fitInteger(-value, on, isChecked);
}
