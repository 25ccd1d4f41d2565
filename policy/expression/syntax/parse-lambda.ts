import { type Cursor, isSymbol } from "./cursor";
import { parseType } from "./parse-type";
import { parseBlock, parseExpression } from "./productions";
import { notInPolicies, unavailable } from "./refuse";
import type { Expression, Name, TypeSyntax } from "./syntax";

type LambdaParameter = { readonly name: Name; readonly type: TypeSyntax | null };

/** "x =>", "(...) =>", also with "async" or "static" before them. */
export function startsLambda(cursor: Cursor): boolean {
  const { token } = cursor;
  if (isParameterList(cursor, cursor.index)) return true;
  if (token.kind !== "identifier" && token.kind !== "keyword") return false;
  if (token.text !== "async" && token.text !== "static") return false;
  return isParameterList(cursor, cursor.index + 1) || isSymbol(cursor.ahead(1), "delegate");
}

function isParameterList(cursor: Cursor, index: number): boolean {
  const token = cursor.at(index);
  if (token.kind === "identifier") return isSymbol(cursor.at(index + 1), "=>");
  if (!isSymbol(token, "(")) return false;
  const close = cursor.matching[index] as number;
  return close >= 0 && isSymbol(cursor.at(close + 1), "=>");
}

export function parseLambda(cursor: Cursor): Expression {
  const { start } = cursor.token;
  if (!isParameterList(cursor, cursor.index)) refuseModifier(cursor);
  if (cursor.is("delegate")) return parseDelegate(cursor);
  const parameters = cursor.is("(") ? parseParameters(cursor) : [{ name: cursor.name(), type: null }];
  cursor.expect("=>");
  const body = cursor.is("{") ? parseBlock(cursor) : parseExpression(cursor, true);
  return { kind: "lambda", parameters, body, isDelegate: false, start, end: Math.max(body.end, cursor.lastEnd) };
}

function refuseModifier(cursor: Cursor): void {
  const token = cursor.next();
  if (token.text === "static") cursor.report("CS8370", unavailable("static anonymous function", "9.0"), token);
  else cursor.report("GH0002", notInPolicies("async is not supported"), token);
}

function parseParameters(cursor: Cursor): LambdaParameter[] {
  const parameters: LambdaParameter[] = [];
  cursor.next();
  if (cursor.take(")")) return parameters;
  do {
    const { token } = cursor;
    if (cursor.take("out") || cursor.take("ref") || cursor.take("in") || cursor.take("params")) {
      cursor.report("GH0002", notInPolicies(`Lambda parameters cannot be '${token.text}'`), token);
    }
    const next = cursor.ahead(1);
    const isUntyped = cursor.token.kind === "identifier" && (isSymbol(next, ",") || isSymbol(next, ")"));
    const type = isUntyped ? null : parseType(cursor);
    parameters.push({ type, name: cursor.name() });
  } while (cursor.take(","));
  cursor.expect(")");
  return parameters;
}

/** delegate (int x) { ... }. Without brackets it takes whatever it is given, which is not supported. */
export function parseDelegate(cursor: Cursor): Expression {
  const token = cursor.next();
  if (!cursor.is("(")) {
    const message = notInPolicies(
      "An anonymous method without parameters is not supported",
      " Write delegate (...) { }.",
    );
    cursor.report("GH0002", message, token);
  }
  const parameters = cursor.is("(") ? parseParameters(cursor) : [];
  const body = parseBlock(cursor);
  return { kind: "lambda", parameters, body, isDelegate: true, start: token.start, end: cursor.lastEnd };
}
