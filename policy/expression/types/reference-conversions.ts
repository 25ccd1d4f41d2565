import { perTable } from "./per-table";
import { remember } from "./remember";
import type { NamedType, Type } from "./type";
import { baseOf, interfacesOf, isInterface, isReferenceType } from "./type-relations";
import type { TypeTable } from "./type-table";

const kept = perTable(() => new Map<Type, Map<Type, boolean>>());

/** Whether every value of `from` is one of `to` as it stands: identity, base classes, interfaces, variance, array covariance. */
export function isSubtype(table: TypeTable, from: Type, to: Type): boolean {
  if (from === to) return true;
  const known = remember(kept(table), from, () => new Map<Type, boolean>());
  let answer = known.get(to);
  if (answer === undefined) {
    // A circle of variance, as in IComparable<IComparable<...>>, ends here.
    known.set(to, false);
    answer = decide(table, from, to);
    known.set(to, answer);
  }
  return answer;
}

function decide(table: TypeTable, from: Type, to: Type): boolean {
  if (to === table.known.object) return from.kind !== "special";
  if (from.kind === "special" || to.kind === "special") return false;
  if (from.kind === "array" && to.kind === "array") {
    return isReferenceType(from.element) && isReferenceType(to.element) && isSubtype(table, from.element, to.element);
  }
  if (to.kind !== "named") return false;
  if (from.kind === "parameter") return from.constraintTypes.some((one) => isSubtype(table, one, to));
  if (from.kind === "named" && from.definition === to.definition && isVariantOf(table, from, to)) return true;
  if (isInterface(to)) {
    if (interfacesOf(table, from).some((one) => one.definition === to.definition && isVariantOf(table, one, to))) {
      return true;
    }
    return from.kind === "array" && isArrayInterface(table, from.element, to);
  }
  for (let base = baseOf(table, from); base !== null; base = baseOf(table, base)) if (base === to) return true;
  return false;
}

/** string[] is an IList<object>, though IList<T> is invariant. */
function isArrayInterface(table: TypeTable, element: Type, to: NamedType): boolean {
  const [wanted] = to.arguments;
  if (wanted === undefined || !isReferenceType(element) || !isReferenceType(wanted)) return false;
  return (
    interfacesOf(table, table.arrayOf(element)).some((one) => one.definition === to.definition) &&
    isSubtype(table, element, wanted)
  );
}

/** Both are constructed of one definition, interface or delegate. */
function isVariantOf(table: TypeTable, from: NamedType, to: NamedType): boolean {
  return to.arguments.every((wanted, at) => {
    const given = from.arguments[at] as Type;
    if (given === wanted) return true;
    const variance = from.definition.variance[at] ?? null;
    if (variance === null || !isReferenceType(given) || !isReferenceType(wanted)) return false;
    return variance === "out" ? isSubtype(table, given, wanted) : isSubtype(table, wanted, given);
  });
}

const isSealed = (type: Type): boolean =>
  type.kind === "array" ||
  (type.kind === "named" && (type.definition.isSealed || type.definition.keyword === "string"));

/** Whether a cast between two reference types may succeed when it runs. */
export function mayCast(table: TypeTable, from: Type, to: Type): boolean {
  if (isSubtype(table, from, to) || isSubtype(table, to, from)) return true;
  if (from.kind === "array" && to.kind === "array") {
    return isReferenceType(from.element) && isReferenceType(to.element) && mayCast(table, from.element, to.element);
  }
  if (from.kind === "array" && isInterface(to)) return mayBeArrayInterface(table, from.element, to);
  if (to.kind === "array" && isInterface(from)) return mayBeArrayInterface(table, to.element, from);
  if (isInterface(from)) return !isSealed(to);
  if (isInterface(to)) return !isSealed(from);
  return false;
}

function mayBeArrayInterface(table: TypeTable, element: Type, to: NamedType): boolean {
  const [wanted] = to.arguments;
  return (
    wanted !== undefined &&
    interfacesOf(table, table.arrayOf(element)).some((one) => one.definition === to.definition) &&
    isReferenceType(element) &&
    isReferenceType(wanted) &&
    mayCast(table, element, wanted)
  );
}
