import { isSubtype } from "@/policy/expression/types/reference-conversions";
import type { Type } from "@/policy/expression/types/type";
import { nullableUnderlying } from "@/policy/expression/types/type-relations";
import type { TypeTable } from "@/policy/expression/types/type-table";
import { AnonymousObject } from "@/policy/expression/values/anonymous-object";
import { Boxed } from "@/policy/expression/values/boxed";
import { NetArray } from "@/policy/expression/values/net-array";
import { NetException } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";

/** Which delegate type a function is of, once it stands where its static type no longer says so. */
const delegateTypes = new WeakMap<object, Type>();

export function rememberDelegate(value: unknown, type: Type): unknown {
  if (typeof value === "function" && !delegateTypes.has(value)) delegateTypes.set(value, type);
  return value;
}

/** The type of a boxed value that is not null; null for what the table does not know, such as a sequence that LINQ made. */
export function typeOf(table: TypeTable, value: unknown): Type | null {
  const { known } = table;
  switch (typeof value) {
    case "string":
      return known.string;
    case "number":
      return known.int;
    case "bigint":
      return known.long;
    case "boolean":
      return known.bool;
    case "function":
      return delegateTypes.get(value) ?? table.definition("System.Delegate", 0)?.self ?? null;
  }
  if (value instanceof Boxed) return table.definition(value.typeName, 0)?.self ?? null;
  if (value instanceof Uint8Array) return table.arrayOf(known.byte);
  if (value instanceof NetArray) return table.arrayOf(value.element);
  if (value instanceof AnonymousObject) return value.type;
  if (!(value instanceof NetObject)) return null;
  const { typeArguments } = value;
  const definition = table.definition(value.typeName, typeArguments.length);
  return definition === null ? null : table.construct(definition, typeArguments);
}

export function isInstance(table: TypeTable, value: unknown, type: Type): boolean {
  if (value === null || value === undefined) return false;
  if (type === table.known.object) return true;
  const target = nullableUnderlying(type) ?? type;
  const own = typeOf(table, value);
  return own === null ? isUnknownInstance(table, value, target) : isSubtype(table, own, target);
}

const sequences: ReadonlySet<string> = new Set([
  "System.Collections.IEnumerable",
  "System.Collections.Generic.IEnumerable",
]);

function isUnknownInstance(table: TypeTable, value: unknown, target: Type): boolean {
  if (target.kind !== "named" || !(value instanceof NetObject)) return false;
  const { definition } = target;
  if (definition.fullName === value.typeName && target.arguments.length === 0) return true;
  if (value instanceof NetException) return definition.fullName === "System.Exception";
  if (!sequences.has(definition.fullName) || !(Symbol.iterator in value)) return false;
  const [wanted] = target.arguments;
  const [element] = value.typeArguments;
  return wanted === undefined || (element !== undefined && isSubtype(table, element, wanted));
}

/** As the runtime names it in an InvalidCastException. */
export const runtimeName = (table: TypeTable, value: unknown): string =>
  typeOf(table, value)?.fullName ?? (value instanceof NetObject ? value.typeName : "System.Object");
