import type { Cursor } from "./cursor";
import { decode, decodeCode } from "./entities";
import type { XmlText } from "./nodes";
import { scanExpression, startsExpression } from "./scan-expression";

const notSpace = /\S/g;

/**
 * The offset after the close of an expression in raw form, or -1 when the candidate (what XML's own rules give) begins
 * with a complete expression once its entities are decoded. A bare "<" is understood in both.
 */
export function rawExpressionEnd(cursor: Cursor, start: number, candidateEnd: number): number {
  const candidate = cursor.source.slice(start, candidateEnd);
  const { value, problems } = decode(candidate);
  cursor.budget.left -= candidate.length;
  const isComplete = scanExpression(value, 0, cursor.budget) >= 0;
  if (problems.length === 0 && isComplete) return -1;
  const end = scanExpression(cursor.source, start, cursor.budget);
  if (end < 0 && !isComplete) {
    cursor.diagnostics.report("expression-unclosed", { start, end: start + 2 }, "");
  }
  return end;
}

/** Character data up to the next tag; an expression at its start may hold "<" and "&" as C# writes them. */
export function parseText(cursor: Cursor, element: string): XmlText {
  const start = cursor.at;
  const { source } = cursor;
  const mark = nextMarkup(cursor, start);
  notSpace.lastIndex = start;
  const first = notSpace.exec(source)?.index ?? source.length;
  if (first < mark || (first === mark && first < source.length)) {
    if (startsExpression(source, first)) {
      const end = rawExpressionEnd(cursor, first, mark);
      if (end >= 0) {
        const raw = cursor.takeTo(nextMarkup(cursor, end));
        return { kind: "text", raw, value: decodeCode(raw), span: { start, end: cursor.at } };
      }
    }
  }
  const raw = cursor.takeTo(mark);
  const stray = startsExpression(raw.trimStart(), 0) ? -1 : raw.indexOf("<");
  if (stray >= 0) cursor.malformed("A '<' must be written as '&lt;' here.", start + stray, start + stray + 1, element);
  return { kind: "text", raw, value: decodeAt(cursor, raw, start, element), span: { start, end: cursor.at } };
}

export function decodeAt(cursor: Cursor, raw: string, start: number, element: string): string {
  const { value, problems } = decode(raw);
  for (const { at, name } of problems) {
    const end = start + at + (name?.length ?? 0) + 1;
    cursor.diagnostics.report("entity-unknown", { start: start + at, end }, element, name);
  }
  return value;
}

/** Where a tag, comment, CDATA section or declaration begins; a "<" that begins none of them is text. */
function nextMarkup(cursor: Cursor, from: number): number {
  const { source } = cursor;
  for (let at = source.indexOf("<", from); at >= 0; at = source.indexOf("<", at + 1)) {
    const next = source[at + 1];
    if (next === "/" || next === "!" || next === "?" || cursor.nameStartsAt(at + 1)) return at;
  }
  return source.length;
}
