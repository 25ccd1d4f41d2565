import { charge, tick } from "@/policy/expression/values/budget";
import { textOf } from "@/policy/kits/object/text-of";

/** The texts of boxed values, with a separator between them. */
export function joinTexts(separator: string, values: Iterable<unknown>): string {
  let text = "";
  let first = true;
  for (const value of values) {
    tick();
    const piece = first ? textOf(value) : separator + textOf(value);
    charge(2 * piece.length);
    text += piece;
    first = false;
  }
  return text;
}
