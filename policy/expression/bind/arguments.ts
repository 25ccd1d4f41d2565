import type { Argument, NamedTypeSyntax, TypeSyntax } from "@/policy/expression/syntax/syntax";
import type { ArgumentShape, ChosenOverload, OverloadResult } from "@/policy/expression/types/argument";
import { methodDisplay } from "@/policy/expression/types/method-display";
import type { Type } from "@/policy/expression/types/type";
import type { Method, Parameter } from "@/policy/expression/types/type-definition";
import type { Binder } from "./binder";
import type { BoundArgument, BoundExpression, BoundTarget } from "./bound";
import { convert, usable } from "./convert";
import { defaultValue } from "./default-value";
import type { Local } from "./local";
import { shapeOf } from "./shape";
import { bindTarget } from "./target";
import { asValue, literal, type Span, type Value } from "./value";

/** An argument on its way to a parameter. */
export interface Given {
  readonly syntax: Span;
  readonly shape: ArgumentShape;
  readonly value: Value | null;
  /** Of out and ref: what it refers to; `out var x` waits for its type. */
  readonly target: BoundTarget | null;
  readonly inferred: Local | null;
  readonly isDiscard: boolean;
}

export const isVar = (binder: Binder, type: TypeSyntax): type is NamedTypeSyntax =>
  type.kind === "named-type" &&
  type.parts.length === 1 &&
  type.parts[0]?.name.text === "var" &&
  binder.table.find("var", 0) === null;

export const bindArguments = (binder: Binder, given: readonly Argument[]): Given[] =>
  given.map((argument) => bindArgument(binder, argument));

function bindArgument(binder: Binder, argument: Argument): Given {
  const passing = { name: argument.name?.text ?? null, modifier: argument.modifier };
  const { declaration } = argument;
  const base = { syntax: argument, value: null, target: null, inferred: null, isDiscard: false };
  if (declaration !== null) {
    const { name } = declaration;
    const implicit = isVar(binder, declaration.type);
    const type = implicit ? null : binder.type(declaration.type);
    if (name.text === "_") {
      const shape: ArgumentShape =
        type === null ? { kind: "out-var", ...passing } : { kind: "typed", type, constant: undefined, ...passing };
      return { ...base, shape, isDiscard: true };
    }
    const inferred = binder.declare({
      name: name.text,
      type: type ?? binder.known.error,
      start: name.start,
      end: name.end,
      isInferring: implicit,
      hasEffect: true,
      isAssigned: true,
      isRead: true,
    });
    if (type === null) return { ...base, shape: { kind: "out-var", ...passing }, inferred };
    const target: BoundTarget = { kind: "local", symbol: inferred, type, start: name.start, end: name.end };
    return { ...base, shape: { kind: "typed", type, constant: undefined, ...passing }, target };
  }
  if (argument.modifier !== null) {
    const target = bindTarget(binder, argument.value, argument.modifier);
    if (target?.kind === "discard") return { ...base, shape: { kind: "out-var", ...passing }, isDiscard: true };
    const type = target?.type ?? binder.known.error;
    return { ...base, shape: { kind: "typed", type, constant: undefined, ...passing }, target };
  }
  const value = usable(binder, binder.value(argument.value));
  return { ...base, shape: shapeOf(binder, value, passing), value };
}

/** What goes to the chosen method, in the order written; what is left out is written out. */
export function passArguments(
  binder: Binder,
  given: readonly Given[],
  { method, parameterOf, expandedFrom }: ChosenOverload,
  at: Span,
): BoundArgument[] {
  const passed: BoundArgument[] = [];
  const last = method.parameters.length - 1;
  const elements: BoundExpression[] = [];
  for (const [index, one] of given.entries()) {
    const parameter = parameterOf[index] as number;
    const declared = method.parameters[parameter] as Parameter;
    if (expandedFrom !== null && parameter === last && declared.type.kind === "array") {
      elements.push(one.value === null ? binder.nothing(at) : convert(binder, one.value, declared.type.element));
      continue;
    }
    passed.push({ parameter, modifier: one.shape.modifier, value: passOne(binder, one, declared.type) });
  }
  for (const [index, parameter] of method.parameters.entries()) {
    if (expandedFrom !== null && index === last) {
      if (parameter.type.kind !== "array") continue;
      const array = parameter.type;
      const { start, end } = at;
      const value = { kind: "new-array", arrayType: array, length: null, elements, type: array, start, end } as const;
      passed.push({ parameter: index, modifier: null, value });
    } else if (!parameterOf.includes(index)) {
      passed.push({ parameter: index, modifier: null, value: omitted(binder, parameter, at) });
    }
  }
  return passed;
}

