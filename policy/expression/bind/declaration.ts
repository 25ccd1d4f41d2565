import type { ArrayInitializer, Expression, LocalDeclaration } from "@/policy/expression/syntax/syntax";
import type { Type } from "@/policy/expression/types/type";
import { isVar } from "./arguments";
import { arrayOf } from "./array";
import type { Binder } from "./binder";
import type { BoundExpression, BoundStatement } from "./bound";
import { convert, rvalue } from "./convert";
import type { Local } from "./local";
import { constantOf, type Span, type Value } from "./value";

type Variable = LocalDeclaration["variables"][number];

/** The variables of one declaration; a constant is put in where it is used and leaves nothing to run. */
export function bindDeclaration(binder: Binder, syntax: LocalDeclaration): BoundStatement[] {
  return bindVariables(binder, syntax, null).flatMap(({ local, value, at }) =>
    local.constant === undefined
      ? [{ kind: "local", symbol: local, value, start: at.start, end: at.end } as const]
      : [],
  );
}

interface Declared {
  readonly local: Local;
  readonly value: BoundExpression | null;
  readonly at: Span;
}

export function bindVariables(binder: Binder, syntax: LocalDeclaration, readOnly: string | null): Declared[] {
  const implicit = isVar(binder, syntax.type);
  const type = implicit ? null : binder.type(syntax.type);
  if (type === binder.known.void) binder.report("CS1547", "Keyword 'void' cannot be used in this context", syntax.type);
  if (implicit && syntax.variables.length > 1) {
    binder.report("CS0819", "Implicitly-typed variables cannot have multiple declarators", syntax);
  }
  if (implicit && syntax.isConst) {
    binder.report("CS0822", "Implicitly-typed variables cannot be constant", syntax);
  }
  return syntax.variables.map((variable) => {
    const at = { start: variable.name.start, end: variable.value?.end ?? variable.name.end };
    if (syntax.isConst)
      return { local: constantVariable(binder, variable, type ?? binder.known.error), value: null, at };
    return { ...bindVariable(binder, variable, type, readOnly), at };
  });
}

function bindVariable(binder: Binder, variable: Variable, type: Type | null, readOnly: string | null) {
  const { text, start, end } = variable.name;
  const given = { name: text, start, end, readOnly };
  if (type === null) {
    const value =
      variable.value === null ? uninitialized(binder, variable) : inferred(binder, variable, variable.value);
    const hasEffect = value === null || value.kind !== "literal" || readOnly !== null;
    const local = binder.declare({ ...given, type: value?.type ?? binder.known.error, isAssigned: true, hasEffect });
    return { local, value };
  }
  const local = binder.declare({ ...given, type, isAssigned: variable.value !== null });
  const value = variable.value === null ? null : initial(binder, variable.value, type);
  local.hasEffect = (value !== null && value.kind !== "literal") || readOnly !== null;
  return { local, value };
}

function uninitialized(binder: Binder, variable: Variable): null {
  binder.report("CS0818", "Implicitly-typed variables must be initialized", variable.name);
  return null;
}

/** The value of `var x = ...`. */
function inferred(binder: Binder, variable: Variable, syntax: Expression | ArrayInitializer): BoundExpression {
  if (syntax.kind === "array-initializer") {
    for (const element of syntax.elements) convert(binder, binder.value(element), binder.known.error);
    const text = "Cannot initialize an implicitly-typed variable with an array initializer";
    return binder.bad("CS0820", text, variable.name);
  }
  const value = binder.value(syntax);
  const what = untyped(binder, value);
  if (what === null) return rvalue(binder, value);
  const at = { start: variable.name.start, end: syntax.end };
  return binder.bad("CS0815", `Cannot assign ${what} to an implicitly-typed variable`, at);
}

/** What has no type of its own; null where it has one. */
function untyped(binder: Binder, value: Value): string | null {
  const { known } = binder;
  switch (value.kind) {
    case "lambda":
      return value.called;
    case "methods":
    case "function":
      return "method group";
    case "value":
      return value.node.type === known.null || value.node.type === known.void ? value.node.type.display : null;
    default:
      return null;
  }
}

function initial(binder: Binder, syntax: Expression | ArrayInitializer, type: Type): BoundExpression {
  if (syntax.kind !== "array-initializer") return convert(binder, binder.value(syntax), type);
  if (type.kind === "array") return arrayOf(binder, type, syntax.elements, syntax);
  for (const element of syntax.elements) convert(binder, binder.value(element), binder.known.error);
  if (type === binder.known.error) return binder.nothing(syntax);
  const text =
    "Can only use array initializer expressions to assign to array types. Try using a new expression instead.";
  return binder.bad("CS0622", text, syntax);
}

function constantVariable(binder: Binder, variable: Variable, type: Type): Local {
  const { text, start, end } = variable.name;
  const value = variable.value === null ? null : initial(binder, variable.value, type);
  if (value === null) binder.report("CS0145", "A const field requires a value to be provided", variable.name);
  const constant = value === null ? undefined : constantOf(value);
  if (value !== null && constant === undefined && value.type !== binder.known.error && type !== binder.known.error) {
    binder.report("CS0133", `The expression being assigned to '${text}' must be constant`, value);
  }
  // Without a constant, what uses it must not be reported too.
  const usable = constant === undefined ? binder.known.error : type;
  return binder.declare({ name: text, start, end, type: usable, constant, readOnly: "constant", isAssigned: true });
}
