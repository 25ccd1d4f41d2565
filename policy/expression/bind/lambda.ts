import type { ExpressionProblem } from "@/policy/expression/problem";
import type { Block, Expression } from "@/policy/expression/syntax/syntax";
import type { LambdaResult } from "@/policy/expression/types/argument";
import { bestCommonType } from "@/policy/expression/types/best-common-type";
import { shapeConverts } from "@/policy/expression/types/shape-conversions";
import type { Type } from "@/policy/expression/types/type";
import type { Method } from "@/policy/expression/types/type-definition";
import type { Binder } from "./binder";
import type { BoundBlock, BoundExpression } from "./bound";
import { completes } from "./completes";
import { convert, rvalue, usable } from "./convert";
import { makeFrame, type PendingReturn } from "./frame";
import type { Local } from "./local";
import { Scope } from "./scope";
import { shapeOf } from "./shape";
import { isStatementExpression } from "./statement-expression";
import type { Span, Value } from "./value";

type Syntax = Extract<Expression, { kind: "lambda" }>;

/** The body, bound for parameters of certain types; what it returns waits to be converted. */
interface Binding {
  readonly types: readonly Type[];
  readonly parameters: readonly Local[];
  /** A block, or the value of an expression body. */
  readonly block: BoundBlock | null;
  readonly value: Value | null;
  readonly returns: readonly PendingReturn[];
  readonly problems: readonly ExpressionProblem[];
  readonly result: LambdaResult;
}

/** So many bindings of lambdas mean nested overloads that multiply; real expressions stay far below. */
const mostBindings = 2000;

/** A lambda whose body is bound once for each set of parameter types that is tried. */
export function bindLambda(binder: Binder, syntax: Syntax): Value {
  const place = binder.place();
  const bindings: Binding[] = [];
  const typed = syntax.parameters.length > 0 && syntax.parameters.every((parameter) => parameter.type !== null);
  const written = typed
    ? syntax.parameters.map(({ type }) => (type === null ? binder.known.error : binder.type(type)))
    : null;

  function bindingFor(types: readonly Type[]): Binding {
    const known = bindings.find((one) => one.types.every((type, at) => type === types[at]));
    if (known !== undefined) return known;
    const made = binder.at(place, () => bindBody(binder, syntax, types));
    bindings.push(made);
    return made;
  }

  function convertTo(delegate: Type, invoke: Method): BoundExpression | null {
    const at: Span = syntax;
    const types = invoke.parameters.map((parameter) => parameter.type);
    if (types.length !== syntax.parameters.length) {
      const text = `Delegate '${delegate.display}' does not take ${syntax.parameters.length} arguments`;
      binder.report("CS1593", text, at);
      return null;
    }
    if (written?.some((type, index) => type !== types[index] && type !== binder.known.error) === true) {
      const text = `Cannot convert ${called} to type '${delegate.display}' because the parameter types do not match the delegate parameter types`;
      binder.report("CS1661", text, at);
      return null;
    }
    const binding = bindingFor(types);
    binder.adopt(binding.problems);
    if (binding.result.hasErrors) return null;
    return binder.at(place, () => settle(binder, syntax, binding, delegate, invoke));
  }

  function reportErrors(): boolean {
    const failed = bindings.find((one) => one.result.hasErrors);
    if (failed === undefined) return false;
    binder.adopt(failed.problems);
    return failed.problems.length > 0;
  }

  /** Bound already, it has been looked at; to bind it once more at every level around it would never end. */
  function giveUp(): void {
    if (bindings.length > 0) return;
    const { error } = binder.known;
    binder.adopt(bindingFor(written ?? syntax.parameters.map(() => error)).problems);
  }

  const called = syntax.isDelegate ? "anonymous method" : "lambda expression";
  const bind = (types: readonly Type[]): LambdaResult => bindingFor(types).result;
  const parameterCount = syntax.parameters.length;
  return {
    kind: "lambda",
    shape: { kind: "lambda", name: null, modifier: null, parameterCount, parameterTypes: written, bind },
    called,
    convertTo,
    reportErrors,
    giveUp,
    start: syntax.start,
    end: syntax.end,
  };
}

function bindBody(binder: Binder, syntax: Syntax, types: readonly Type[]): Binding {
  const { result: bound, problems } = binder.apart(() => {
    if (++binder.lambdasBound > mostBindings) {
      binder.report("GH0002", "The expression has more nested lambdas than can be analysed", syntax);
      return { parameters: [], block: null, value: null, returns: [] };
    }
    binder.frame = makeFrame("lambda", binder.frame, null);
    const { frame } = binder;
    return binder.inScope(() => {
      const parameters = syntax.parameters.map(({ name: { text, start, end } }, at) =>
        declareParameter(binder, text, types[at] as Type, { start, end }),
      );
      if (isBlock(syntax.body)) {
        const block = binder.block(syntax.body);
        return { parameters, block, value: null, returns: frame.returns };
      }
      const value = usable(binder, binder.value(syntax.body));
      return { parameters, block: null, value, returns: [] };
    }, new Scope(binder.scope));
  });
  const { block, value, returns } = bound;
  const hasErrors = problems.some((problem) => problem.severity === "error");
  const result = hasErrors
    ? failed
    : describe(binder, syntax, block, value === null ? returns.map((one) => one.value) : [value]);
  return { types, problems, result, ...bound };
}

