import type { ArgumentShape, OverloadResult } from "./argument";
import type { CallShape, Candidate, Misfit } from "./candidate";
import { qualifiedDisplay } from "./display";
import { invokeOf } from "./members";
import { methodDisplay } from "./method-display";
import type { Type } from "./type";
import type { Method, Parameter } from "./type-definition";
import type { TypeTable } from "./type-table";

type Failure = Extract<OverloadResult, { kind: "none" }>;

const fail = (code: string, message: string, argument: number | null = null): Failure => ({
  kind: "none",
  code,
  message,
  argument,
});

const rank: readonly Misfit["kind"][] = ["argument", "constraint", "inference", "lambda", "name", "missing", "count"];

/** What the compiler says where none of the methods fits. */
export function describeFailure(
  table: TypeTable,
  name: string,
  methods: readonly Method[],
  misfits: readonly Misfit[],
  given: readonly ArgumentShape[],
  receivers: number,
): Failure {
  const only = misfits.length === 1;
  const [misfit] = [...misfits].sort(
    (a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind) || furthest(b) - furthest(a),
  );
  if (misfit === undefined) return countFailure(name, methods[0], given.length - receivers);
  switch (misfit.kind) {
    case "argument":
    case "lambda":
      return argumentFailure(table, misfit.candidate, misfit.argument, given, receivers);
    case "constraint":
      return constraintFailure(misfit.method, misfit.parameter, misfit.type);
    case "inference":
      return fail(
        "CS0411",
        `The type arguments for method '${methodDisplay(misfit.method.original)}' cannot be inferred from the usage. Try specifying the type arguments explicitly.`,
      );
    case "name":
      return nameFailure(misfit, name, given, receivers);
    case "missing":
      if (!only) return countFailure(name, methods[0], given.length - receivers);
      return fail(
        "CS7036",
        `There is no argument given that corresponds to the required formal parameter '${misfit.parameter.name}' of '${methodDisplay(misfit.method)}'`,
      );
    case "count":
      return countFailure(name, methods[0], given.length - receivers);
  }
}

const furthest = (misfit: Misfit): number => (misfit.kind === "argument" ? misfit.argument : 0);

function countFailure(name: string, method: Method | undefined, count: number): Failure {
  if (method?.kind === "constructor") {
    const text = `'${method.returnType.display}' does not contain a constructor that takes ${count} arguments`;
    return fail("CS1729", text);
  }
  return fail("CS1501", `No overload for method '${name}' takes ${count} arguments`);
}

function nameFailure(
  misfit: Extract<Misfit, { kind: "name" }>,
  name: string,
  given: readonly ArgumentShape[],
  receivers: number,
): Failure {
  const parameter = given[misfit.argument]?.name;
  const at = misfit.argument - receivers;
  switch (misfit.code) {
    case "CS1739":
      return fail("CS1739", `The best overload for '${name}' does not have a parameter named '${parameter}'`, at);
    case "CS1744":
      return fail(
        "CS1744",
        `Named argument '${parameter}' specifies a parameter for which a positional argument has already been given`,
        at,
      );
    case "CS8323":
      return fail(
        "CS8323",
        `Named argument '${parameter}' is used out-of-position but is followed by an unnamed argument`,
        at,
      );
  }
}

function constraintFailure(method: Method, parameter: Type, type: Type): Failure {
  const constraint = parameter.kind === "parameter" ? parameter.constraint : null;
  const where = `parameter '${parameter.display}' in the generic type or method '${methodDisplay(method.original)}'`;
  if (constraint === "struct") {
    return fail(
      "CS0453",
      `The type '${type.display}' must be a non-nullable value type in order to use it as ${where}`,
    );
  }
  if (constraint === "class") {
    return fail("CS0452", `The type '${type.display}' must be a reference type in order to use it as ${where}`);
  }
  const base = parameter.kind === "parameter" ? parameter.constraintTypes[0]?.display : "";
  return fail(
    "CS0311",
    `The type '${type.display}' cannot be used as type ${where}. There is no implicit reference conversion from '${type.display}' to '${base}'.`,
  );
}

function argumentFailure(
  table: TypeTable,
  candidate: Candidate,
  index: number,
  given: readonly ArgumentShape[],
  receivers: number,
): Failure {
  const shape = given[index] as ArgumentShape;
  const at = index - receivers;
  const number = at + 1;
  const parameter = candidate.method.parameters[candidate.parameterOf[index] as number] as Parameter;
  const wanted = parameter.modifier === "params" ? null : parameter.modifier;
  const type = candidate.types[index] as Type;
  if (shape.modifier !== wanted) {
    return wanted === null
      ? fail("CS1615", `Argument ${number} may not be passed with the '${shape.modifier}' keyword`, at)
      : fail("CS1620", `Argument ${number} must be passed with the '${wanted}' keyword`, at);
  }
  if (shape.kind === "lambda") return lambdaFailure(table, shape, type, at);
  const byRef = wanted === null ? "" : `${wanted} `;
  const from = `${byRef}${shapeDisplay(shape)}`;
  return fail("CS1503", `Argument ${number}: cannot convert from '${from}' to '${byRef}${qualifiedDisplay(type)}'`, at);
}

function shapeDisplay(shape: ArgumentShape): string {
  switch (shape.kind) {
    case "typed":
      return qualifiedDisplay(shape.type);
    case "null":
      return "<null>";
    case "lambda":
      return "lambda expression";
    case "method-group":
      return "method group";
    default:
      return shape.kind;
  }
}

function lambdaFailure(
  table: TypeTable,
  shape: Extract<ArgumentShape, { kind: "lambda" }>,
  type: Type,
  at: number,
): Failure {
  const invoke = invokeOf(table, type);
  if (invoke === null) {
    const text = `Cannot convert lambda expression to type '${type.display}' because it is not a delegate type`;
    return fail("CS1660", text, at);
  }
  if (invoke.parameters.length !== shape.parameterCount) {
    return fail("CS1593", `Delegate '${type.display}' does not take ${shape.parameterCount} arguments`, at);
  }
  const text =
    "Cannot convert lambda expression to intended delegate type because some of the return types in the block are not implicitly convertible to the delegate return type";
  return { ...fail("CS1662", text, at), delegate: type };
}

/** The lambda whose body is what keeps the candidate from fitting; null where there is none. */
export function describeLambda(table: TypeTable, candidate: Candidate, call: CallShape): Failure | null {
  for (const [index, shape] of call.arguments.entries()) {
    if (shape.kind !== "lambda") continue;
    const type = candidate.types[index] as Type;
    const types = invokeOf(table, type)?.parameters.map((parameter) => parameter.type);
    if (types === undefined || !shape.bind(types).hasErrors) continue;
    return lambdaFailure(table, shape, type, index - (call.isExtension ? 1 : 0));
  }
  return null;
}

/** Type arguments are written, and no method takes as many. */
export function describeArity(method: Method): Failure {
  const display = methodDisplay(method.original);
  const count = method.typeParameters.length;
  return count === 0
    ? fail("CS0308", `The non-generic method '${display}' cannot be used with type arguments`)
    : fail("CS0305", `Using the generic method '${display}' requires ${count} type arguments`);
}
