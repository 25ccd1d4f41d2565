import type { BoundBinaryOperator, OperandKind } from "@/policy/expression/bind/bound";
import { builtinBinary, builtinUnary } from "./builtin-operators";
import type { Type } from "./type";
import type { Constant, Method } from "./type-definition";
import type { TypeTable } from "./type-table";
import { userBinary, userUnary } from "./user-operators";

/** The literal null is of the type known.null; an operand of the error type gives no second error. */
export interface Operand {
  readonly type: Type;
  readonly constant?: Constant | undefined;
}

/** The operators but && || ??, which the binder knows: && and || want two bools. */
export type BinaryOperator = Exclude<BoundBinaryOperator, "concat">;
export type UnaryOperator = "+" | "-" | "!" | "~";

export type OperatorFailure = { readonly kind: "error"; readonly code: string; readonly message: string };

/** Operands are to be converted implicitly to leftType and rightType (explicitly, of an enum and its number). */
export type BinaryChoice =
  | {
      readonly kind: "builtin";
      readonly operator: BoundBinaryOperator;
      readonly on: OperandKind;
      readonly lifted: boolean;
      readonly leftType: Type;
      readonly rightType: Type;
      readonly type: Type;
    }
  /** Lifted: call it on the values when both are there; otherwise null, or false for comparisons (== of two nulls is true). */
  | {
      readonly kind: "user";
      readonly method: Method;
      readonly lifted: boolean;
      readonly leftType: Type;
      readonly rightType: Type;
      readonly type: Type;
    }
  | OperatorFailure;

export type UnaryChoice =
  | {
      readonly kind: "builtin";
      readonly on: OperandKind;
      readonly lifted: boolean;
      readonly operandType: Type;
      readonly type: Type;
    }
  | {
      readonly kind: "user";
      readonly method: Method;
      readonly lifted: boolean;
      readonly operandType: Type;
      readonly type: Type;
    }
  | OperatorFailure;

export function binaryOperator(
  table: TypeTable,
  operator: BinaryOperator,
  left: Operand,
  right: Operand,
): BinaryChoice {
  const { error, void: nothing } = table.known;
  if (left.type === error || right.type === error) {
    return {
      kind: "builtin",
      operator,
      on: "object",
      lifted: false,
      leftType: error,
      rightType: error,
      type: isComparison(operator) ? table.known.bool : error,
    };
  }
  if (left.type !== nothing && right.type !== nothing) {
    const choice = userBinary(table, operator, left, right) ?? builtinBinary(table, operator, left, right);
    if (choice === "ambiguous") return ambiguous(operator, left, right);
    if (choice !== null) return choice;
  }
  return {
    kind: "error",
    code: "CS0019",
    message: `Operator '${operator}' cannot be applied to operands of type '${left.type.display}' and '${right.type.display}'`,
  };
}

export const isComparison = (operator: string): boolean =>
  operator === "==" ||
  operator === "!=" ||
  operator === "<" ||
  operator === ">" ||
  operator === "<=" ||
  operator === ">=";

const ambiguous = (operator: string, left: Operand, right: Operand): OperatorFailure => ({
  kind: "error",
  code: "CS0034",
  message: `Operator '${operator}' is ambiguous on operands of type '${left.type.display}' and '${right.type.display}'`,
});

/** For ++ and -- ask for binary + and - with the constant 1; user-defined ones do not exist in the library. */
export function unaryOperator(table: TypeTable, operator: UnaryOperator, operand: Operand): UnaryChoice {
  const { error } = table.known;
  if (operand.type === error) return { kind: "builtin", on: "int", lifted: false, operandType: error, type: error };
  const choice = userUnary(table, operator, operand) ?? builtinUnary(table, operator, operand);
  if (choice === "ambiguous") {
    const message = `Operator '${operator}' is ambiguous on an operand of type '${operand.type.display}'`;
    return { kind: "error", code: "CS0035", message };
  }
  return (
    choice ?? {
      kind: "error",
      code: "CS0023",
      message: `Operator '${operator}' cannot be applied to operand of type '${operand.type.display}'`,
    }
  );
}
