import type { Filter } from "../store/store";

/** Selects documents by their names. A balanced tree, so that many names do not nest deeply. */
export function anyName(names: readonly string[]): Filter {
  if (names.length === 1) return { op: "eq", member: ["name"], value: names[0] as string };
  const middle = names.length >> 1;
  return { op: "or", left: anyName(names.slice(0, middle)), right: anyName(names.slice(middle)) };
}
