import { Boxed } from "@/policy/expression/values/boxed";
import { tickMany } from "@/policy/expression/values/budget";
import { identityHash, NetObject } from "@/policy/expression/values/net-object";

/** object.GetHashCode() of a boxed value; the same in every run. */
export function hashOf(value: unknown): number {
  switch (typeof value) {
    case "number":
      return value | 0;
    case "string":
      return hashText(value);
    case "boolean":
      return value ? 1 : 0;
    case "bigint":
      return hashLong(value);
    case "function":
      return identityHash(value);
    default:
      if (value === null) return 0;
      if (value instanceof Boxed) return hashBoxed(value);
      return value instanceof NetObject ? value.hash() : identityHash(value as object);
  }
}

/** FNV-1a over UTF-16 units. */
export function hashText(text: string): number {
  tickMany(text.length >> 3);
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

export const hashLong = (value: bigint): number => Number(BigInt.asIntN(32, value ^ (value >> 32n)));

const view = new DataView(new ArrayBuffer(8));

export function hashDouble(value: number): number {
  view.setFloat64(0, value === 0 ? 0 : value);
  return view.getInt32(0) ^ view.getInt32(4);
}

export function hashSingle(value: number): number {
  view.setFloat32(0, value === 0 ? 0 : value);
  return view.getInt32(0);
}

function hashBoxed({ typeName, value }: Boxed): number {
  if (typeof value === "bigint") return hashLong(value);
  if (typeName === "System.Double") return hashDouble(value);
  if (typeName === "System.Single") return hashSingle(value);
  if (typeName === "System.Char") return value | (value << 16);
  return value | 0;
}

/** HashCode.Combine of old: for objects made of several values. */
export const combineHashes = (first: number, second: number): number => (Math.imul(first, 31) + second) | 0;
