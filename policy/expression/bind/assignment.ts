import type { Expression } from "@/policy/expression/syntax/syntax";
import { explicitConversion, implicitConversion } from "@/policy/expression/types/conversions";
import { numericName } from "@/policy/expression/types/numeric-types";
import type { BinaryOperator } from "@/policy/expression/types/operators";
import { isEnum, nullableUnderlying } from "@/policy/expression/types/type-relations";
import type { Binder } from "./binder";
import type { BoundExpression, BoundTarget } from "./bound";
import { convert, convertNode, localNode, narrowed, rvalue } from "./convert";
import type { Local } from "./local";
import { binary } from "./operator";
import { bindTarget } from "./target";
import { asValue, constantOf, literal, type Value } from "./value";

type AssignmentSyntax = Extract<Expression, { kind: "assignment" }>;
type IncrementSyntax = Extract<Expression, { kind: "increment" }>;

export function bindAssignment(binder: Binder, syntax: AssignmentSyntax): BoundExpression {
  return syntax.operator === "=" ? simple(binder, syntax) : compound(binder, syntax);
}

function simple(binder: Binder, syntax: AssignmentSyntax): BoundExpression {
  const target = bindTarget(binder, syntax.target, "assign");
  const given = binder.value(syntax.value);
  return assign(binder, target, given, syntax);
}

/** target = value */
export function assign(
  binder: Binder,
  target: BoundTarget | null,
  given: Value,
  at: { start: number; end: number },
): BoundExpression {
  const { start, end } = at;
  if (target === null) {
    convert(binder, given, binder.known.error);
    return binder.nothing(at);
  }
  if (target.kind === "discard") {
    const value = rvalue(binder, given);
    if (value.type === binder.known.error) return binder.nothing(at);
    if (value.type.kind === "special") {
      return binder.bad("CS8183", "Cannot infer the type of implicitly-typed discard.", target);
    }
    return { kind: "assignment", target: { ...target, type: value.type }, value, type: value.type, start, end };
  }
  const value = convert(binder, given, target.type);
  if (target.kind === "local" && value.kind !== "literal") (target.symbol as Local).hasEffect = true;
  if (value.type === binder.known.error) return binder.nothing(at);
  return { kind: "assignment", target, value, type: target.type, start, end };
}

function compound(binder: Binder, syntax: AssignmentSyntax): BoundExpression {
  const target = bindTarget(binder, syntax.target, "change");
  const given = binder.value(syntax.value);
  if (target === null) {
    convert(binder, given, binder.known.error);
    return binder.nothing(syntax);
  }
  const operator = syntax.operator.slice(0, -1) as BinaryOperator;
  const { start, end } = syntax;
  const placeholder = binder.placeholder(target.type);
  const left = asValue(localNode(placeholder, target));
  const worked = binary(binder, operator, left, given, syntax);
  if (worked.type === binder.known.error) return binder.nothing(syntax);
  const result = fitted(binder, worked, target, given, operator);
  if (result.type === binder.known.error) return binder.nothing(syntax);
  return { kind: "compound-assignment", target, placeholder, result, givesOld: false, type: target.type, start, end };
}

/** b += 1 on a byte works though byte + int is an int: where the value itself would fit, the result is narrowed. */
function fitted(
  binder: Binder,
  worked: BoundExpression,
  target: BoundTarget,
  given: Value,
  operator: BinaryOperator,
): BoundExpression {
  const { table } = binder;
  if (implicitConversion(table, worked.type, target.type) !== null) return convertNode(binder, worked, target.type);
  const isShift = operator === "<<" || operator === ">>";
  const value = given.kind === "value" ? given.node : null;
  const fits =
    worked.kind === "binary" &&
    explicitConversion(table, worked.type, target.type) !== null &&
    (isShift || (value !== null && implicitConversion(table, value.type, target.type, constantOf(value)) !== null));
  return fits ? narrowed(binder, worked, target.type) : convertNode(binder, worked, target.type);
}

export function bindIncrement(binder: Binder, syntax: IncrementSyntax): BoundExpression {
  const target = bindTarget(binder, syntax.operand, "increment");
  if (target === null) return binder.nothing(syntax);
  const inner = nullableUnderlying(target.type) ?? target.type;
  if (numericName(inner) === null && !isEnum(inner)) {
    if (inner === binder.known.error) return binder.nothing(syntax);
    const text = `Operator '${syntax.operator}' cannot be applied to operand of type '${target.type.display}'`;
    return binder.bad("CS0023", text, syntax);
  }
  const { start, end } = syntax;
  const placeholder = binder.placeholder(target.type);
  const one = asValue(literal(binder.known.int, 1, syntax));
  const operator = syntax.operator === "++" ? "+" : "-";
  const worked = binary(binder, operator, asValue(localNode(placeholder, target)), one, syntax);
  if (worked.type === binder.known.error) return binder.nothing(syntax);
  const result = narrowed(binder, worked, target.type);
  const givesOld = !syntax.isPrefix;
  return { kind: "compound-assignment", target, placeholder, result, givesOld, type: target.type, start, end };
}
