import type { ArgumentShape } from "./argument";
import { satisfies } from "./constraints";
import { inferTypes } from "./infer-types";
import { invokeOf } from "./members";
import { receiverConverts, type Strictness, shapeConverts } from "./shape-conversions";
import { substituteMethod } from "./substitute-member";
import type { Type } from "./type";
import type { Method, Parameter } from "./type-definition";
import type { TypeTable } from "./type-table";

/** A method in its normal or expanded form, with the types that its arguments have to fit. */
export interface Candidate {
  /** As the group has it, type parameters in place. */
  readonly declared: Method;
  readonly method: Method;
  readonly parameterOf: readonly number[];
  readonly expandedFrom: number | null;
  /** Of every argument, the type it goes to: as the method declares it, and with type arguments put in. */
  readonly declaredTypes: readonly Type[];
  readonly types: readonly Type[];
}

/** Why a method does not fit, in the order of what the compiler tells first. */
export type Misfit =
  | { readonly kind: "argument"; readonly argument: number; readonly candidate: Candidate }
  /** A lambda of too few or too many parameters. */
  | { readonly kind: "lambda"; readonly argument: number; readonly candidate: Candidate }
  | { readonly kind: "inference"; readonly method: Method }
  | { readonly kind: "constraint"; readonly method: Method; readonly parameter: Type; readonly type: Type }
  | { readonly kind: "name"; readonly code: "CS1739" | "CS1744" | "CS8323"; readonly argument: number }
  | { readonly kind: "missing"; readonly method: Method; readonly parameter: Parameter }
  | { readonly kind: "count" };

export interface CallShape {
  readonly arguments: readonly ArgumentShape[];
  readonly typeArguments: readonly Type[] | null;
  /** The first argument is the receiver of an extension method. */
  readonly isExtension: boolean;
}

interface Placement {
  readonly parameterOf: readonly number[];
  readonly expandedFrom: number | null;
}

/** Which parameter every argument goes to. */
function place(method: Method, given: readonly ArgumentShape[], expanded: boolean): Placement | Misfit {
  const { parameters } = method;
  const last = parameters.length - 1;
  const parameterOf: number[] = [];
  const taken = new Set<number>();
  let expandedFrom: number | null = null;
  let outOfPosition: number | null = null;
  for (const [at, shape] of given.entries()) {
    if (shape.name !== null) {
      const index = parameters.findIndex((parameter) => parameter.name === shape.name);
      if (index < 0) return { kind: "name", code: "CS1739", argument: at };
      if (taken.has(index)) return { kind: "name", code: "CS1744", argument: at };
      if (index !== at) outOfPosition ??= at;
      if (expanded && index === last) expandedFrom = at;
      parameterOf.push(index);
      taken.add(index);
      continue;
    }
    if (outOfPosition !== null) return { kind: "name", code: "CS8323", argument: outOfPosition };
    const index = expanded ? Math.min(at, last) : at;
    if (index > last) return { kind: "count" };
    if (expanded && index === last) expandedFrom ??= at;
    parameterOf.push(index);
    taken.add(index);
  }
  for (const [index, parameter] of parameters.entries()) {
    if (taken.has(index) || parameter.optional || (expanded && index === last)) continue;
    return { kind: "missing", method, parameter };
  }
  return { parameterOf, expandedFrom: expanded ? (expandedFrom ?? given.length) : null };
}

const isMisfit = (value: object): value is Misfit => "kind" in value;

/** The forms of the method that take the arguments, or why there are none. */
export function candidateOf(
  table: TypeTable,
  declared: Method,
  call: CallShape,
  strictness: Strictness,
): Candidate | Misfit {
  const normal = candidateInForm(table, declared, call, false, strictness);
  if (!isMisfit(normal) || declared.parameters.at(-1)?.modifier !== "params") return normal;
  const expanded = candidateInForm(table, declared, call, true, strictness);
  if (!isMisfit(expanded)) return expanded;
  return normal.kind === "count" || normal.kind === "missing"
    ? expanded
    : normal.kind === "argument"
      ? expanded
      : normal;
}

function candidateInForm(
  table: TypeTable,
  declared: Method,
  call: CallShape,
  expanded: boolean,
  strictness: Strictness,
): Candidate | Misfit {
  const placed = place(declared, call.arguments, expanded);
  if (isMisfit(placed)) return placed;
  const typeOf = (method: Method, index: number): Type => {
    const { type } = method.parameters[index] as Parameter;
    return expanded && index === method.parameters.length - 1 && type.kind === "array" ? type.element : type;
  };
  const declaredTypes = placed.parameterOf.map((index) => typeOf(declared, index));
  const misshapen = call.arguments.findIndex((shape, at) => !hasParametersFor(table, shape, declaredTypes[at] as Type));
  if (misshapen >= 0) {
    const candidate = { declared, method: declared, ...placed, declaredTypes, types: declaredTypes };
    return { kind: "lambda", argument: misshapen, candidate };
  }
  let method = declared;
  if (declared.typeParameters.length > 0) {
    const given = call.arguments.map((shape, at) => ({ shape, parameterType: declaredTypes[at] as Type }));
    const types = call.typeArguments ?? inferTypes(table, declared.typeParameters, given, strictness);
    if (types === null) return { kind: "inference", method: declared };
    const broken = declared.typeParameters.findIndex((one, at) => !satisfies(table, one, types[at] as Type));
    if (broken >= 0) {
      const parameter = declared.typeParameters[broken] as Type;
      return { kind: "constraint", method: declared, parameter, type: types[broken] as Type };
    }
    method = instantiate(table, declared, types);
  }
  const types = method === declared ? declaredTypes : placed.parameterOf.map((index) => typeOf(method, index));
  const candidate: Candidate = { declared, method, ...placed, declaredTypes, types };
  for (const [at, shape] of call.arguments.entries()) {
    const parameter = method.parameters[placed.parameterOf[at] as number] as Parameter;
    const isReceiver = call.isExtension && at === 0;
    if (!accepts(table, shape, parameter, types[at] as Type, isReceiver, strictness)) {
      return { kind: "argument", argument: at, candidate };
    }
  }
  return candidate;
}

/** Looked at before types are inferred, as it tells most overloads of one name apart. */
function hasParametersFor(table: TypeTable, shape: ArgumentShape, type: Type): boolean {
  if (shape.kind !== "lambda") return true;
  const invoke = invokeOf(table, type);
  return invoke === null || invoke.parameters.length === shape.parameterCount;
}

function accepts(
  table: TypeTable,
  shape: ArgumentShape,
  parameter: Parameter,
  type: Type,
  isReceiver: boolean,
  strictness: Strictness,
): boolean {
  const wanted = parameter.modifier === "params" ? null : parameter.modifier;
  if (shape.modifier !== wanted) return false;
  if (shape.kind === "typed" && wanted !== null) return shape.type === type || shape.type === table.known.error;
  if (isReceiver && shape.kind === "typed") return receiverConverts(table, shape.type, type);
  return shapeConverts(table, shape, type, strictness);
}

/** The generic method with these type arguments. */
export function instantiate(table: TypeTable, method: Method, types: readonly Type[]): Method {
  return substituteMethod(table, method, new Map(method.typeParameters.map((one, at) => [one, types[at] as Type])));
}
