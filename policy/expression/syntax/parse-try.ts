import type { Cursor } from "./cursor";
import { parseType } from "./parse-type";
import { parseBlock, parseExpression, parseStatement } from "./productions";
import type { CatchClause, Statement } from "./syntax";

export function parseTry(cursor: Cursor): Statement {
  const { start } = cursor.next();
  const block = parseBlock(cursor);
  const catches: CatchClause[] = [];
  while (cursor.is("catch")) {
    if (catches.some((clause) => clause.type === null && clause.when === null)) {
      const message = "Catch clauses cannot follow the general catch clause of a try statement";
      cursor.report("CS1017", message, cursor.token);
    }
    catches.push(parseCatch(cursor));
  }
  const last = cursor.take("finally") ? parseBlock(cursor) : null;
  if (catches.length === 0 && last === null) cursor.missing("CS1524", "Expected catch or finally");
  return { kind: "try", block, catches, finally: last, start, end: cursor.lastEnd };
}

function parseCatch(cursor: Cursor): CatchClause {
  const { start } = cursor.next();
  let type = null;
  let name = null;
  let when = null;
  if (cursor.take("(")) {
    type = parseType(cursor);
    if (cursor.token.kind === "identifier") name = cursor.name();
    cursor.expect(")");
  }
  if (cursor.isWord("when")) {
    cursor.next();
    cursor.expect("(");
    when = parseExpression(cursor);
    cursor.expect(")");
  }
  const block = parseBlock(cursor);
  return { type, name, when, block, start, end: cursor.lastEnd };
}

const belongsTo: ReadonlyMap<string, string> = new Map([
  ["catch", "try"],
  ["finally", "try"],
  ["case", "switch"],
]);

/** `else`, `catch` and `case` without what they belong to; what follows is read as if they were not there. */
export function refuseLoneClause(cursor: Cursor): Statement {
  const token = cursor.next();
  if (token.text === "else") cursor.report("CS8641", "'else' cannot start a statement.", token);
  else cursor.report("CS1003", `Syntax error, '${belongsTo.get(token.text)}' expected`, token);
  if (token.text === "case") {
    parseExpression(cursor);
    cursor.take(":");
    return { kind: "empty", start: token.start, end: cursor.lastEnd };
  }
  if (token.text === "catch" && cursor.is("(")) {
    const close = cursor.matching[cursor.index] as number;
    cursor.index = close < 0 ? cursor.index + 1 : close + 1;
  }
  return parseStatement(cursor);
}
