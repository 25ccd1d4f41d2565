import { type Cursor, isSymbol } from "./cursor";
import { typeKeywords } from "./keywords";
import { parseLocalFunction } from "./parse-local-function";
import { parseArrayInitializer } from "./parse-new";
import { parseType } from "./parse-type";
import { endStatement, parseExpression } from "./productions";
import { scanType } from "./scan-type";
import type { LocalDeclaration, Statement } from "./syntax";

/** "T x": a type, and behind it a name. A type of the language can only start a declaration, unless a point follows. */
export function startsDeclaration(cursor: Cursor): boolean {
  const { token } = cursor;
  if (isSymbol(token, "const")) return true;
  const type = scanType(cursor, cursor.index);
  if (type === null) return false;
  const next = cursor.at(type.end);
  if (next.kind === "identifier") return true;
  return token.kind === "keyword" && typeKeywords.has(token.text) && !isSymbol(next, ".") && !isSymbol(next, "(");
}

/** A local variable, a constant or a local function. */
export function parseDeclaration(cursor: Cursor): Statement {
  const { start } = cursor.token;
  if (isFunction(cursor)) return parseLocalFunction(cursor);
  const local = parseVariables(cursor);
  endStatement(cursor);
  return { ...local, start, end: cursor.lastEnd };
}

function isFunction(cursor: Cursor): boolean {
  const type = scanType(cursor, cursor.index);
  if (type === null) return false;
  const next = cursor.at(type.end + 1);
  return isSymbol(next, "(") || isSymbol(next, "<");
}

/** Without the ";", as in `for` and `using`. */
export function parseVariables(cursor: Cursor): LocalDeclaration {
  const { start } = cursor.token;
  const isConst = cursor.take("const");
  const type = parseType(cursor);
  const variables: LocalDeclaration["variables"][number][] = [];
  do {
    const name = cursor.name();
    const value = cursor.take("=") ? parseValue(cursor) : null;
    if (value === null && isConst) cursor.missing("CS0145", "A const field requires a value to be provided");
    variables.push({ name, value });
  } while (cursor.take(","));
  return { kind: "local", type, isConst, variables, start, end: Math.max(cursor.lastEnd, start) };
}

const parseValue = (cursor: Cursor) => (cursor.is("{") ? parseArrayInitializer(cursor) : parseExpression(cursor));
