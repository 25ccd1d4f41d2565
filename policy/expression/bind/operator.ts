import type { Expression } from "@/policy/expression/syntax/syntax";
import { foldBinary, foldUnary } from "@/policy/expression/types/fold-constants";
import { type BinaryOperator, binaryOperator, type Operand, unaryOperator } from "@/policy/expression/types/operators";
import type { Type } from "@/policy/expression/types/type";
import { isValueType, nullableUnderlying } from "@/policy/expression/types/type-relations";
import { warnBeyond } from "./beyond";
import type { Binder } from "./binder";
import type { BoundExpression, OperandKind } from "./bound";
import { convert, convertNode, localNode, narrowed, rvalue } from "./convert";
import { asValue, constantOf, literal, type Span, type Value } from "./value";

type UnarySyntax = Extract<Expression, { kind: "unary" }>;
type BinarySyntax = Extract<Expression, { kind: "binary" }>;

/** What an operand without a type of its own is called. */
function untyped(value: Value): string | null {
  if (value.kind === "lambda") return value.called;
  if (value.kind === "methods" || value.kind === "function") return "method group";
  return value.kind === "default" ? "default" : null;
}

const operandOf = (node: BoundExpression): Operand => ({ type: node.type, constant: constantOf(node) });

export function bindUnary(binder: Binder, syntax: UnarySyntax): BoundExpression {
  const { operator } = syntax;
  const value = binder.value(syntax.operand);
  const name = untyped(value);
  if (name !== null) {
    const text = `Operator '${operator}' cannot be applied to operand of type '${name}'`;
    return binder.bad("CS0023", text, syntax);
  }
  const { start, end } = syntax;
  const operand = rvalue(binder, value);
  if (operand.type === binder.known.error) return binder.nothing(syntax);
  const choice = unaryOperator(binder.table, operator, operandOf(operand));
  if (choice.kind === "error") return binder.bad(choice.code, choice.message, syntax);
  const converted = narrowed(binder, operand, choice.operandType);
  if (choice.kind === "user") {
    warnBeyond(binder, choice.method, syntax);
    return userCall(binder, choice, [converted], syntax);
  }
  const { on, lifted, type } = choice;
  const constant = constantOf(converted);
  if (constant !== undefined && constant !== null && !lifted) {
    const folded = foldUnary(operator, on, constant, binder.checking !== "unchecked");
    if (folded.kind === "error") return binder.bad(folded.code, folded.message, syntax);
    if (folded.value !== undefined) return literal(type, folded.value, syntax);
  }
  const isChecked = binder.checking === "checked";
  return { kind: "unary", operator, on, lifted, operand: converted, isChecked, type, start, end };
}

/** Lifted: called when all operands are there; otherwise null, and false for comparisons. */
function userCall(
  binder: Binder,
  choice: { method: Extract<BoundExpression, { kind: "call" }>["method"]; lifted: boolean; type: Type },
  operands: readonly BoundExpression[],
  at: Span,
): BoundExpression {
  const { method, lifted, type } = choice;
  const { start, end } = at;
  const call = (given: readonly BoundExpression[]): BoundExpression => ({
    kind: "call",
    method,
    receiver: null,
    arguments: given.map((value, parameter) => ({ parameter, modifier: null, value })),
    type: method.returnType,
    start,
    end,
  });
  return lifted ? liftedCall(binder, call, method.name, operands, type, at) : call(operands);
}

/** a?.(b?.(a op b)): each operand is read once; == and != also answer where one or both are null. */
function liftedCall(
  binder: Binder,
  call: (given: readonly BoundExpression[]) => BoundExpression,
  symbol: string,
  operands: readonly BoundExpression[],
  type: Type,
  at: Span,
): BoundExpression {
  const { known, table } = binder;
  const { start, end } = at;
  const holders = operands.map((operand) => binder.placeholder(nullableUnderlying(operand.type) ?? operand.type));
  const result = call(holders.map((holder) => localNode(holder, at)));
  const isComparison = type === known.bool;
  const nullable = isComparison ? table.nullableOf(known.bool) : type;
  const [left, right] = operands;
  const nest = (index: number): BoundExpression => {
    const operand = operands[index];
    const placeholder = holders[index];
    if (operand === undefined || placeholder === undefined) return convertNode(binder, result, nullable);
    const access = nest(index + 1);
    return { kind: "conditional-access", receiver: operand, placeholder, access, type: nullable, start, end };
  };
  const isEquality = symbol === "==" || symbol === "!=";
  if (!isComparison) return nest(0);
  if (!isEquality || left === undefined || right === undefined)
    return orElse(binder, nest(0), literal(known.bool, false, at));
  const ifOneIsNull = literal(known.bool, symbol === "!=", at);
  const isNull = (operand: BoundExpression, answer: boolean): BoundExpression => {
    const pattern = { kind: "constant", value: literal(operand.type, null, at) } as const;
    const test: BoundExpression = { kind: "is", operand, pattern, type: known.bool, start, end };
    if (answer) return test;
    return {
      kind: "unary",
      operator: "!",
      on: "bool",
      lifted: false,
      operand: test,
      isChecked: false,
      type: known.bool,
      start,
      end,
    };
  };
  if (constantOf(left) === null) return isNull(right, symbol === "==");
  if (constantOf(right) === null) return isNull(left, symbol === "==");
  // left is read once: where it is null, only whether right is null matters.
  const [leftHolder, rightHolder] = holders;
  if (leftHolder === undefined || rightHolder === undefined) return nest(0);
  const bothThere: BoundExpression = {
    kind: "conditional-access",
    receiver: right,
    placeholder: rightHolder,
    access: convertNode(binder, result, nullable),
    type: nullable,
    start,
    end,
  };
  const leftThere: BoundExpression = {
    kind: "conditional-access",
    receiver: left,
    placeholder: leftHolder,
    access: convertNode(binder, orElse(binder, bothThere, ifOneIsNull), nullable),
    type: nullable,
    start,
    end,
  };
  return orElse(binder, leftThere, isNull(right, symbol === "=="));
}

