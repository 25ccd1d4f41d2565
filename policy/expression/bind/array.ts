import type { Expression } from "@/policy/expression/syntax/syntax";
import { bestCommonType } from "@/policy/expression/types/best-common-type";
import type { ArrayType, Type } from "@/policy/expression/types/type";
import type { Binder } from "./binder";
import type { BoundExpression } from "./bound";
import { convert, rvalue } from "./convert";
import { toIndex } from "./element";
import { shapeOf } from "./shape";
import { constantOf, type Span, type Value } from "./value";

type ArraySyntax = Extract<Expression, { kind: "new-array" }>;

export function bindNewArray(binder: Binder, syntax: ArraySyntax): BoundExpression {
  const { table, known } = binder;
  const { start, end } = syntax;
  if (syntax.element === null) return implicitArray(binder, syntax);
  const element = binder.type(syntax.element);
  const length = syntax.length === null ? null : toIndex(binder, rvalue(binder, binder.value(syntax.length)));
  if (syntax.elements !== null) {
    const expected = length === null ? syntax.elements.length : constantOf(length);
    if (length !== null && expected === undefined) binder.report("CS0150", "A constant value is expected", length);
    else if (expected !== syntax.elements.length) {
      binder.report("CS0847", `An array initializer of length '${expected}' is expected`, syntax);
    }
    if (element === known.error) {
      for (const one of syntax.elements) convert(binder, binder.value(one), known.error);
      return binder.nothing(syntax);
    }
    return arrayOf(binder, table.arrayOf(element), syntax.elements, syntax);
  }
  if (element === known.error) return binder.nothing(syntax);
  if (element === known.void)
    return binder.bad("CS1547", "Keyword 'void' cannot be used in this context", syntax.element);
  const arrayType = table.arrayOf(element);
  const constant = length === null ? undefined : constantOf(length);
  if (typeof constant === "number" && constant < 0) {
    return binder.bad("CS0248", "Cannot create an array with a negative size", length ?? syntax);
  }
  return { kind: "new-array", arrayType, length, elements: null, type: arrayType, start, end };
}

export function arrayOf(binder: Binder, type: ArrayType, elements: readonly Expression[], at: Span): BoundExpression {
  const { start, end } = at;
  const bound = elements.map((one) => convert(binder, binder.value(one), type.element));
  return { kind: "new-array", arrayType: type, length: null, elements: bound, type, start, end };
}

function implicitArray(binder: Binder, syntax: ArraySyntax): BoundExpression {
  const { start, end } = syntax;
  const values: Value[] = (syntax.elements ?? []).map((one) => binder.value(one));
  const shapes = values.map((value) => shapeOf(binder, value));
  const { table, known } = binder;
  if (shapes.some((shape) => shape.kind === "typed" && shape.type === known.error)) return binder.nothing(syntax);
  const element: Type | null = bestCommonType(table, shapes);
  if (element === null || element.kind === "special") {
    return binder.bad("CS0826", "No best type found for implicitly-typed array", syntax);
  }
  const arrayType = table.arrayOf(element);
  const elements = values.map((value) => convert(binder, value, element));
  return { kind: "new-array", arrayType, length: null, elements, type: arrayType, start, end };
}
