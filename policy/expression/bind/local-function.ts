import type { Block, Expression, Statement } from "@/policy/expression/syntax/syntax";
import type { Method, Parameter } from "@/policy/expression/types/type-definition";
import type { Binder } from "./binder";
import type { BoundBlock, BoundExpression, BoundStatement } from "./bound";
import { completes } from "./completes";
import { convert, rvalue } from "./convert";
import { type Frame, makeFrame } from "./frame";
import { declareParameter, reportNoStatement } from "./lambda";
import type { LocalFunction } from "./local";
import { isStatementExpression } from "./statement-expression";
import { constantOf, type Span } from "./value";

type FunctionSyntax = Extract<Statement, { kind: "local-function" }>;

interface Declared {
  readonly function_: LocalFunction;
  readonly frame: Frame;
}

/** By its text and the scope that it was met in: the body of a lambda may be bound several times. */
const functions = new WeakMap<FunctionSyntax, Map<object, Declared>>();

/** Makes the function known to the whole block that it stands in. */
export function declareLocalFunction(binder: Binder, syntax: FunctionSyntax): void {
  const { name } = syntax;
  if (syntax.typeParameters.length > 0) {
    binder.report("GH0002", "Generic local functions are not supported within expressions", name);
  }
  binder.checkFree(name.text, name);
  const declared = makeFunction(binder, syntax);
  binder.scope.add(name.text, { kind: "function", function: declared.function_ });
  const known = functions.get(syntax) ?? new Map();
  known.set(binder.scope, declared);
  functions.set(syntax, known);
}

function makeFunction(binder: Binder, syntax: FunctionSyntax): Declared {
  const { text: name, start, end } = syntax.name;
  const isGeneric = syntax.typeParameters.length > 0;
  const type = (one: FunctionSyntax["returnType"]) => (isGeneric ? binder.known.error : binder.type(one));
  const returnType = type(syntax.returnType);
  const parameters = syntax.parameters.map((parameter): Parameter => {
    const parameterType = type(parameter.type);
    if (parameter.modifier === "params" && parameterType.kind !== "array" && parameterType !== binder.known.error) {
      binder.report("CS0225", "The params parameter must be a single dimensional array", parameter);
    }
    const { defaultValue } = parameter;
    const bound = defaultValue === null ? null : convert(binder, binder.value(defaultValue), parameterType);
    const constant = bound === null ? null : constantOf(bound);
    if (constant === undefined && bound?.kind !== "bad" && bound?.kind !== "default") {
      const text = `Default parameter value for '${parameter.name.text}' must be a compile-time constant`;
      binder.report("CS1736", text, bound ?? parameter);
    }
    return {
      name: parameter.name.text,
      type: parameterType,
      modifier: parameter.modifier,
      optional: defaultValue !== null,
      defaultValue: constant ?? null,
    };
  });
  const frame = makeFrame("local-function", binder.frame, returnType);
  const own = binder.at({ ...binder.place(), frame }, () =>
    binder.inScope(() =>
      syntax.parameters.map(({ name: at, modifier }, index) => {
        const isByRef = modifier === "out" || modifier === "ref";
        return declareParameter(binder, at.text, (parameters[index] as Parameter).type, at, isByRef);
      }),
    ),
  );
  const method: Method = {
    kind: "method",
    name,
    key: name,
    declaring: binder.known.object.definition,
    isStatic: true,
    isExtension: false,
    doc: "",
    beyond: false,
    typeParameters: [],
    typeArguments: [],
    parameters,
    returnType,
    get original() {
      return method;
    },
  };
  return { function_: { name, parameters: own, returnType, method, start, end }, frame };
}

export function bindLocalFunction(binder: Binder, syntax: FunctionSyntax): BoundStatement[] {
  const declared = functions.get(syntax)?.get(binder.scope);
  if (declared === undefined || syntax.typeParameters.length > 0) return [];
  const { function_, frame } = declared;
  const { start, end } = syntax;
  const body = binder.at({ ...binder.place(), frame }, () =>
    binder.inScope(() => {
      for (const local of function_.parameters) binder.scope.add(local.name, { kind: "local", local });
      return bindBody(binder, syntax.body, function_);
    }),
  );
  return [{ kind: "local-function", function: function_, body, start, end }];
}

function bindBody(binder: Binder, body: Block | Expression, function_: LocalFunction): BoundBlock | BoundExpression {
  const { known } = binder;
  const { returnType } = function_;
  if (body.kind === "block") {
    const block = binder.block(body);
    const mustReturn = returnType !== known.void && returnType !== known.error;
    if (mustReturn && completes(block)) notAllReturn(binder, function_, function_);
    return block;
  }
  const value = binder.value(body);
  if (returnType !== known.void) return convert(binder, value, returnType);
  if (value.kind === "throw") return convert(binder, value, known.object);
  if (!isStatementExpression(body)) reportNoStatement(binder, body);
  return rvalue(binder, value);
}

function notAllReturn(binder: Binder, { name, method }: LocalFunction, at: Span): void {
  const types = method.parameters.map((parameter) => parameter.type.display).join(", ");
  binder.report("CS0161", `'${name}(${types})': not all code paths return a value`, at);
}
