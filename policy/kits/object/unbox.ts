import { Boxed } from "@/policy/expression/values/boxed";
import { typeNameOf } from "./type-name-of";

/** The raw number in a boxed value of exactly this type; null for any other value. */
export function unboxNumber(value: unknown, typeName: string): number | bigint | null {
  if (value instanceof Boxed) return value.typeName === typeName ? value.value : null;
  return (typeof value === "number" || typeof value === "bigint") && typeNameOf(value) === typeName ? value : null;
}
