import type { Conversion } from "./conversions";
import { operatorsOf } from "./members";
import { standardExplicit, standardImplicit } from "./standard-conversions";
import type { Type } from "./type";
import type { Constant, Method } from "./type-definition";
import { baseOf, isInterface, isValueType, nullableUnderlying } from "./type-relations";
import type { TypeTable } from "./type-table";

interface Candidate {
  readonly method: Method;
  readonly from: Type;
  readonly to: Type;
  /** Works on the value of a Nullable, and null stays null. */
  readonly lifted: boolean;
}

/** The conversion that an operator of one of the two types does, as the specification chooses it; null: none, or no best. */
export function userConversion(
  table: TypeTable,
  from: Type,
  to: Type,
  constant: Constant | undefined,
  explicit: boolean,
): Conversion | null {
  if (from.kind === "special" || to.kind === "special" || isInterface(from) || isInterface(to)) return null;
  const candidates = findCandidates(table, from, to, constant, explicit);
  if (candidates.length === 0) return null;
  const source = sourceOf(table, candidates, from, constant, explicit);
  const target = targetOf(table, candidates, to, explicit);
  if (source === null || target === null) return null;
  const exact = candidates.filter((one) => one.from === source && one.to === target);
  const chosen = exact.find((one) => !one.lifted) ?? exact[0];
  if (chosen === undefined || exact.filter((one) => one.lifted === chosen.lifted).length > 1) return null;
  const convert = explicit ? standardExplicit : standardImplicit;
  const before = convert(table, from, chosen.from, constant);
  const after = convert(table, chosen.to, to);
  if (before === null || after === null) return null;
  const { method, lifted } = chosen;
  return {
    isImplicit: !explicit,
    isUserDefined: true,
    steps: [...before, { kind: "operator", method, to: chosen.to, lifted }, ...after],
  };
}

function declaringTypes(table: TypeTable, from: Type, to: Type, explicit: boolean): Set<Type> {
  const types = new Set<Type>();
  const add = (type: Type, withBases: boolean) => {
    for (let one: Type | null = type; one !== null; one = withBases ? baseOf(table, one) : null) types.add(one);
  };
  add(nullableUnderlying(from) ?? from, true);
  add(nullableUnderlying(to) ?? to, explicit);
  return types;
}

function findCandidates(table: TypeTable, from: Type, to: Type, constant: Constant | undefined, explicit: boolean) {
  const encompassed = (a: Type, b: Type, value?: Constant) =>
    !isInterface(a) && !isInterface(b) && standardImplicit(table, a, b, value) !== null;
  const related = (a: Type, b: Type, value?: Constant) => encompassed(a, b, value) || (explicit && encompassed(b, a));
  const candidates: Candidate[] = [];
  const seen = new Set<Method>();
  const consider = (candidate: Candidate) => {
    if (related(from, candidate.from, constant) && related(candidate.to, to)) candidates.push(candidate);
  };
  for (const type of declaringTypes(table, from, to, explicit)) {
    const methods = [
      ...operatorsOf(table, type, "implicit"),
      ...(explicit ? operatorsOf(table, type, "explicit") : []),
    ];
    for (const method of methods) {
      const source = method.parameters[0]?.type;
      if (source === undefined || seen.has(method)) continue;
      seen.add(method);
      const target = method.returnType;
      consider({ method, from: source, to: target, lifted: false });
      const liftable = isPlainValue(source) && isPlainValue(target) && nullableUnderlying(from) !== null;
      if (!liftable) continue;
      consider({ method, from: table.nullableOf(source), to: table.nullableOf(target), lifted: true });
    }
  }
  return candidates;
}

const isPlainValue = (type: Type): boolean => isValueType(type) && nullableUnderlying(type) === null;

/** The one type that converts to all others of the set. */
function mostEncompassed(table: TypeTable, types: readonly Type[]): Type | null {
  return types.find((one) => types.every((other) => standardImplicit(table, one, other) !== null)) ?? null;
}
function mostEncompassing(table: TypeTable, types: readonly Type[]): Type | null {
  return types.find((one) => types.every((other) => standardImplicit(table, other, one) !== null)) ?? null;
}

function sourceOf(
  table: TypeTable,
  candidates: readonly Candidate[],
  from: Type,
  constant: Constant | undefined,
  explicit: boolean,
): Type | null {
  const types = [...new Set(candidates.map((one) => one.from))];
  if (types.includes(from)) return from;
  if (!explicit) return mostEncompassed(table, types);
  const wider = types.filter((type) => standardImplicit(table, from, type, constant) !== null);
  return wider.length > 0 ? mostEncompassed(table, wider) : mostEncompassing(table, types);
}

function targetOf(table: TypeTable, candidates: readonly Candidate[], to: Type, explicit: boolean): Type | null {
  const types = [...new Set(candidates.map((one) => one.to))];
  if (types.includes(to)) return to;
  if (!explicit) return mostEncompassing(table, types);
  const narrower = types.filter((type) => standardImplicit(table, type, to) !== null);
  return narrower.length > 0 ? mostEncompassing(table, narrower) : mostEncompassed(table, types);
}
