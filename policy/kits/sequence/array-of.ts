import type { Type } from "@/policy/expression/types/type";
import { Boxed } from "@/policy/expression/values/boxed";
import { charge } from "@/policy/expression/values/budget";
import { NetArray } from "@/policy/expression/values/net-array";

/** T[] of boxed items: a byte[] holds bytes. The items become the array's. */
export function arrayOf(element: Type, items: unknown[]): NetArray | Uint8Array {
  charge(16 * items.length);
  if (element.fullName !== "System.Byte") return new NetArray(element, items);
  return Uint8Array.from(items, (item) => (item instanceof Boxed ? Number(item.value) : 0));
}
