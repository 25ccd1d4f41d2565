import { isSubtype } from "./reference-conversions";
import type { Type, TypeParameter } from "./type";
import { isValueType, nullableUnderlying } from "./type-relations";
import type { TypeTable } from "./type-table";

/** Whether a type may stand for the type parameter. */
export function satisfies(table: TypeTable, parameter: TypeParameter, type: Type): boolean {
  if (type === table.known.error) return true;
  if (parameter.constraint === "class" && isValueType(type)) return false;
  if (parameter.constraint === "struct" && (!isValueType(type) || nullableUnderlying(type) !== null)) return false;
  return parameter.constraintTypes.every(
    (one) => one.kind === "parameter" || mentionsParameter(one) || isSubtype(table, type, one),
  );
}

const mentionsParameter = (type: Type): boolean =>
  type.kind === "parameter" || (type.kind === "named" && type.arguments.some(mentionsParameter));
