import type { Cursor } from "./cursor";
import { touch } from "./cursor";
import { missing } from "./missing";
import { parseBinary } from "./parse-binary";
import { parseLambda, startsLambda } from "./parse-lambda";
import { refuseQuery, startsQuery } from "./parse-refused";
import { parseUnary } from "./parse-unary";
import { notInPolicies, unavailable } from "./refuse";
import type { Expression } from "./syntax";

type AssignmentOperator = Extract<Expression, { kind: "assignment" }>["operator"];

const assignments: ReadonlySet<string> = new Set(["=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<="]);

/** An expression of any kind. Where a value may be thrown instead, `throw` is allowed in its place. */
export function parseExpression(cursor: Cursor, mayThrow = false): Expression {
  return cursor.nested(
    () => parseAny(cursor, mayThrow),
    () => missing(cursor),
  );
}

function parseAny(cursor: Cursor, mayThrow: boolean): Expression {
  if (cursor.is("throw")) return parseThrow(cursor, mayThrow);
  if (startsLambda(cursor)) return parseLambda(cursor);
  if (startsQuery(cursor)) return refuseQuery(cursor);
  const target = parseConditional(cursor);
  const operator = takeAssignment(cursor);
  if (operator === null) return target;
  if (cursor.is("ref")) {
    cursor.report("GH0002", notInPolicies("Ref locals are not supported"), cursor.next());
  }
  const value = parseExpression(cursor);
  return { kind: "assignment", operator, target, value, start: target.start, end: value.end };
}

function takeAssignment(cursor: Cursor): AssignmentOperator | null {
  const { token } = cursor;
  if (cursor.is("??=")) {
    cursor.report("CS8370", unavailable("coalescing assignment", "8.0"), token);
    cursor.next();
    return "=";
  }
  // ">>=" comes as ">" and ">=".
  if (cursor.is(">") && cursor.ahead(1).text === ">=" && touch(token, cursor.ahead(1))) {
    cursor.index += 2;
    return ">>=";
  }
  if (token.kind !== "punctuation" || !assignments.has(token.text)) return null;
  cursor.next();
  return token.text as AssignmentOperator;
}

/** Also what a `case` compares with. */
export function parseConditional(cursor: Cursor): Expression {
  const condition = parseBinary(cursor, 1);
  if (!cursor.take("?")) return condition;
  const whenTrue = parseExpression(cursor, true);
  cursor.expect(":");
  const whenFalse = parseExpression(cursor, true);
  return { kind: "conditional", condition, whenTrue, whenFalse, start: condition.start, end: whenFalse.end };
}

/** From `throw`; also right of "??". */
export function parseThrow(cursor: Cursor, allowed: boolean): Expression {
  const token = cursor.next();
  if (!allowed) cursor.report("CS8115", "A throw expression is not allowed in this context.", token);
  const operand = cursor.nested(
    () => parseUnaryOrCoalesced(cursor),
    () => missing(cursor),
  );
  return { kind: "throw", operand, start: token.start, end: operand.end };
}

const parseUnaryOrCoalesced = (cursor: Cursor): Expression =>
  cursor.is("throw") ? parseUnary(cursor) : parseBinary(cursor, 1);
