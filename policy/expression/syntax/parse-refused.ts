import { type Cursor, isSymbol } from "./cursor";
import { notInPolicies } from "./refuse";
import type { Expression } from "./syntax";

/** "from x in", "from T x in": a query, where `from` would otherwise be a name. */
export function startsQuery(cursor: Cursor): boolean {
  if (!cursor.isWord("from")) return false;
  const next = cursor.ahead(1);
  if (next.kind !== "identifier" && next.kind !== "keyword") return false;
  return isSymbol(cursor.ahead(2), "in") || (cursor.ahead(2).kind === "identifier" && isSymbol(cursor.ahead(3), "in"));
}

export function refuseQuery(cursor: Cursor): Expression {
  const { token } = cursor;
  const more = " Use methods such as Where and Select instead.";
  cursor.report("GH0002", notInPolicies("Query expressions are not supported", more), token);
  while (cursor.token.kind !== "end" && !endsExpression(cursor)) {
    const counterpart = cursor.matching[cursor.index] as number;
    cursor.index = counterpart > cursor.index ? counterpart + 1 : cursor.index + 1;
  }
  return { kind: "missing", start: token.start, end: cursor.lastEnd };
}

function endsExpression(cursor: Cursor): boolean {
  const { kind, text } = cursor.token;
  if (kind === "hole-end" || kind === "hole-format") return true;
  return kind === "punctuation" && (text === ")" || text === "]" || text === "}" || text === ";");
}
