import type { PatternCursor } from "./pattern-cursor";
import { type RegexNode, unbounded } from "./regex-node";

/** What follows a node: one of * + ? {n} {n,} {n,m}, lazy with a further "?". */
export function parseQuantifier(cursor: PatternCursor, node: RegexNode, skipBlank: () => void): RegexNode {
  const [min, max] = bounds(cursor);
  skipBlank();
  const lazy = cursor.take("?");
  if (max < min) throw cursor.error("Illegal {x,y} with x > y.");
  return { kind: "loop", node, min, max, lazy };
}

function bounds(cursor: PatternCursor): readonly [number, number] {
  if (cursor.take("*")) return [0, unbounded];
  if (cursor.take("+")) return [1, unbounded];
  if (cursor.take("?")) return [0, 1];
  const [min = "", max] = (cursor.scan(/\{\d+(,\d*)?\}/y) ?? "").slice(1, -1).split(",");
  return [count(cursor, min), max === undefined ? count(cursor, min) : max === "" ? unbounded : count(cursor, max)];
}

function count(cursor: PatternCursor, digits: string): number {
  const value = Number(digits);
  if (value > unbounded)
    throw cursor.error("Quantifier and capture group numbers must be less than or equal to Int32.MaxValue.");
  return value;
}
