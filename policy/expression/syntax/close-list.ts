import { type Cursor, isSymbol } from "./cursor";

/** The "}" of a list; what stands before it and does not belong there is passed over. */
export function closeList(cursor: Cursor): void {
  if (cursor.take("}")) return;
  cursor.missing(cursor.token.kind === "end" ? "CS1513" : "CS1003", closing(cursor));
  for (let index = cursor.index; index < cursor.tokens.length; index++) {
    const token = cursor.at(index);
    if (isSymbol(token, "}")) {
      cursor.index = index + 1;
      return;
    }
    if (isSymbol(token, ";") || isSymbol(token, ")") || token.kind === "hole-end") return;
    const counterpart = cursor.matching[index] as number;
    if (counterpart > index) index = counterpart;
  }
}

const closing = (cursor: Cursor): string => (cursor.token.kind === "end" ? "} expected" : "Syntax error, ',' expected");
