import { closeList } from "./close-list";
import { type Cursor, isSymbol } from "./cursor";
import { missing } from "./missing";
import { parseArguments } from "./parse-arguments";
import { parseExpression } from "./productions";
import type { Expression, Initializer, InitializerElement } from "./syntax";

/** From "{". */
export function parseInitializer(cursor: Cursor): Initializer {
  const { start } = cursor.next();
  const elements: InitializerElement[] = [];
  while (!cursor.is("}") && cursor.token.kind !== "end") {
    elements.push(parseElement(cursor));
    if (!cursor.take(",")) break;
  }
  closeList(cursor);
  return { elements, start, end: cursor.lastEnd };
}

function parseElement(cursor: Cursor): InitializerElement {
  const { start } = cursor.token;
  if (cursor.token.kind === "identifier" && isSymbol(cursor.ahead(1), "=")) {
    const name = cursor.name();
    cursor.next();
    const value = parseValue(cursor);
    return { kind: "property", name, value, start, end: cursor.lastEnd };
  }
  if (cursor.is("[")) {
    const given = parseArguments(cursor, "]");
    cursor.expect("=");
    const value = parseValue(cursor);
    return { kind: "index", arguments: given, value, start, end: cursor.lastEnd };
  }
  if (!cursor.is("{")) {
    const value = parseExpression(cursor);
    return { kind: "element", values: [value], start, end: Math.max(value.end, start) };
  }
  const values: Expression[] = [];
  cursor.next();
  do values.push(parseExpression(cursor));
  while (cursor.take(",") && !cursor.is("}"));
  closeList(cursor);
  return { kind: "element", values, start, end: cursor.lastEnd };
}

function parseValue(cursor: Cursor): Expression | Initializer {
  if (!cursor.is("{")) return parseExpression(cursor);
  return cursor.nested<Expression | Initializer>(
    () => parseInitializer(cursor),
    () => missing(cursor),
  );
}
