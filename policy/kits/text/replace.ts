import { charge, tick, tickMany } from "@/policy/expression/values/budget";
import { argumentException, argumentNull } from "@/policy/expression/values/net-exception";
import { foldCase } from "./casing";
import { ignoresCase } from "./comparison";
import { searchText } from "./search-text";

/** Every old value, found from left to right, by a new one. */
export function replaceText(text: string, old: string | null, value: string | null, comparison: number): string {
  if (old === null) throw argumentNull("oldValue");
  if (old === "") throw argumentException("The value cannot be an empty string.", "oldValue");
  tickMany(text.length >> 2);
  const ignoreCase = ignoresCase(comparison);
  const where = ignoreCase ? foldCase(text) : text;
  const what = ignoreCase ? foldCase(old) : old;
  let at = searchText(where, what);
  if (at < 0) return text;
  const replacement = value ?? "";
  let changed = "";
  let from = 0;
  while (at >= 0) {
    tick();
    charge(2 * (at - from + replacement.length));
    changed += text.slice(from, at) + replacement;
    from = at + what.length;
    at = searchText(where, what, from);
  }
  charge(2 * (text.length - from));
  return changed + text.slice(from);
}
