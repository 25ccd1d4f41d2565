import type { ArgumentShape } from "./argument";
import { Bounds } from "./bounds";
import { invokeOf } from "./members";
import { resolveMethodGroupFor } from "./method-groups";
import type { Strictness } from "./shape-conversions";
import type { Type, TypeParameter } from "./type";
import { substitute } from "./type-relations";
import type { TypeTable } from "./type-table";

export interface GivenArgument {
  readonly shape: ArgumentShape;
  /** With the method's type parameters in it. */
  readonly parameterType: Type;
}

/** The type arguments of a generic method as the arguments of a call imply them; null where they do not. */
export function inferTypes(
  table: TypeTable,
  parameters: readonly TypeParameter[],
  given: readonly GivenArgument[],
  strictness: Strictness,
): readonly Type[] | null {
  const bounds = new Bounds(table, parameters);
  for (const one of given) firstPhase(table, bounds, one);
  while (bounds.unfixed.length > 0) {
    for (const one of given) inferOutput(table, bounds, one, strictness);
    if (!fixSome(table, bounds, given)) return null;
  }
  return parameters.map((parameter) => bounds.fixed.get(parameter) as Type);
}

function firstPhase(table: TypeTable, bounds: Bounds, { shape, parameterType }: GivenArgument): void {
  if (shape.kind === "typed") {
    bounds.infer(shape.modifier === null ? "lower" : "exact", shape.type, parameterType);
  } else if (shape.kind === "lambda" && shape.parameterTypes !== null) {
    const invoke = invokeOf(table, parameterType);
    if (invoke === null || invoke.parameters.length !== shape.parameterCount) return;
    for (const [at, type] of shape.parameterTypes.entries()) {
      bounds.infer("exact", type, invoke.parameters[at]?.type as Type);
    }
  }
}

/** Types that must be known before this argument tells its result. */
function inputTypes(bounds: Bounds, { shape, parameterType }: GivenArgument): readonly Type[] {
  const waits = shape.kind === "method-group" || (shape.kind === "lambda" && shape.parameterTypes === null);
  return waits ? bounds.inputs(parameterType) : [];
}

const outputType = (table: TypeTable, { shape, parameterType }: GivenArgument): Type | null =>
  shape.kind === "method-group" || shape.kind === "lambda"
    ? (invokeOf(table, parameterType)?.returnType ?? null)
    : null;

function inferOutput(table: TypeTable, bounds: Bounds, given: GivenArgument, strictness: Strictness): void {
  const output = outputType(table, given);
  if (output === null || !bounds.mentionsUnfixed(output)) return;
  if (inputTypes(bounds, given).some((type) => bounds.mentionsUnfixed(type))) return;
  const result = resultOf(table, bounds, given, strictness);
  if (result !== null) bounds.infer("lower", result, output);
}

function resultOf(
  table: TypeTable,
  bounds: Bounds,
  { shape, parameterType }: GivenArgument,
  strictness: Strictness,
): Type | null {
  const types = bounds.inputs(parameterType).map((type) => substitute(table, type, bounds.fixed));
  if (shape.kind === "lambda") {
    if (types.length !== shape.parameterCount) return null;
    const { returnType, hasErrors } = shape.bind(shape.parameterTypes ?? types);
    return returnType === null && hasErrors && strictness !== "strict" ? table.known.error : returnType;
  }
  if (shape.kind !== "method-group") return null;
  return resolveMethodGroupFor(table, shape.methods, types)?.returnType ?? null;
}

/** Fixes what waits for nothing, or else what others wait for. False: no progress, or a contradiction. */
function fixSome(table: TypeTable, bounds: Bounds, given: readonly GivenArgument[]): boolean {
  const { unfixed } = bounds;
  const waitsFor = dependencies(table, bounds, unfixed, given);
  const free = unfixed.filter((one) => waitsFor.get(one)?.size === 0);
  if (free.length > 0) return free.every((one) => bounds.fix(one));
  const awaited = unfixed.filter((one) => bounds.has(one) && unfixed.some((other) => waitsFor.get(other)?.has(one)));
  return awaited.length > 0 && awaited.every((one) => bounds.fix(one));
}

function dependencies(table: TypeTable, bounds: Bounds, unfixed: readonly Type[], given: readonly GivenArgument[]) {
  const waitsFor = new Map(unfixed.map((one) => [one, new Set<Type>()]));
  for (const one of given) {
    const output = outputType(table, one);
    if (output === null) continue;
    const inputs = inputTypes(bounds, one);
    for (const dependent of unfixed) {
      if (!mentions(output, dependent)) continue;
      for (const other of unfixed)
        if (inputs.some((type) => mentions(type, other))) waitsFor.get(dependent)?.add(other);
    }
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const set of waitsFor.values()) {
      for (const one of [...set]) {
        for (const further of waitsFor.get(one) ?? []) {
          if (set.has(further)) continue;
          set.add(further);
          changed = true;
        }
      }
    }
  }
  return waitsFor;
}

function mentions(type: Type, parameter: Type): boolean {
  if (type === parameter) return true;
  if (type.kind === "array") return mentions(type.element, parameter);
  return type.kind === "named" && type.arguments.some((argument) => mentions(argument, parameter));
}
