import { type Cursor, isSymbol } from "./cursor";
import { missing } from "./missing";
import { parseType } from "./parse-type";
import { parseExpression } from "./productions";
import { notInPolicies } from "./refuse";
import { scanType } from "./scan-type";
import type { Argument, Name } from "./syntax";

/** From the opening bracket to behind the closing one. */
export function parseArguments(cursor: Cursor, close: ")" | "]"): Argument[] {
  const list: Argument[] = [];
  const end = cursor.matching[cursor.index] as number;
  cursor.next();
  if (cursor.take(close)) return list;
  for (;;) {
    const before = cursor.index;
    list.push(parseArgument(cursor));
    if (cursor.take(close)) return list;
    if (!cursor.take(",")) {
      // Something stands between two arguments: go on behind it, if the bracket is closed at all.
      cursor.missing(end < 0 && close === ")" ? "CS1026" : "CS1003", expectedText(end, close));
      if (end < 0) return list;
      if (cursor.index === before || !skipToComma(cursor, end)) {
        cursor.index = Math.max(cursor.index, end);
        cursor.take(close);
        return list;
      }
    }
  }
}

const expectedText = (end: number, close: string): string => {
  if (end >= 0) return "Syntax error, ',' expected";
  return close === ")" ? ") expected" : "Syntax error, ']' expected";
};

/** Behind the next comma of this list; false where there is none. */
function skipToComma(cursor: Cursor, end: number): boolean {
  while (cursor.index < end) {
    if (cursor.take(",")) return true;
    const counterpart = cursor.matching[cursor.index] as number;
    cursor.index = counterpart > cursor.index ? counterpart + 1 : cursor.index + 1;
  }
  return false;
}

function parseArgument(cursor: Cursor): Argument {
  const { start } = cursor.token;
  let name: Name | null = null;
  if (cursor.token.kind === "identifier" && isSymbol(cursor.ahead(1), ":")) {
    name = cursor.name();
    cursor.next();
  }
  if (cursor.is("in")) {
    cursor.report("GH0002", notInPolicies("in arguments are not supported"), cursor.next());
  }
  const modifier = cursor.take("out") ? "out" : cursor.take("ref") ? "ref" : null;
  if (modifier === "out") {
    const declaration = parseDeclaration(cursor);
    if (declaration !== null) {
      return { name, modifier, value: missing(cursor), declaration, start, end: cursor.lastEnd };
    }
  }
  const value = parseExpression(cursor);
  return { name, modifier, value, declaration: null, start, end: Math.max(value.end, start) };
}

/** `var x`, `int x` or `_` behind `out`. */
function parseDeclaration(cursor: Cursor): Argument["declaration"] {
  if (cursor.isWord("_") && (isSymbol(cursor.ahead(1), ",") || isSymbol(cursor.ahead(1), ")"))) {
    const name = cursor.name();
    const variable = { text: "var", start: name.start, end: name.start };
    const parts = [{ name: variable, typeArguments: [] }];
    return { type: { kind: "named-type", parts, start: name.start, end: name.start }, name };
  }
  const type = scanType(cursor, cursor.index);
  if (type === null || cursor.at(type.end).kind !== "identifier") return null;
  return { type: parseType(cursor), name: cursor.name() };
}
