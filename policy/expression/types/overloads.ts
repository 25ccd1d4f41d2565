import type { ArgumentShape, OverloadResult } from "./argument";
import { compareCandidates, withoutHidden } from "./better-member";
import { type CallShape, type Candidate, candidateOf, type Misfit } from "./candidate";
import { implicitConversion } from "./conversions";
import { invokeOf } from "./members";
import { defineMethodGroups } from "./method-groups";
import { describeArity, describeFailure, describeLambda } from "./overload-failure";
import { perTable } from "./per-table";
import type { Strictness } from "./shape-conversions";
import type { Type } from "./type";
import type { Method, Property } from "./type-definition";
import type { TypeTable } from "./type-table";

/** Chooses among methods (or constructors, or one delegate's Invoke) of one name. typeArguments null: none are written. */
export function resolveOverload(
  table: TypeTable,
  name: string,
  methods: readonly Method[],
  arguments_: readonly ArgumentShape[],
  typeArguments: readonly Type[] | null,
): OverloadResult {
  return resolveAmong(table, name, methods, { arguments: arguments_, typeArguments, isExtension: false });
}

/** As resolveOverload; the arguments of an extension method start with its receiver. */
export function resolveAmong(
  table: TypeTable,
  name: string,
  methods: readonly Method[],
  call: CallShape,
): OverloadResult {
  const { typeArguments } = call;
  const fitting =
    typeArguments === null ? methods : methods.filter((one) => one.typeParameters.length === typeArguments.length);
  const [first] = methods;
  if (fitting.length === 0 && first !== undefined && typeArguments !== null) return describeArity(first);
  const { candidates, misfits } = tryAll(table, fitting, call, "strict");
  if (candidates.length > 0) return best(table, candidates, call);
  const hasLambda = call.arguments.some((shape) => shape.kind === "lambda");
  if (hasLambda) {
    const [meant] = tryAll(table, fitting, call, "whatever the body").candidates;
    const failure = meant === undefined ? null : describeLambda(table, meant, call);
    if (failure !== null) return failure;
  }
  return describeFailure(table, name, methods, misfits, call.arguments, call.isExtension ? 1 : 0);
}

function tryAll(table: TypeTable, methods: readonly Method[], call: CallShape, strictness: Strictness) {
  const candidates: Candidate[] = [];
  const misfits: Misfit[] = [];
  for (const method of methods) {
    const tried = candidateOf(table, method, call, strictness);
    if ("kind" in tried) misfits.push(tried);
    else candidates.push(tried);
  }
  return { candidates, misfits };
}

function best(table: TypeTable, candidates: readonly Candidate[], call: CallShape): OverloadResult {
  const remaining = withoutHidden(table, candidates);
  const winner =
    remaining.find((one) =>
      remaining.every((other) => other === one || compareCandidates(table, call.arguments, one, other) < 0),
    ) ?? (hasError(table, call.arguments) ? remaining[0] : undefined);
  if (winner === undefined) return { kind: "ambiguous", candidates: remaining.map((one) => one.method) };
  const { method, parameterOf, expandedFrom } = winner;
  return { kind: "chosen", overload: { method, parameterOf, expandedFrom } };
}

const hasError = (table: TypeTable, given: readonly ArgumentShape[]): boolean =>
  given.some((shape) => shape.kind === "typed" && shape.type === table.known.error);

const standIns = perTable(() => new WeakMap<Property, Method>());

/** An indexer as a method, so that it is chosen as one. */
function standIn(table: TypeTable, property: Property): Method {
  const known = standIns(table);
  let method = known.get(property);
  if (method === undefined) {
    const { name, key, declaring, isStatic, doc, beyond, parameters, type, original } = property;
    const made: Method = {
      ...{ name, key, declaring, isStatic, doc, beyond, parameters },
      kind: "method",
      isExtension: false,
      typeParameters: [],
      returnType: type,
      typeArguments: [],
      get original() {
        return original === property ? made : standIn(table, original);
      },
    };
    method = made;
    known.set(property, method);
  }
  return method;
}

/** `this[...]`: the chosen overload's method is a stand-in; `property` is what was chosen. */
export function resolveIndexer(
  table: TypeTable,
  indexers: readonly Property[],
  arguments_: readonly ArgumentShape[],
): { readonly result: OverloadResult; readonly property: Property | null } {
  const methods = indexers.map((property) => standIn(table, property));
  const result = resolveOverload(table, "this", methods, arguments_, null);
  const property = result.kind === "chosen" ? indexers[methods.indexOf(result.overload.method)] : undefined;
  return { result, property: property ?? null };
}

/** The method of a group that a delegate type takes, or null: for `Select(int.Parse)` and `Func<..> f = M`. */
export function resolveMethodGroup(table: TypeTable, methods: readonly Method[], delegate: Type): Method | null {
  const invoke = invokeOf(table, delegate);
  if (invoke === null) return null;
  const method = resolveMethodGroupFor(
    table,
    methods,
    invoke.parameters.map((parameter) => parameter.type),
  );
  if (method === null) return null;
  const { void: nothing } = table.known;
  if (method.returnType === nothing || invoke.returnType === nothing) {
    return method.returnType === invoke.returnType ? method : null;
  }
  return keepsValue(table, method.returnType, invoke.returnType) ? method : null;
}

/** The method of a group that takes arguments of these types, in number and as they are. */
export function resolveMethodGroupFor(
  table: TypeTable,
  methods: readonly Method[],
  types: readonly Type[],
): Method | null {
  const fitting = methods.filter((method) => method.parameters.length === types.length);
  const given = types.map(
    (type) => ({ kind: "typed", type, constant: undefined, name: null, modifier: null }) as const,
  );
  const result = resolveOverload(table, "", fitting, given, null);
  if (result.kind !== "chosen" || result.overload.expandedFrom !== null) return null;
  const { method } = result.overload;
  const fits = method.parameters.every((parameter, at) => keepsValue(table, types[at] as Type, parameter.type));
  return fits ? method : null;
}

const keepsValue = (table: TypeTable, from: Type, to: Type): boolean =>
  implicitConversion(table, from, to)?.steps.every((step) => step.kind === "reference" || step.kind === "identity") ??
  false;

defineMethodGroups({ resolveMethodGroup, resolveMethodGroupFor });
