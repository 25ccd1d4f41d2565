import { type Cursor, isSymbol } from "./cursor";
import { parseDeclaration, parseVariables, startsDeclaration } from "./parse-local";
import { closeHead, parseEmbedded, parseExpression } from "./productions";
import { notInPolicies, unavailable } from "./refuse";
import type { Statement } from "./syntax";

/** using (resource) statement; `using var x = ...;` came with C# 8, and namespaces are imported already. */
export function parseUsing(cursor: Cursor): Statement {
  const token = cursor.next();
  const { start } = token;
  if (!cursor.is("(")) {
    if (isDirective(cursor)) return refuseDirective(cursor, start);
    if (startsDeclaration(cursor)) {
      cursor.report("CS8370", unavailable("using declarations", "8.0"), token);
      return parseDeclaration(cursor);
    }
  }
  cursor.expect("(");
  const resource = startsDeclaration(cursor) ? parseVariables(cursor) : parseExpression(cursor);
  closeHead(cursor);
  const body = parseEmbedded(cursor);
  return { kind: "using", resource, body, start, end: cursor.lastEnd };
}

/** "using System.Text;" */
function isDirective(cursor: Cursor): boolean {
  let index = cursor.index;
  while (cursor.at(index).kind === "identifier" && isSymbol(cursor.at(index + 1), ".")) index += 2;
  return cursor.at(index).kind === "identifier" && isSymbol(cursor.at(index + 1), ";");
}

function refuseDirective(cursor: Cursor, start: number): Statement {
  while (!cursor.is(";")) cursor.next();
  cursor.next();
  const more = " The namespaces that policies may use are imported already.";
  const end = cursor.lastEnd;
  cursor.report("GH0002", notInPolicies("Using directives are not supported", more), { start, end });
  return { kind: "empty", start, end };
}
