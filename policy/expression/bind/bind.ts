import type { ExpressionProblem } from "@/policy/expression/problem";
import type { ExpressionSyntax } from "@/policy/expression/syntax/syntax";
import { bestCommonType } from "@/policy/expression/types/best-common-type";
import type { Type } from "@/policy/expression/types/type";
import { isValueType } from "@/policy/expression/types/type-relations";
import type { TypeTable } from "@/policy/expression/types/type-table";
import { Binder, type Dispatch } from "./binder";
import type { BoundProgram } from "./bound";
import { completes } from "./completes";
import { convert, rvalue } from "./convert";
import { bindValue } from "./expression";
import { checkFlow } from "./flow";
import { reportMissing } from "./lambda";
import { shapeOf } from "./shape";
import { bindStatement, bindStatements } from "./statement";
import { reportUnused } from "./unused";
import type { Value } from "./value";

const dispatch: Dispatch = { value: bindValue, statement: bindStatement, statements: bindStatements };

export interface BindOptions {
  /** What the value has to be; any type otherwise. */
  readonly resultType?: Type;
}

export interface BindResult {
  /** null where there is an error, or a named value has not been put in. */
  readonly program: BoundProgram | null;
  readonly problems: ExpressionProblem[];
}

/** Finds out what every name and operator of an expression means. */
export function bindExpression(syntax: ExpressionSyntax, table: TypeTable, options: BindOptions = {}): BindResult {
  const binder = new Binder(table, dispatch);
  const contextType = table.definition("IContext", 0)?.self ?? table.known.error;
  const context = binder.declare({
    name: "context",
    type: contextType,
    start: 0,
    end: 0,
    role: "context",
    frame: null,
    readOnly: "parameter",
    isRead: true,
  });
  const body = binder.inScope(() => bindBody(binder, syntax));
  const type = settle(binder, body, syntax, options.resultType ?? null);
  const hasErrors = () => binder.problems.some((problem) => problem.severity === "error");
  if (!hasErrors() && !binder.isIncomplete) checkFlow(binder, body.result);
  if (!hasErrors()) reportUnused(binder);
  const problems = binder.problems.sort((a, b) => a.start - b.start || a.end - b.end);
  if (hasErrors() || binder.isIncomplete) return { program: null, problems };
  const { request, response, body: readsBody } = binder.seen;
  const reads = { requestBody: request && readsBody, responseBody: response && readsBody };
  return { program: { context, body: body.result, type, reads }, problems };
}

interface Body {
  result: BoundProgram["body"];
  /** Of an expression body, before it is converted. */
  readonly value: Value | null;
}

function bindBody(binder: Binder, syntax: ExpressionSyntax): Body {
  if (syntax.kind === "statement-body") return { result: binder.block(syntax.block), value: null };
  return { result: binder.nothing(syntax), value: binder.value(syntax.expression) };
}

/** Converts what is returned to the type of the whole: that of all returns, or object where they disagree. */
function settle(binder: Binder, body: Body, syntax: ExpressionSyntax, wanted: Type | null): Type {
  const { known } = binder;
  if (body.value !== null) {
    const type = wanted ?? resultType(binder, [body.value]);
    body.result = convert(binder, body.value, type);
    return type;
  }
  const { returns } = binder.frame;
  const given = returns.flatMap((one) => (one.value === null ? [] : [one.value]));
  const type = wanted ?? resultType(binder, given);
  for (const one of returns) {
    if (one.value === null) reportMissing(binder, known.object, { start: one.start, end: one.start + "return".length });
    else one.settle(convert(binder, one.value, type));
  }
  const { start } = syntax;
  const hasErrors = binder.problems.some((problem) => problem.severity === "error");
  if (!hasErrors && body.result.kind === "block" && completes(body.result)) {
    binder.report("CS0161", "Not all code paths return a value", { start, end: start + "@{".length });
  }
  return type;
}

/** Values that would change by being converted, such as an int beside a long, are given back as they are. */
function resultType(binder: Binder, values: readonly Value[]): Type {
  const { known, table } = binder;
  const shapes = values.map((value) => shapeOf(binder, value));
  const types = new Set<Type>();
  for (const value of values) {
    if (value.kind !== "value") return known.object;
    const { type } = rvalue(binder, value);
    if (type === known.error) return known.object;
    if (type !== known.null) types.add(type);
  }
  const [first] = types;
  if (first === undefined || first === known.void) return known.object;
  const all = [...types];
  if (all.length === 1)
    return isValueType(first) && shapes.some((shape) => shape.kind === "null") ? known.object : first;
  return all.some(isValueType) ? known.object : (bestCommonType(table, shapes) ?? known.object);
}
