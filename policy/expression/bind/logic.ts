import type { Expression } from "@/policy/expression/syntax/syntax";
import { conditionalType } from "@/policy/expression/types/best-common-type";
import { implicitConversion } from "@/policy/expression/types/conversions";
import { shapeConverts } from "@/policy/expression/types/shape-conversions";
import type { Type } from "@/policy/expression/types/type";
import { isValueType, nullableUnderlying } from "@/policy/expression/types/type-relations";
import type { Binder } from "./binder";
import type { BoundExpression } from "./bound";
import { convert, convertNode, localNode, rvalue } from "./convert";
import { shapeOf } from "./shape";
import { constantOf, literal, type Value } from "./value";

type BinarySyntax = Extract<Expression, { kind: "binary" }>;
type ConditionalSyntax = Extract<Expression, { kind: "conditional" }>;

/** What stands where only a bool may. */
export const bindCondition = (binder: Binder, syntax: Expression): BoundExpression =>
  convert(binder, binder.value(syntax), binder.known.bool);

/** Long chains of && lean left and are walked without recursion. */
export function bindLogical(binder: Binder, syntax: BinarySyntax): BoundExpression {
  const chain: BinarySyntax[] = [];
  let first: Expression = syntax;
  while (first.kind === "binary" && (first.operator === "&&" || first.operator === "||")) {
    chain.push(first);
    first = first.left;
  }
  let left = rvalue(binder, binder.value(first));
  for (const one of chain.reverse()) {
    left = logical(binder, one, left, rvalue(binder, binder.value(one.right)));
  }
  return left;
}

function logical(binder: Binder, syntax: BinarySyntax, left: BoundExpression, right: BoundExpression): BoundExpression {
  const { table, known } = binder;
  if (left.type === known.error || right.type === known.error) return binder.nothing(syntax);
  const operator = syntax.operator as "&&" | "||";
  const fits = [left, right].every((node) => implicitConversion(table, node.type, known.bool) !== null);
  if (!fits) {
    const text = `Operator '${operator}' cannot be applied to operands of type '${left.type.display}' and '${right.type.display}'`;
    return binder.bad("CS0019", text, syntax);
  }
  const a = convertNode(binder, left, known.bool);
  const b = convertNode(binder, right, known.bool);
  const constants = [constantOf(a), constantOf(b)];
  if (constants[0] !== undefined && constants[1] !== undefined) {
    const value = operator === "&&" ? constants[0] === true && constants[1] === true : constants.includes(true);
    return literal(known.bool, value, syntax);
  }
  const { start, end } = syntax;
  return { kind: "logical", operator, left: a, right: b, type: known.bool, start, end };
}

export function bindConditional(binder: Binder, syntax: ConditionalSyntax): BoundExpression {
  const { start, end } = syntax;
  const condition = bindCondition(binder, syntax.condition);
  const a = binder.value(syntax.whenTrue);
  const b = binder.value(syntax.whenFalse);
  const shapes = [shapeOf(binder, a), shapeOf(binder, b)] as const;
  const { known } = binder;
  if (shapes.some((shape) => shape.kind === "typed" && shape.type === known.error)) return binder.nothing(syntax);
  const type = conditionalType(binder.table, ...shapes);
  if (type === null) {
    const text = `Type of conditional expression cannot be determined because there is no implicit conversion between '${describe(a)}' and '${describe(b)}'`;
    return binder.bad("CS0173", text, syntax);
  }
  const whenTrue = convert(binder, a, type);
  const whenFalse = convert(binder, b, type);
  const constant = constantOf(condition);
  const chosen = constant === true ? constantOf(whenTrue) : constantOf(whenFalse);
  if (typeof constant === "boolean" && constantOf(whenTrue) !== undefined && constantOf(whenFalse) !== undefined) {
    if (chosen !== undefined) return literal(type, chosen, syntax);
  }
  return { kind: "conditional", condition, whenTrue, whenFalse, type, start, end };
}

function describe(value: Value): string {
  if (value.kind === "value") return value.node.type.display;
  if (value.kind === "lambda") return value.called;
  return value.kind === "methods" || value.kind === "function" ? "method group" : value.kind;
}

/** left ?? right */
export function bindCoalesce(binder: Binder, syntax: BinarySyntax): BoundExpression {
  const { table, known } = binder;
  const { start, end } = syntax;
  const leftValue = binder.value(syntax.left);
  const rightValue = binder.value(syntax.right);
  const left = rvalue(binder, leftValue);
  if (left.type === known.error) return binder.nothing(syntax);
  const shape = shapeOf(binder, rightValue);
  if (shape.kind === "typed" && shape.type === known.error) return binder.nothing(syntax);
  const unwrapped = nullableUnderlying(left.type);
  const fails = () => {
    const text = `Operator '??' cannot be applied to operands of type '${left.type.display}' and '${describe(rightValue)}'`;
    return binder.bad("CS0019", text, syntax);
  };
  if (left.type.kind === "special" || (isValueType(left.type) && unwrapped === null)) return fails();
  const candidates: Type[] = unwrapped === null ? [left.type] : [unwrapped, left.type];
  const ownType = candidates.find((type) => shapeConverts(table, shape, type));
  const inner = unwrapped ?? left.type;
  const isTyped = shape.kind === "typed" && implicitConversion(table, inner, shape.type) !== null;
  const type = ownType ?? (isTyped ? shape.type : null);
  if (type === null) return fails();
  const placeholder = binder.placeholder(inner);
  const held = localNode(placeholder, left);
  const convertLeft = convertNode(binder, held, type);
  const right = convert(binder, rightValue, type);
  return { kind: "coalesce", left, placeholder, convertLeft, right, type, start, end };
}