function orElse(binder: Binder, left: BoundExpression, right: BoundExpression): BoundExpression {
  const { start, end } = left;
  const placeholder = binder.placeholder(right.type);
  const convertLeft = localNode(placeholder, left);
  return { kind: "coalesce", left, placeholder, convertLeft, right, type: right.type, start, end };
}

/** Chains such as a + b + c + ... lean left and may be long: they are walked without recursion. */
export function bindBinary(binder: Binder, syntax: BinarySyntax): BoundExpression {
  const chain: BinarySyntax[] = [];
  let first: Expression = syntax;
  while (first.kind === "binary" && first.operator !== "??" && !isLogical(first.operator)) {
    chain.push(first);
    first = first.left;
  }
  let left = binder.value(first);
  for (const one of chain.reverse()) {
    const right = binder.value(one.right);
    left = asValue(binary(binder, one.operator as BinaryOperator, left, right, one));
  }
  return rvalue(binder, left);
}

const isLogical = (operator: string): boolean => operator === "&&" || operator === "||";

export function binary(
  binder: Binder,
  operator: BinaryOperator,
  leftValue: Value,
  rightValue: Value,
  at: Span,
): BoundExpression {
  const { known } = binder;
  const isEquality = operator === "==" || operator === "!=";
  const names = [untyped(leftValue), untyped(rightValue)];
  // `x == default` takes the type of the other side.
  if (isEquality && rightValue.kind === "default" && leftValue.kind === "value") {
    return binary(binder, operator, leftValue, asValue(convert(binder, rightValue, leftValue.node.type)), at);
  }
  if (isEquality && leftValue.kind === "default" && rightValue.kind === "value") {
    return binary(binder, operator, asValue(convert(binder, leftValue, rightValue.node.type)), rightValue, at);
  }
  if (names.some((name) => name !== null)) {
    const shown = [leftValue, rightValue].map((value, index) => names[index] ?? rvalue(binder, value).type.display);
    const text = `Operator '${operator}' cannot be applied to operands of type '${shown[0]}' and '${shown[1]}'`;
    return binder.bad("CS0019", text, at);
  }
  const left = rvalue(binder, leftValue);
  const right = rvalue(binder, rightValue);
  if (left.type === known.error || right.type === known.error) return binder.nothing(at);
  const choice = binaryOperator(binder.table, operator, operandOf(left), operandOf(right));
  if (choice.kind === "error") return binder.bad(choice.code, choice.message, at);
  const a = narrowed(binder, left, choice.leftType);
  const b = narrowed(binder, right, choice.rightType);
  if (choice.kind === "user") {
    warnBeyond(binder, choice.method, at);
    return userCall(binder, choice, [a, b], at);
  }
  if (isEquality) warnOfComparison(binder, operator, left, right, choice, at);
  const { on, lifted, type } = choice;
  const constants = [constantOf(a), constantOf(b)];
  if (!lifted && constants[0] !== undefined && constants[1] !== undefined) {
    const folded = foldBinary(choice.operator, on, constants[0], constants[1], binder.checking !== "unchecked");
    if (folded.kind === "error") return binder.bad(folded.code, folded.message, at);
    if (folded.value !== undefined) return literal(type, folded.value, at);
  } else if (constants[1] !== undefined && !lifted && (operator === "/" || operator === "%")) {
    const folded = foldBinary(
      choice.operator,
      on,
      on === "decimal" ? "1" : on === "long" || on === "ulong" ? 1n : 1,
      constants[1],
      true,
    );
    if (folded.kind === "error" && folded.code === "CS0020") return binder.bad(folded.code, folded.message, at);
  }
  const isChecked = binder.checking === "checked";
  const { start, end } = at;
  return { kind: "binary", operator: choice.operator, on, lifted, left: a, right: b, isChecked, type, start, end };
}

/** What compiles and is hardly meant: an object compared with a text by reference, a number with null. */
function warnOfComparison(
  binder: Binder,
  operator: string,
  left: BoundExpression,
  right: BoundExpression,
  { on, lifted }: { readonly on: OperandKind; readonly lifted: boolean },
  at: Span,
): void {
  const { known } = binder;
  if (on === "object" && left.type !== right.type && [left, right].some((one) => one.type === known.string)) {
    const isLeft = left.type === known.object;
    if (!isLeft && right.type !== known.object) return;
    const text = `Possible unintended reference comparison; to get a value comparison, cast the ${isLeft ? "left" : "right"} hand side to type 'string'`;
    binder.report(isLeft ? "CS0252" : "CS0253", text, at, "warning");
  }
  const other = left.type === known.null ? right : right.type === known.null ? left : null;
  if (!lifted || other === null || !isValueType(other.type) || nullableUnderlying(other.type) !== null) return;
  const { display } = other.type;
  const text = `The result of the expression is always '${operator === "!="}' since a value of type '${display}' is never equal to 'null' of type '${display}?'`;
  binder.report("CS0472", text, at, "warning");
}
