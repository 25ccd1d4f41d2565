import { boxByte, boxChar } from "@/policy/expression/values/boxed";
import { NetArray } from "@/policy/expression/values/net-array";
import { invalidCast, nullReference } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { typeNameOf } from "@/policy/kits/object/type-name-of";

/** The boxed elements of whatever .NET can enumerate. */
export function enumerate(value: unknown): Iterable<unknown> {
  if (value instanceof NetArray) return value.items;
  if (value instanceof Uint8Array) return bytesOf(value);
  if (typeof value === "string") return charactersOf(value);
  if (isSequence(value)) return value;
  if (value === null) throw nullReference();
  throw invalidCast(
    `Unable to cast object of type '${typeNameOf(value)}' to type 'System.Collections.Generic.IEnumerable\`1'.`,
  );
}

const isSequence = (value: unknown): value is NetObject & Iterable<unknown> =>
  value instanceof NetObject && Symbol.iterator in value;

function* bytesOf(bytes: Uint8Array): Iterable<unknown> {
  for (const byte of bytes) yield boxByte(byte);
}

function* charactersOf(text: string): Iterable<unknown> {
  for (let at = 0; at < text.length; at++) yield boxChar(text.charCodeAt(at));
}
