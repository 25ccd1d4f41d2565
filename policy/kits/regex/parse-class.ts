import { caselessSet } from "./case-equivalents";
import { CharSet } from "./char-set";
import { parseCharEscape, parseShorthand } from "./parse-escape";
import type { PatternCursor } from "./pattern-cursor";
import { Option } from "./regex-node";

/** Behind "[": up to and with its "]". */
export function parseClass(cursor: PatternCursor, options: number, depth = 0): CharSet {
  if (depth > 200) throw cursor.error("Too many subtractions.");
  const negative = cursor.take("^");
  const ranges: number[] = [];
  let subtracted: CharSet | null = null;
  for (let first = true; ; first = false) {
    if (cursor.atEnd) throw cursor.error("Unterminated [] set.");
    if (!first && cursor.take("]")) break;
    if (subtracted !== null) throw cursor.error("A subtraction must be the last element in a character class.");
    if (!first && cursor.take("-[")) {
      subtracted = parseClass(cursor, options, depth + 1);
      continue;
    }
    const item = parseItem(cursor, options);
    if (typeof item !== "number") ranges.push(...item.ranges);
    else ranges.push(item, parseRangeEnd(cursor, options, item));
  }
  let set = CharSet.of(ranges);
  if (options & Option.ignoreCase) set = caselessSet(set);
  if (negative) set = set.complement();
  return subtracted === null ? set : set.minus(subtracted);
}

function parseItem(cursor: PatternCursor, options: number): CharSet | number {
  if (!cursor.take("\\")) return cursor.next().charCodeAt(0);
  if (cursor.atEnd) throw cursor.error("Illegal \\ at end of pattern.");
  return parseShorthand(cursor, options) ?? parseCharEscape(cursor);
}

/** The last of a range that a "-" makes of a character; else the character itself. */
function parseRangeEnd(cursor: PatternCursor, options: number, first: number): number {
  if (cursor.peek() !== "-" || cursor.peek(1) === "]" || cursor.peek(1) === "[" || cursor.peek(1) === "") return first;
  cursor.next();
  const escaped = cursor.peek() === "\\" ? cursor.peek(1) : "";
  const last = parseItem(cursor, options);
  if (typeof last !== "number") throw cursor.error(`Cannot include class \\${escaped} in character range.`);
  if (last < first) throw cursor.error("[x-y] range in reverse order.");
  return last;
}
