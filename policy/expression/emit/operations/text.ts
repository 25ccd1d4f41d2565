import { charge } from "@/policy/expression/values/budget";
import { textOf } from "@/policy/kits/object/text-of";

/** string + string; null is empty. */
export function concat(a: string | null, b: string | null): string {
  if (a === null) return b ?? "";
  if (b === null) return a;
  charge(2 * (a.length + b.length));
  return a + b;
}

/** Of texts, once for a whole chain of +. */
export function concatAll(...parts: (string | null)[]): string {
  let length = 0;
  for (const part of parts) if (part !== null) length += part.length;
  charge(2 * length);
  let text = "";
  for (const part of parts) if (part !== null) text += part;
  return text;
}

/** The text of a boxed value. */
export const text = (value: unknown): string => (typeof value === "string" ? value : textOf(value));
