import type { Type } from "@/policy/expression/types/type";
import { isValueType, nullableUnderlying } from "@/policy/expression/types/type-relations";
import { invalidCast, nullReference } from "@/policy/expression/values/net-exception";
import { typeNameOf } from "./type-name-of";

let test: ((value: unknown, type: Type) => boolean) | null = null;

/** Tells what knows the types of values, so that Cast<T> and OfType<T> need not. */
export function registerInstanceTest(source: (value: unknown, type: Type) => boolean): void {
  test = source;
}

/** `value is T`, of a boxed value. */
export function isInstanceOf(value: unknown, type: Type): boolean {
  if (value === null) return false;
  if (type.fullName === "System.Object") return true;
  if (test !== null) return test(value, type);
  return typeNameOf(value) === (nullableUnderlying(type) ?? type).fullName;
}

/** `(T)value`: the boxed value, when it is one of the type. */
export function castTo(value: unknown, type: Type): unknown {
  if (value === null) {
    if (isValueType(type) && nullableUnderlying(type) === null) throw nullReference();
    return null;
  }
  if (isInstanceOf(value, type)) return value;
  const { fullName } = nullableUnderlying(type) ?? type;
  throw invalidCast(`Unable to cast object of type '${typeNameOf(value)}' to type '${fullName}'.`);
}
