import { Boxed } from "@/policy/expression/values/boxed";
import { argumentException } from "@/policy/expression/values/net-exception";
import { type Comparable, NetObject } from "@/policy/expression/values/net-object";
import { compareCulture } from "@/policy/kits/text/compare-culture";
import { typeNameOf } from "./type-name-of";

/** Comparer<object>.Default: negative, zero or positive; null comes first. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === "string" && typeof b === "string") return compareCulture(a, b, false);
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : 1;
  if (typeof a === "bigint" && typeof b === "bigint") return a < b ? -1 : 1;
  if (typeof a === "boolean" && typeof b === "boolean") return a ? 1 : -1;
  if (a instanceof Boxed && b instanceof Boxed && a.typeName === b.typeName) return compareNumbers(a.value, b.value);
  if (isComparable(a)) return a.compareWith(b);
  if (a instanceof NetObject || typeof a === "function" || a instanceof Uint8Array)
    throw argumentException("At least one object must implement IComparable.");
  const name = typeNameOf(a);
  throw argumentException(`Object must be of type ${name.slice(name.lastIndexOf(".") + 1)}.`);
}

/** As double.CompareTo: NaN is less than everything but itself. */
export function compareNumbers(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  return 1;
}

export const isComparable = (value: unknown): value is NetObject & Comparable =>
  value instanceof NetObject && "compareWith" in value;
