import { Boxed } from "@/policy/expression/values/boxed";
import { NetObject } from "@/policy/expression/values/net-object";

/** object.Equals of two boxed values: types must agree (1 is not 1L), and NaN equals NaN. */
export function netEquals(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof Boxed) {
    if (!(b instanceof Boxed) || a.typeName !== b.typeName) return false;
    return a.value === b.value || (Number.isNaN(a.value) && Number.isNaN(b.value));
  }
  return a instanceof NetObject && b !== null && a.equalTo(b);
}
