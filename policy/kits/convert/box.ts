import { Boxed } from "@/policy/expression/values/boxed";

const boxedTypes = new Map([
  ["byte", "System.Byte"],
  ["char", "System.Char"],
  ["double", "System.Double"],
  ["float", "System.Single"],
  ["sbyte", "System.SByte"],
  ["short", "System.Int16"],
  ["uint", "System.UInt32"],
  ["ulong", "System.UInt64"],
  ["ushort", "System.UInt16"],
]);

/** A raw value of the type with this keyword, boxed. */
export function box(keyword: string, value: unknown): unknown {
  const typeName = boxedTypes.get(keyword);
  return typeName === undefined ? value : new Boxed(typeName, value as number | bigint);
}
