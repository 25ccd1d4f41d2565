import type { ArgumentShape } from "./argument";
import { type Comparison, compareConversions } from "./better-conversion";
import type { Candidate } from "./candidate";
import type { Type } from "./type";
import type { TypeDefinition } from "./type-definition";
import { interfacesOf } from "./type-relations";
import type { TypeTable } from "./type-table";

/** Which of two applicable candidates the call means: negative the first, positive the second, 0 neither. */
export function compareCandidates(
  table: TypeTable,
  given: readonly ArgumentShape[],
  a: Candidate,
  b: Candidate,
): Comparison {
  let better: Comparison = 0;
  let allSame = true;
  for (const [at, shape] of given.entries()) {
    const first = a.types[at] as Type;
    const second = b.types[at] as Type;
    if (first === second) continue;
    allSame = false;
    const comparison = compareConversions(table, shape, first, second);
    if (comparison === 0) continue;
    if (better !== 0 && better !== comparison) return 0;
    better = comparison;
  }
  if (better !== 0) return better;
  return allSame ? breakTie(a, b) : breakTieOfCounts(given, a, b);
}

const flag = (a: boolean, b: boolean): Comparison => (a === b ? 0 : a ? -1 : 1);

/**
 * Where types differ and none is better, the compiler still prefers what takes the arguments as they are: so
 * "a b".Split(null) means Split(params char[]) and not Split(string, StringSplitOptions = None).
 */
function breakTieOfCounts(given: readonly ArgumentShape[], a: Candidate, b: Candidate): Comparison {
  const used = (one: Candidate) => (one.expandedFrom === null ? one.method.parameters.length : given.length);
  if (used(a) === used(b)) return 0;
  return (
    flag(a.expandedFrom === null, b.expandedFrom === null) || flag(used(a) === given.length, used(b) === given.length)
  );
}

function breakTie(a: Candidate, b: Candidate): Comparison {
  const usesDefaults = (one: Candidate) =>
    one.method.parameters.some((parameter, at) => parameter.optional && !one.parameterOf.includes(at));
  const arity = (one: Candidate) => one.declared.typeParameters.length;
  const length = (one: Candidate) => one.method.parameters.length;
  const expandedBoth = a.expandedFrom !== null && b.expandedFrom !== null;
  return (
    flag(arity(a) === 0, arity(b) === 0) ||
    flag(a.expandedFrom === null, b.expandedFrom === null) ||
    (expandedBoth ? flag(length(a) > length(b), length(b) > length(a)) : 0) ||
    flag(!usesDefaults(a), !usesDefaults(b)) ||
    moreSpecificOf(a, b)
  );
}

function moreSpecificOf(a: Candidate, b: Candidate): Comparison {
  let better: Comparison = 0;
  for (const [at, first] of originalTypes(a).entries()) {
    const comparison = compareSpecific(first, originalTypes(b)[at] as Type);
    if (comparison === 0) continue;
    if (better !== 0 && better !== comparison) return 0;
    better = comparison;
  }
  return better;
}

/** Types of the arguments' parameters as the library declares them, those of the declaring type still open. */
function originalTypes(candidate: Candidate): readonly Type[] {
  return candidate.parameterOf.map((index, at) => {
    const parameter = candidate.method.original.parameters[index];
    if (parameter === undefined) return candidate.declaredTypes[at] as Type;
    const isElement = candidate.expandedFrom !== null && index === candidate.method.parameters.length - 1;
    return isElement && parameter.type.kind === "array" ? parameter.type.element : parameter.type;
  });
}

function compareSpecific(a: Type, b: Type): Comparison {
  if (a.kind === "parameter" || b.kind === "parameter") return flag(a.kind !== "parameter", b.kind !== "parameter");
  if (a.kind === "array" && b.kind === "array") return compareSpecific(a.element, b.element);
  if (a.kind !== "named" || b.kind !== "named" || a.definition !== b.definition) return 0;
  let better: Comparison = 0;
  for (const [at, argument] of a.arguments.entries()) {
    const comparison = compareSpecific(argument, b.arguments[at] as Type);
    if (comparison === 0) continue;
    if (better !== 0 && better !== comparison) return 0;
    better = comparison;
  }
  return better;
}

/** Without methods of a base where a nearer type has one that fits. */
export function withoutHidden(table: TypeTable, candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const declaring = new Set(candidates.map((one) => one.method.declaring));
  if (declaring.size < 2) return candidates;
  return candidates.filter(
    (one) =>
      ![...declaring].some((other) => other !== one.method.declaring && derives(table, other, one.method.declaring)),
  );
}

function derives(table: TypeTable, type: TypeDefinition, base: TypeDefinition): boolean {
  if (type.kind === "interface") {
    return (
      base === table.known.object.definition || interfacesOf(table, type.self).some((one) => one.definition === base)
    );
  }
  for (let one = type.base; one !== null; one = one.definition.base) if (one.definition === base) return true;
  return false;
}
