import { type Cursor, isSymbol } from "./cursor";
import { parseVariables, startsDeclaration } from "./parse-local";
import { parseType } from "./parse-type";
import { closeHead, endStatement, parseCondition, parseEmbedded, parseExpression } from "./productions";
import { notInPolicies } from "./refuse";
import type { Expression, Statement } from "./syntax";

/** `while` and `do` */
export function parseWhile(cursor: Cursor): Statement {
  const { start, text } = cursor.next();
  if (text === "while") {
    const condition = parseCondition(cursor);
    const body = parseEmbedded(cursor);
    return { kind: "while", condition, body, start, end: cursor.lastEnd };
  }
  const body = parseEmbedded(cursor);
  cursor.expect("while");
  const condition = parseCondition(cursor);
  endStatement(cursor);
  return { kind: "do", body, condition, start, end: cursor.lastEnd };
}

export function parseFor(cursor: Cursor): Statement {
  const { start } = cursor.next();
  cursor.expect("(");
  const initializers: Statement[] = [];
  if (!cursor.is(";")) {
    if (startsDeclaration(cursor)) initializers.push(parseVariables(cursor));
    else initializers.push(...parseList(cursor, ";").map(asStatement));
  }
  cursor.expect(";");
  const condition = cursor.is(";") ? null : parseExpression(cursor);
  cursor.expect(";");
  const incrementors = cursor.is(")") ? [] : parseList(cursor, ")");
  closeHead(cursor);
  const body = parseEmbedded(cursor);
  return { kind: "for", initializers, condition, incrementors, body, start, end: cursor.lastEnd };
}

const asStatement = (expression: Expression): Statement => ({
  kind: "expression",
  expression,
  start: expression.start,
  end: expression.end,
});

function parseList(cursor: Cursor, close: string): Expression[] {
  const list: Expression[] = [];
  if (cursor.is(close)) return list;
  do list.push(parseExpression(cursor));
  while (cursor.take(","));
  return list;
}

export function parseForeach(cursor: Cursor): Statement {
  const { start } = cursor.next();
  cursor.expect("(");
  if (cursor.isWord("var") && isSymbol(cursor.ahead(1), "(")) {
    cursor.report("GH0002", notInPolicies("Deconstruction is not supported"), cursor.ahead(1));
  }
  const type = parseType(cursor);
  const name = cursor.is("in") ? missingName(cursor) : cursor.name();
  cursor.expect("in");
  const collection = parseExpression(cursor);
  closeHead(cursor);
  const body = parseEmbedded(cursor);
  return { kind: "foreach", type, name, collection, body, start, end: cursor.lastEnd };
}

function missingName(cursor: Cursor) {
  const { start } = cursor.token;
  cursor.missing("CS0230", "Type and identifier are both required in a foreach statement");
  return { text: "", start, end: start };
}
