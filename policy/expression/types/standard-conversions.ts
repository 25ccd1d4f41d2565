import type { ConversionKind } from "@/policy/expression/bind/bound";
import type { ConversionStep } from "./conversions";
import { constantFits, numericName, widens } from "./numeric-types";
import { isSubtype, mayCast } from "./reference-conversions";
import type { Type } from "./type";
import type { Constant } from "./type-definition";
import { isEnum, isInterface, isReferenceType, isValueType, nullableUnderlying } from "./type-relations";
import type { TypeTable } from "./type-table";

const one = (kind: ConversionKind, to: Type): readonly ConversionStep[] => [{ kind, to }];
const identity: readonly ConversionStep[] = [];

const isZero = (constant: Constant | undefined): boolean =>
  (typeof constant === "number" || typeof constant === "bigint") && Number(constant) === 0;

/** Implicit conversions that the language knows, without those that types declare. */
export function standardImplicit(
  table: TypeTable,
  from: Type,
  to: Type,
  constant?: Constant,
): readonly ConversionStep[] | null {
  const { known } = table;
  if (from === to || from === known.error || to === known.error) return identity;
  if (from === known.void || to === known.void || to === known.null) return null;
  if (from === known.null) {
    return isReferenceType(to) || nullableUnderlying(to) !== null ? one("reference", to) : null;
  }
  const target = nullableUnderlying(to);
  if (target !== null) return toNullable(table, from, to, target, constant);
  const fromNumber = numericName(from);
  if (fromNumber !== null) {
    const toNumber = numericName(to);
    if (toNumber !== null) {
      const fits =
        widens(fromNumber, toNumber) || (constant !== undefined && constantFits(fromNumber, toNumber, constant));
      return fits ? one("numeric", to) : null;
    }
    if (isEnum(to)) return isZero(constant) ? one("numeric", to) : null;
  }
  if (isValueType(from)) {
    const underlying = nullableUnderlying(from);
    const boxes = isReferenceType(to) && isSubtype(table, underlying ?? from, to);
    return boxes ? one("boxing", to) : null;
  }
  if (!isSubtype(table, from, to)) return null;
  return one(from.kind === "parameter" && from.constraint !== "class" ? "boxing" : "reference", to);
}

function toNullable(table: TypeTable, from: Type, to: Type, target: Type, constant?: Constant) {
  const source = nullableUnderlying(from);
  if (source !== null) {
    const inner = standardImplicit(table, source, target);
    return inner?.every((step) => step.kind === "numeric") ? one("nullable-numeric", to) : null;
  }
  if (!isValueType(from)) return null;
  const inner = standardImplicit(table, from, target, constant);
  return inner === null ? null : [...inner, ...one("to-nullable", to)];
}

const isNumberLike = (type: Type): boolean => numericName(type) !== null || isEnum(type);

/** What a cast may do without a declared conversion. */
export function standardExplicit(
  table: TypeTable,
  from: Type,
  to: Type,
  constant?: Constant,
): readonly ConversionStep[] | null {
  const implicit = standardImplicit(table, from, to, constant);
  if (implicit !== null) return implicit;
  const { known } = table;
  if (from.kind === "special" || to.kind === "special") return null;
  if (isNumberLike(from) && isNumberLike(to)) return one("numeric", to);
  const source = nullableUnderlying(from);
  const target = nullableUnderlying(to);
  if (source !== null && isValueType(to)) {
    if (target !== null) {
      const inner = standardExplicit(table, source, target);
      return inner?.every((step) => step.kind === "numeric") ? one("nullable-numeric", to) : null;
    }
    const inner = standardExplicit(table, source, to);
    return inner === null ? null : [...one("from-nullable", source), ...inner];
  }
  if (target !== null && isValueType(from)) {
    const inner = standardExplicit(table, from, target, constant);
    return inner === null ? null : [...inner, ...one("to-nullable", to)];
  }
  if (isValueType(to)) {
    const holds =
      from === known.object || ((isInterface(from) || isReferenceType(from)) && isSubtype(table, target ?? to, from));
    return holds ? one("unboxing", to) : null;
  }
  if (isValueType(from)) return null;
  return mayCast(table, from, to) ? one("reference-cast", to) : null;
}
