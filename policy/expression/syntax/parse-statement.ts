import { type Cursor, isSymbol } from "./cursor";
import { missing } from "./missing";
import { parseDeclaration, startsDeclaration } from "./parse-local";
import { parseFor, parseForeach, parseWhile } from "./parse-loop";
import { parseSwitch } from "./parse-switch";
import { parseTry, refuseLoneClause } from "./parse-try";
import { parseUsing } from "./parse-using";
import { parseExpression } from "./productions";
import { notInPolicies } from "./refuse";
import { refuseStatement } from "./refuse-statement";
import type { Block, Statement } from "./syntax";

const emptyBlock = (cursor: Cursor): Block => {
  const { start } = cursor.token;
  return { kind: "block", statements: [], start, end: start };
};

export function parseBlock(cursor: Cursor): Block {
  const { start } = cursor.token;
  if (!cursor.expect("{")) return emptyBlock(cursor);
  const statements = parseStatements(cursor, (inner) => inner.is("}"));
  cursor.expect("}");
  return { kind: "block", statements, start, end: cursor.lastEnd };
}

/** Statements up to where `ends` says; what cannot start one is passed over. */
export function parseStatements(cursor: Cursor, ends: (cursor: Cursor) => boolean): Statement[] {
  const statements: Statement[] = [];
  while (cursor.token.kind !== "end" && !ends(cursor)) {
    // A "}" that closes nothing here closes what is around.
    if (cursor.is("}") || cursor.token.kind === "hole-end" || cursor.token.kind === "hole-format") break;
    const before = cursor.index;
    const statement = parseStatement(cursor);
    if (cursor.index === before) cursor.next();
    else statements.push(statement);
  }
  return statements;
}

export function parseStatement(cursor: Cursor): Statement {
  return cursor.nested<Statement>(
    () => parseAny(cursor),
    () => emptyBlock(cursor),
  );
}

/** What may stand after `if (...)` and the like: everything but a declaration. */
export function parseEmbedded(cursor: Cursor): Statement {
  const statement = parseStatement(cursor);
  if (statement.kind === "local" || statement.kind === "local-function") {
    cursor.report("CS1023", "Embedded statement cannot be a declaration or labeled statement", statement);
  }
  return statement;
}

function parseAny(cursor: Cursor): Statement {
  const { token } = cursor;
  if (token.kind === "keyword") {
    const statement = parseKeyword(cursor, token.text);
    if (statement !== null) return statement;
  } else if (cursor.is("{")) return parseBlock(cursor);
  else if (cursor.take(";")) return { kind: "empty", start: token.start, end: token.end };
  const refused = refuseStatement(cursor);
  if (refused !== null) return refused;
  if (startsDeclaration(cursor)) return parseDeclaration(cursor);
  return parseExpressionStatement(cursor);
}

function parseKeyword(cursor: Cursor, word: string): Statement | null {
  switch (word) {
    case "if":
      return parseIf(cursor);
    case "for":
      return parseFor(cursor);
    case "foreach":
      return parseForeach(cursor);
    case "while":
    case "do":
      return parseWhile(cursor);
    case "switch":
      return parseSwitch(cursor);
    case "try":
      return parseTry(cursor);
    case "using":
      return parseUsing(cursor);
    case "break":
    case "continue":
    case "return":
    case "throw":
    case "goto":
      return parseJump(cursor);
    case "const":
      return parseDeclaration(cursor);
    case "checked":
    case "unchecked":
      return isSymbol(cursor.ahead(1), "{") ? parseChecked(cursor) : null;
    case "else":
    case "catch":
    case "finally":
    case "case":
      return refuseLoneClause(cursor);
    default:
      return null;
  }
}

function parseChecked(cursor: Cursor): Statement {
  const { start, text } = cursor.next();
  const block = parseBlock(cursor);
  return { kind: "checked", isChecked: text === "checked", block, start, end: cursor.lastEnd };
}

function parseIf(cursor: Cursor): Statement {
  const { start } = cursor.next();
  const condition = parseCondition(cursor);
  const then = parseEmbedded(cursor);
  const otherwise = cursor.take("else") ? parseEmbedded(cursor) : null;
  return { kind: "if", condition, then, else: otherwise, start, end: cursor.lastEnd };
}

export function parseCondition(cursor: Cursor) {
  cursor.expect("(");
  const condition = parseExpression(cursor);
  closeHead(cursor);
  return condition;
}

/** The ")" of a statement's head; where it is missing, what stands before its place is passed over. */
export function closeHead(cursor: Cursor): void {
  if (cursor.expect(")")) return;
  for (let index = cursor.index; ; index++) {
    const token = cursor.at(index);
    if (isSymbol(token, ")")) {
      cursor.index = index + 1;
      return;
    }
    if (token.kind === "end" || token.startsLine || isSymbol(token, ";") || isSymbol(token, "{")) return;
    const counterpart = cursor.matching[index] as number;
    if (counterpart > index) index = counterpart;
  }
}

function parseJump(cursor: Cursor): Statement {
  const { text, start } = cursor.next();
  let value = null;
  if (text === "goto") return parseGoto(cursor, start);
  if (text === "return" || text === "throw") {
    if (cursor.is("ref")) cursor.report("GH0002", notInPolicies("Ref returns are not supported"), cursor.next());
    if (!cursor.is(";") && !cursor.is("}")) value = parseExpression(cursor);
  }
  endStatement(cursor);
  if (text === "return" || text === "throw") return { kind: text, value, start, end: cursor.lastEnd };
  return { kind: text as "break", start, end: cursor.lastEnd };
}

function parseGoto(cursor: Cursor, start: number): Statement {
  let value = null;
  if (cursor.take("case")) value = parseExpression(cursor);
  else if (!cursor.take("default")) {
    const label = cursor.token;
    cursor.report("GH0002", notInPolicies("Labels and goto are not supported"), { start, end: label.end });
    if (label.kind === "identifier") cursor.next();
    endStatement(cursor);
    return { kind: "empty", start, end: cursor.lastEnd };
  }
  endStatement(cursor);
  return { kind: "goto-case", value, start, end: cursor.lastEnd };
}

/** The ";". A value put in later may bring its own. */
export function endStatement(cursor: Cursor): void {
  if (cursor.expect(";")) return;
  // What stands on the same line and starts no statement belongs to this one.
  while ([")", "]", ",", ":"].some((text) => cursor.is(text)) && !cursor.token.startsLine) cursor.next();
  cursor.take(";");
}

function parseExpressionStatement(cursor: Cursor): Statement {
  const { start } = cursor.token;
  const before = cursor.index;
  const expression = parseExpression(cursor);
  if (cursor.index === before) {
    cursor.take(";");
    return { kind: "expression", expression: missing(cursor), start, end: Math.max(cursor.lastEnd, start) };
  }
  if (expression.kind !== "named-value" || cursor.is(";")) endStatement(cursor);
  return { kind: "expression", expression, start, end: cursor.lastEnd };
}
