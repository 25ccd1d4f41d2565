import type { Type } from "@/policy/expression/types/type";
import { nullableUnderlying } from "@/policy/expression/types/type-relations";
import { Boxed } from "@/policy/expression/values/boxed";
import { defaultOf } from "@/policy/kits/object/default-of";

/** Raw and boxed differ for these, and for enums and Nullables of them. */
const wrapped: ReadonlySet<string> = new Set([
  "System.Double",
  "System.Single",
  "System.Char",
  "System.SByte",
  "System.Byte",
  "System.Int16",
  "System.UInt16",
  "System.UInt32",
  "System.UInt64",
]);

/** The type that a Boxed of this type names; null where a raw value is a boxed one already. */
export function wrapName(type: Type): string | null {
  const underlying = nullableUnderlying(type) ?? type;
  if (underlying.kind !== "named") return null;
  const { fullName, kind } = underlying.definition;
  return kind === "enum" || wrapped.has(fullName) ? fullName : null;
}

/** A type parameter of the library, or its Nullable: what a runtime takes and gives is boxed there. */
export const isBoxedSlot = (declared: Type): boolean =>
  declared.kind === "parameter" || nullableUnderlying(declared)?.kind === "parameter";

export type Representation = "raw" | "boxed";

/** How a value of `type` stands where a library member declares `declared`. */
export const reprOf = (declared: Type): Representation => (isBoxedSlot(declared) ? "boxed" : "raw");

/** The values themselves: from raw to boxed, by the type that is known. */
export function toBoxed(value: unknown, type: Type): unknown {
  const name = wrapName(type);
  return name === null || value === null ? value : new Boxed(name, value as number | bigint);
}

/** And back; the boxed value is known to be of that type. */
export function toRaw(value: unknown, type: Type): unknown {
  return wrapName(type) !== null && value instanceof Boxed ? value.value : value;
}

/** default(T), raw. */
export const defaultRaw = (type: Type): unknown => toRaw(defaultOf(type), type);

/** A byte[] is a Uint8Array. */
export const isByteArray = (type: Type): boolean =>
  type.kind === "array" && type.element.kind === "named" && type.element.definition.fullName === "System.Byte";
