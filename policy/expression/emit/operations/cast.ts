import { isInstance, runtimeName } from "@/policy/expression/emit/runtime-types";
import type { Type } from "@/policy/expression/types/type";
import { isEnum, isValueType, nullableUnderlying } from "@/policy/expression/types/type-relations";
import type { TypeTable } from "@/policy/expression/types/type-table";
import { Boxed } from "@/policy/expression/values/boxed";
import { invalidCast, nullReference } from "@/policy/expression/values/net-exception";
import { wrapName } from "../representation";

/** Whether a boxed value is of a type. */
export function typeTest(table: TypeTable, type: Type): (value: unknown) => boolean {
  const { known } = table;
  const target = nullableUnderlying(type) ?? type;
  const name = wrapName(target);
  if (name !== null) return (value) => value instanceof Boxed && value.typeName === name;
  if (target === known.string) return (value) => typeof value === "string";
  if (target === known.int) return (value) => typeof value === "number";
  if (target === known.bool) return (value) => typeof value === "boolean";
  if (target === known.long) return (value) => typeof value === "bigint";
  if (target === known.object) return (value) => value !== null;
  return (value) => isInstance(table, value, target);
}

function refuse(table: TypeTable, value: unknown, type: Type): never {
  throw invalidCast(
    `Unable to cast object of type '${runtimeName(table, value)}' to type '${(nullableUnderlying(type) ?? type).fullName}'.`,
  );
}

/** From object or an interface to a wider-known reference type. */
export function referenceCast(table: TypeTable, type: Type): (value: unknown) => unknown {
  const test = typeTest(table, type);
  return (value) => (value === null || test(value) ? value : refuse(table, value, type));
}

/** From object or an interface to a value type or its Nullable: gives it raw. */
export function unboxing(table: TypeTable, type: Type): (value: unknown) => unknown {
  const target = nullableUnderlying(type);
  const test = typeTest(table, type);
  const loose = looseTest(table, target ?? type);
  return (value) => {
    if (value === null) {
      if (target !== null || !isValueType(type)) return null;
      throw nullReference();
    }
    if (test(value) || loose(value)) return value instanceof Boxed ? value.value : value;
    return refuse(table, value, type);
  };
}

/** An int may be unboxed from an enum, and an enum from an int or from another enum. */
function looseTest(table: TypeTable, type: Type): (value: unknown) => boolean {
  const isBoxedEnum = (value: unknown) =>
    value instanceof Boxed && table.definition(value.typeName, 0)?.kind === "enum" && typeof value.value === "number";
  if (type === table.known.int) return isBoxedEnum;
  return isEnum(type) ? (value) => typeof value === "number" || isBoxedEnum(value) : () => false;
}
