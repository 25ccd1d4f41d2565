import { closeList } from "./close-list";
import { type Cursor, isSymbol } from "./cursor";
import { missing } from "./missing";
import { parseArguments } from "./parse-arguments";
import { parseInitializer } from "./parse-initializer";
import { parseCore, suffixed } from "./parse-type";
import { parseExpression } from "./productions";
import { notInPolicies, unavailable } from "./refuse";
import type { ArrayInitializer, Expression, Name, TypeSyntax } from "./syntax";

export function parseNew(cursor: Cursor): Expression {
  const { start } = cursor.next();
  if (cursor.is("{")) return parseAnonymous(cursor, start);
  if (cursor.is("[")) return parseImplicitArray(cursor, start);
  if (cursor.is("(")) return refuseTargetTyped(cursor, start);
  let type = parseCore(cursor);
  if (cursor.is("?")) {
    cursor.next();
    type = { kind: "nullable-type", inner: type, start: type.start, end: cursor.lastEnd };
  }
  if (cursor.is("[")) return parseArray(cursor, start, type);
  const given = cursor.is("(") ? parseArguments(cursor, ")") : null;
  const initializer = cursor.is("{") ? parseInitializer(cursor) : null;
  if (given === null && initializer === null) {
    cursor.missing("CS1526", "A new expression requires an argument list or (), [], or {} after type");
  }
  return { kind: "new", type, arguments: given, initializer, start, end: Math.max(cursor.lastEnd, start) };
}

function refuseTargetTyped(cursor: Cursor, start: number): Expression {
  cursor.report("CS8370", unavailable("target-typed object creation", "9.0"), { start, end: cursor.lastEnd });
  parseArguments(cursor, ")");
  if (cursor.is("{")) parseInitializer(cursor);
  return { kind: "missing", start, end: cursor.lastEnd };
}

function parseAnonymous(cursor: Cursor, start: number): Expression {
  const members: { name: Name | null; value: Expression }[] = [];
  cursor.next();
  while (!cursor.is("}") && cursor.token.kind !== "end") {
    const isNamed = cursor.token.kind === "identifier" && isSymbol(cursor.ahead(1), "=");
    const name = isNamed ? cursor.name() : null;
    if (isNamed) cursor.next();
    members.push({ name, value: parseExpression(cursor) });
    if (!cursor.take(",")) break;
  }
  closeList(cursor);
  return { kind: "new-anonymous", members, start, end: cursor.lastEnd };
}

/** new[] { ... } */
function parseImplicitArray(cursor: Cursor, start: number): Expression {
  cursor.next();
  if (cursor.is(",")) refuseDimensions(cursor);
  while (cursor.take(","));
  cursor.expect("]");
  const { elements } = parseArrayInitializer(cursor);
  return { kind: "new-array", element: null, length: null, elements, start, end: cursor.lastEnd };
}

function refuseDimensions(cursor: Cursor): void {
  const more = " Use an array of arrays instead.";
  cursor.report("GH0002", notInPolicies("Arrays of several dimensions are not supported", more), cursor.token);
}

/** new T[n], new T[] { ... }, new T[n][], each with elements or without. */
function parseArray(cursor: Cursor, start: number, core: TypeSyntax): Expression {
  cursor.next();
  let length: Expression | null = null;
  if (!cursor.is("]") && !cursor.is(",")) length = parseExpression(cursor);
  if (cursor.is(",")) {
    refuseDimensions(cursor);
    while (cursor.take(",")) if (!cursor.is("]") && !cursor.is(",")) parseExpression(cursor);
  }
  cursor.expect("]");
  const element = suffixed(cursor, core, "careful");
  if (cursor.is("[")) {
    cursor.report("CS0178", "Invalid rank specifier: expected ',' or ']'", cursor.ahead(1));
    parseArguments(cursor, "]");
  }
  const elements = cursor.is("{") ? parseArrayInitializer(cursor).elements : null;
  if (length === null && elements === null) {
    cursor.missing("CS1586", "Array creation must have array size or array initializer");
    length = missing(cursor);
  }
  return { kind: "new-array", element, length, elements, start, end: cursor.lastEnd };
}

/** { a, b, } */
export function parseArrayInitializer(cursor: Cursor): ArrayInitializer {
  const { start } = cursor.token;
  const elements: Expression[] = [];
  if (!cursor.expect("{")) return { kind: "array-initializer", elements, start, end: start };
  while (!cursor.is("}") && cursor.token.kind !== "end") {
    elements.push(cursor.is("{") ? refuseNested(cursor) : parseExpression(cursor));
    if (!cursor.take(",")) break;
  }
  closeList(cursor);
  return { kind: "array-initializer", elements, start, end: cursor.lastEnd };
}

function refuseNested(cursor: Cursor): Expression {
  const { token } = cursor;
  const close = cursor.matching[cursor.index] as number;
  const message =
    "Array initializers can only be used in a variable or field initializer. Try using a new expression instead.";
  cursor.report("CS0623", message, token);
  cursor.index = close < 0 ? cursor.index + 1 : close + 1;
  return { kind: "missing", start: token.start, end: cursor.lastEnd };
}
