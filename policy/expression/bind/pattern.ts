import type { Expression, Pattern, TypeSyntax } from "@/policy/expression/syntax/syntax";
import { explicitConversion, implicitConversion } from "@/policy/expression/types/conversions";
import { qualifiedDisplay } from "@/policy/expression/types/display";
import type { Type } from "@/policy/expression/types/type";
import { isInterface, isValueType, nullableUnderlying } from "@/policy/expression/types/type-relations";
import { isVar } from "./arguments";
import type { Binder } from "./binder";
import type { BoundExpression, BoundPattern } from "./bound";
import { convertNode, rvalue } from "./convert";
import { constantOf, literal, type Span, type Value } from "./value";

type IsSyntax = Extract<Expression, { kind: "is" }>;
type AsSyntax = Extract<Expression, { kind: "as" }>;

export function bindIs(binder: Binder, syntax: IsSyntax): BoundExpression {
  const { known } = binder;
  const { start, end } = syntax;
  const value = binder.value(syntax.operand);
  const operand = rvalue(binder, value);
  const isPlain = syntax.pattern.kind !== "declaration-pattern";
  if (operand.type === known.null && !isPlain) {
    const text = "Invalid operand for pattern match; value required, but found '<null>'.";
    binder.report("CS8117", text, operand);
  }
  const pattern = bindPattern(binder, syntax.pattern, operand.type, syntax);
  if (pattern === null || operand.type === known.error) return binder.nothing(syntax);
  if (operand.type === known.null) return literal(known.bool, pattern.kind === "constant", syntax);
  return { kind: "is", operand, pattern, type: known.bool, start, end };
}

/** A pattern on a value of this type; null where it is wrong, which has been reported. */
export function bindPattern(binder: Binder, syntax: Pattern, type: Type, whole: Span): BoundPattern | null {
  switch (syntax.kind) {
    case "type-pattern":
      return typePattern(binder, binder.type(syntax.type), type, whole);
    case "declaration-pattern":
      return declarationPattern(binder, syntax.type, syntax.name, type);
    case "constant-pattern": {
      const { result: value, problems } = binder.apart(() => binder.value(syntax.value));
      if (value.kind === "type") return typePattern(binder, value.type, type, whole);
      for (const problem of problems) {
        if (problem.code !== "CS0103" || syntax.value.kind !== "name") binder.problems.push(problem);
        else {
          const text = `The type or namespace name '${syntax.value.name.text}' could not be found (are you missing a using directive or an assembly reference?)`;
          binder.report("CS0246", text, syntax.value);
        }
      }
      return constantPattern(binder, value, type);
    }
  }
}

/** The constant of a pattern or label, as a value of the type it is compared with. */
export function constantPattern(binder: Binder, value: Value, type: Type): BoundPattern | null {
  const { known } = binder;
  const node = rvalue(binder, value);
  if (node.type === known.error || type === known.error) return null;
  const constant = constantOf(node);
  if (constant === undefined) {
    binder.report("CS0150", "A constant value is expected", node);
    return null;
  }
  if (constant === null) {
    const given = node.type === known.null || node.type === type ? literal(type, null, node) : node;
    if (isValueType(type) && nullableUnderlying(type) === null) {
      convertNode(binder, literal(known.null, null, node), type);
      return null;
    }
    return { kind: "constant", value: given };
  }
  if (type === known.object || isInterface(type) || type === known.null) return { kind: "constant", value: node };
  const converted = convertNode(binder, node, nullableUnderlying(type) ?? type);
  if (converted.type === known.error) return null;
  if (converted.kind !== "literal") {
    const text = `Cannot implicitly convert type '${qualifiedDisplay(node.type)}' to '${qualifiedDisplay(type)}'`;
    binder.report("CS0029", text, node);
    return null;
  }
  return { kind: "constant", value: converted };
}

function typePattern(binder: Binder, type: Type, operand: Type, whole: Span): BoundPattern | null {
  const { known } = binder;
  if (type === known.error) return null;
  if (operand === known.error || operand === known.null) return { kind: "type", type };
  const tested = nullableUnderlying(type) ?? type;
  if (!mayBe(binder, operand, tested)) {
    const text = `The given expression is never of the provided ('${type.display}') type`;
    binder.report("CS0184", text, whole, "warning");
  }
  return { kind: "type", type: tested };
}

function declarationPattern(
  binder: Binder,
  written: TypeSyntax,
  name: { text: string; start: number; end: number },
  operand: Type,
): BoundPattern | null {
  const isVarPattern = isVar(binder, written);
  const type = isVarPattern ? operand : binder.type(written);
  const { known } = binder;
  const isDiscard = name.text === "_";
  const { start, end } = name;
  const given = { name: name.text, type, start, end, isAssigned: true, hasEffect: true };
  const symbol = isDiscard ? null : binder.declare(given);
  if (type === known.error || operand === known.error || operand === known.null) return null;
  if (!isVarPattern && nullableUnderlying(type) !== null) {
    const text = `It is not legal to use nullable type '${type.display}' in a pattern; use the underlying type '${nullableUnderlying(type)?.display}' instead.`;
    binder.report("CS8116", text, written);
    return null;
  }
  if (!isVarPattern && !mayBe(binder, operand, type)) {
    const text = `An expression of type '${operand.display}' cannot be handled by a pattern of type '${type.display}'.`;
    binder.report("CS8121", text, written);
    return null;
  }
  return { kind: "declaration", type, symbol, isVar: isVarPattern };
}

const byReference = new Set([
  "identity",
  "reference",
  "reference-cast",
  "boxing",
  "unboxing",
  "to-nullable",
  "from-nullable",
]);

/** Whether a value of one type may turn out to be one of the other without being changed. */
function mayBe(binder: Binder, from: Type, to: Type): boolean {
  const conversion = explicitConversion(binder.table, from, to);
  return (
    conversion !== null && !conversion.isUserDefined && conversion.steps.every((step) => byReference.has(step.kind))
  );
}

export function bindAs(binder: Binder, syntax: AsSyntax): BoundExpression {
  const { table, known } = binder;
  const { start, end } = syntax;
  const operand = rvalue(binder, binder.value(syntax.operand));
  const type = binder.type(syntax.type);
  if (operand.type === known.error || type === known.error) return binder.nothing(syntax);
  if (isValueType(type) && nullableUnderlying(type) === null) {
    const text = `The as operator must be used with a reference type or nullable type ('${type.display}' is a non-nullable value type)`;
    return binder.bad("CS0077", text, syntax);
  }
  if (operand.type === known.null) return { ...literal(type, null, syntax) };
  const implicit = implicitConversion(table, operand.type, type);
  const keeps = implicit?.isUserDefined === false && implicit.steps.every((step) => byReference.has(step.kind));
  if (keeps && implicit !== null) return { ...convertNode(binder, operand, type), start, end };
  if (!mayBe(binder, operand.type, type)) {
    const text = `Cannot convert type '${operand.type.display}' to '${type.display}' via a reference conversion, boxing conversion, unboxing conversion, wrapping conversion, or null type conversion`;
    return binder.bad("CS0039", text, syntax);
  }
  return { kind: "as", operand, type, start, end };
}
