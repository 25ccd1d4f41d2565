import type { Cursor } from "./cursor";
import { parseExpression } from "./productions";
import type { Expression, InterpolatedPart } from "./syntax";

/** From "$" to behind the closing quote. */
export function parseInterpolated(cursor: Cursor): Expression {
  const { start } = cursor.next();
  const parts: InterpolatedPart[] = [];
  for (;;) {
    const { token } = cursor;
    if (token.kind === "string-text") {
      cursor.next();
      parts.push({ kind: "text", value: token.value?.type === "string" ? token.value.value : "" });
    } else if (token.kind === "hole-start") parts.push(parseHole(cursor));
    else {
      if (token.kind === "string-end") cursor.next();
      return { kind: "interpolated", parts, start, end: cursor.lastEnd };
    }
  }
}

function parseHole(cursor: Cursor): InterpolatedPart {
  const close = cursor.matching[cursor.index] as number;
  cursor.next();
  const value = parseExpression(cursor);
  const alignment = cursor.take(",") ? parseExpression(cursor) : null;
  skipToEnd(cursor, close);
  const { token } = cursor;
  const format = token.kind === "hole-format" && token.value?.type === "string" ? token.value.value : null;
  if (token.kind === "hole-format") cursor.next();
  if (cursor.token.kind === "hole-end") cursor.next();
  return { kind: "hole", value, alignment, format };
}

/** Past what does not belong into the hole. */
function skipToEnd(cursor: Cursor, close: number): void {
  if (cursor.token.kind === "hole-format" || cursor.token.kind === "hole-end") return;
  cursor.missing("CS1003", "Syntax error, '}' expected");
  while (cursor.index < close && !isFormat(cursor)) {
    const counterpart = cursor.matching[cursor.index] as number;
    cursor.index = counterpart > cursor.index && counterpart < close ? counterpart + 1 : cursor.index + 1;
  }
}

const isFormat = (cursor: Cursor): boolean => cursor.token.kind === "hole-format";