const isBlock = (body: Expression | Block): body is Block => body.kind === "block";

export function declareParameter(
  binder: Binder,
  name: string,
  type: Type,
  { start, end }: Span,
  isByRef = false,
): Local {
  const given = { name, type, start, end, role: "parameter", isByRef, isRead: true, hasEffect: true } as const;
  if (binder.scope.own(name) === null) return binder.declare(given);
  binder.report("CS0100", `The parameter name '${name}' is a duplicate`, { start, end });
  return binder.inScope(() => binder.declare(given), new Scope(null));
}

const failed: LambdaResult = {
  hasErrors: true,
  returnType: null,
  convertsTo: () => false,
  isStatementExpression: false,
};

function describe(
  binder: Binder,
  syntax: Syntax,
  block: BoundBlock | null,
  given: readonly (Value | null)[],
): LambdaResult {
  const { table, known } = binder;
  const values = given.filter((value) => value !== null);
  if (block !== null && values.length === 0) {
    // A body that only throws fits whatever is to be returned.
    const neverReturns = given.length === 0 && !completes(block);
    const returnType = neverReturns ? null : known.void;
    return { hasErrors: false, returnType, convertsTo: () => neverReturns, isStatementExpression: true };
  }
  const [only] = values;
  const isVoid = only?.kind === "value" && only.node.type === known.void;
  const { result: shapes, problems } = binder.apart(() =>
    isVoid ? [] : values.map((value) => shapeOf(binder, value)),
  );
  if (problems.length > 0) return failed;
  return {
    hasErrors: false,
    returnType: isVoid ? known.void : bestCommonType(table, shapes),
    convertsTo: (type) => !isVoid && shapes.every((shape) => shapeConverts(table, shape, type)),
    isStatementExpression: only?.kind === "throw" || (!isBlock(syntax.body) && isStatementExpression(syntax.body)),
  };
}

function settle(binder: Binder, syntax: Syntax, binding: Binding, delegate: Type, invoke: Method): BoundExpression {
  const { start, end } = syntax;
  const { known } = binder;
  const { parameters, block, value } = binding;
  const lambda = (body: BoundBlock | BoundExpression): BoundExpression => ({
    kind: "lambda",
    invoke,
    parameters,
    body,
    type: delegate,
    start,
    end,
  });
  if (value !== null) {
    if (invoke.returnType === known.void) {
      if (value.kind === "throw") return lambda(convert(binder, value, known.object));
      if (!isBlock(syntax.body) && !isStatementExpression(syntax.body)) reportNoStatement(binder, syntax.body);
      return lambda(rvalue(binder, value));
    }
    return lambda(returned(binder, value, invoke.returnType));
  }
  for (const one of binding.returns) {
    if (one.value === null) {
      if (invoke.returnType !== known.void) reportMissing(binder, invoke.returnType, one);
    } else if (invoke.returnType === known.void) {
      const text = "Anonymous function converted to a void returning delegate cannot return a value";
      binder.report("CS8030", text, one);
    } else one.settle(returned(binder, one.value, invoke.returnType));
  }
  if (block !== null && invoke.returnType !== known.void && binding.returns.length > 0 && completes(block)) {
    const text = `Not all code paths return a value in lambda expression of type '${delegate.display}'`;
    binder.report("CS1643", text, syntax);
  }
  return lambda(block as BoundBlock);
}

function returned(binder: Binder, value: Value, type: Type): BoundExpression {
  const { result, problems } = binder.apart(() => convert(binder, value, type));
  binder.adopt(problems);
  const [problem] = problems;
  if (problem !== undefined && (problem.code === "CS0029" || problem.code === "CS0266")) {
    const text =
      "Cannot convert lambda expression to intended delegate type because some of the return types in the block are not implicitly convertible to the delegate return type";
    binder.report("CS1662", text, problem);
  }
  return result;
}

export const reportMissing = (binder: Binder, type: Type, at: Span): void =>
  binder.report("CS0126", `An object of a type convertible to '${type.display}' is required`, at);

export const reportNoStatement = (binder: Binder, at: Span): void =>
  binder.report(
    "CS0201",
    "Only assignment, call, increment, decrement, await, and new object expressions can be used as a statement",
    at,
  );