function passOne(binder: Binder, one: Given, type: Type): BoundExpression | BoundTarget {
  if (one.isDiscard) return { kind: "discard", type, start: one.syntax.start, end: one.syntax.end };
  if (one.inferred !== null) {
    one.inferred.type = type;
    one.inferred.isInferring = false;
    return { kind: "local", symbol: one.inferred, type, start: one.inferred.start, end: one.inferred.end };
  }
  if (one.target !== null) return one.target;
  return one.value === null ? binder.nothing(one.syntax) : convert(binder, one.value, type);
}

function omitted(binder: Binder, parameter: Parameter, at: Span): BoundExpression {
  const { defaultValue: value, type } = parameter;
  if (value === null) return defaultValue(binder, type, at);
  const natural =
    typeof value === "string" && type !== binder.known.decimal
      ? binder.known.string
      : typeof value === "boolean"
        ? binder.known.bool
        : null;
  if (natural === null || natural === type) {
    const inner =
      type.kind === "named" && type.definition.fullName === "System.Nullable" ? type.arguments[0] : undefined;
    return inner === undefined ? literal(type, value, at) : convert(binder, asValue(literal(inner, value, at)), type);
  }
  return convert(binder, asValue(literal(natural, value, at)), type);
}

/** Says why no method was chosen, unless an argument is wrong by itself. */
export function reportUnresolved(
  binder: Binder,
  result: Exclude<OverloadResult, { kind: "chosen" }>,
  given: readonly Given[],
  at: Span,
): BoundExpression {
  const isWrong = given.some((one) => one.shape.kind === "typed" && one.shape.type === binder.known.error);
  if (!isWrong && !reportLambda(binder, result, given)) report(binder, result, given, at);
  giveUp(binder, given);
  return binder.nothing(at);
}

function report(
  binder: Binder,
  result: Exclude<OverloadResult, { kind: "chosen" }>,
  given: readonly Given[],
  at: Span,
): void {
  if (result.kind === "none") {
    const argument = result.argument === null ? undefined : given[result.argument];
    binder.report(result.code, result.message, argument?.syntax ?? at);
    return;
  }
  const [a, b] = result.candidates;
  const names = [a, b].map((one: Method | undefined) => (one === undefined ? "" : methodDisplay(one)));
  const text = `The call is ambiguous between the following methods or properties: '${names[0]}' and '${names[1]}'`;
  binder.report("CS0121", text, at);
}

/** What is wrong within a lambda says more than that the method does not take it. */
function reportLambda(
  binder: Binder,
  result: Exclude<OverloadResult, { kind: "chosen" }>,
  given: readonly Given[],
): boolean {
  const meant = result.kind === "none" && result.argument !== null ? given[result.argument]?.value : undefined;
  if (meant?.kind === "lambda" && result.kind === "none" && result.delegate !== undefined) {
    const before = binder.problems.length;
    convert(binder, meant, result.delegate);
    if (binder.problems.length > before) return true;
  }
  const lambdas = meant?.kind === "lambda" ? [meant] : given.map((one) => one.value);
  return lambdas.some((value) => value?.kind === "lambda" && value.reportErrors());
}

/** The call means nothing, so that its lambdas are looked at with parameters of no type, and nothing more is said. */
export function giveUp(binder: Binder, given: readonly Given[]): void {
  for (const { value, inferred } of given) {
    if (inferred !== null) inferred.isInferring = false;
    if (value?.kind === "lambda") convert(binder, value, binder.known.error);
  }
}
