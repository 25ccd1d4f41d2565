import type { ArgumentShape } from "./argument";
import { converts, implicitConversion } from "./conversions";
import { invokeOf } from "./members";
import { resolveMethodGroup } from "./method-groups";
import type { Type } from "./type";
import { isReferenceType, nullableUnderlying } from "./type-relations";
import type { TypeTable } from "./type-table";

type LambdaShape = Extract<ArgumentShape, { kind: "lambda" }>;

/** A lambda's own mistakes are not counted when one asks which overload was meant. */
export type Strictness = "strict" | "whatever the body";

/** Whether an argument, typed or not, converts to the type implicitly. */
export function shapeConverts(
  table: TypeTable,
  shape: ArgumentShape,
  to: Type,
  strictness: Strictness = "strict",
): boolean {
  if (to === table.known.error) return true;
  switch (shape.kind) {
    case "typed":
      return converts(table, shape.type, to, shape.constant);
    case "null":
      return isReferenceType(to) || nullableUnderlying(to) !== null || to === table.known.null;
    case "any":
    case "out-var":
      return true;
    case "lambda":
      return lambdaConverts(table, shape, to, strictness);
    case "method-group":
      return resolveMethodGroup(table, shape.methods, to) !== null;
  }
}

function lambdaConverts(table: TypeTable, shape: LambdaShape, to: Type, strictness: Strictness): boolean {
  const invoke = invokeOf(table, to);
  if (invoke === null || invoke.parameters.length !== shape.parameterCount) return false;
  const types = invoke.parameters.map((parameter) => parameter.type);
  if (shape.parameterTypes?.some((type, at) => type !== types[at])) return false;
  const result = shape.bind(types);
  if (result.hasErrors) return strictness !== "strict";
  if (invoke.returnType === table.known.void)
    return result.isStatementExpression || result.returnType === table.known.void;
  return result.returnType !== table.known.void && result.convertsTo(invoke.returnType);
}

/** An extension's receiver converts by identity, reference or boxing only. */
export function receiverConverts(table: TypeTable, from: Type, to: Type): boolean {
  const conversion = implicitConversion(table, from, to);
  return (
    conversion !== null &&
    !conversion.isUserDefined &&
    conversion.steps.every((step) => step.kind === "reference" || step.kind === "boxing" || step.kind === "identity")
  );
}
