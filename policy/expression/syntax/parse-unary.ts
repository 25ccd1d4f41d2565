import type { Cursor } from "./cursor";
import { missing } from "./missing";
import { parsePostfix } from "./parse-postfix";
import { parsePrimary } from "./parse-primary";
import { parseType } from "./parse-type";
import { notInPolicies, unavailable } from "./refuse";
import { scanType } from "./scan-type";
import type { Expression, LiteralValue } from "./syntax";
import type { Token } from "./token";

export function parseUnary(cursor: Cursor): Expression {
  const { token } = cursor;
  if (token.kind === "punctuation") {
    if (token.text === "(" && startsCast(cursor)) return parseCast(cursor);
    const unary = parseOperator(cursor, token);
    if (unary !== null) return unary;
  } else if (startsAwait(cursor)) {
    cursor.report("GH0002", notInPolicies("await is not supported"), cursor.next());
    return operandOf(cursor);
  }
  return parsePostfix(cursor, parsePrimary(cursor));
}

const operandOf = (cursor: Cursor): Expression =>
  cursor.nested(
    () => parseUnary(cursor),
    () => missing(cursor),
  );

function parseOperator(cursor: Cursor, token: Token): Expression | null {
  const { text, start } = token;
  switch (text) {
    case "-":
    case "+":
    case "!":
    case "~": {
      const literal = text === "-" ? parseLowest(cursor) : null;
      if (literal !== null) return literal;
      cursor.next();
      const operand = operandOf(cursor);
      return { kind: "unary", operator: text as "-", operand, start, end: operand.end };
    }
    case "++":
    case "--": {
      cursor.next();
      const operand = operandOf(cursor);
      return { kind: "increment", operator: text, isPrefix: true, operand, start, end: operand.end };
    }
    case "&":
    case "*":
      cursor.report("CS0214", "Pointers and fixed size buffers may only be used in an unsafe context", cursor.next());
      return operandOf(cursor);
    case "^":
      cursor.report("CS8370", unavailable("index operator", "8.0"), cursor.next());
      return operandOf(cursor);
    case "..":
      cursor.report("CS8370", unavailable("range operator", "8.0"), cursor.next());
      return cursor.is("]") || cursor.is(")") ? missing(cursor) : operandOf(cursor);
    default:
      return null;
  }
}

const lowest: ReadonlyMap<string, LiteralValue> = new Map([
  ["2147483648", { type: "int", value: -2147483648 }],
  ["9223372036854775808", { type: "long", value: -9223372036854775808n }],
  ["9223372036854775808L", { type: "long", value: -9223372036854775808n }],
  ["9223372036854775808l", { type: "long", value: -9223372036854775808n }],
]);

/** int and long reach one further below zero than above: these two numbers are read together with their minus. */
function parseLowest(cursor: Cursor): Expression | null {
  const number = cursor.ahead(1);
  const value = number.kind === "literal" ? lowest.get(number.text) : undefined;
  if (value === undefined) return null;
  const { start } = cursor.next();
  cursor.next();
  return { kind: "literal", value, start, end: number.end };
}

/** "(T)x" or "(a)": a type in brackets is a cast if it can be nothing else, or if an operand follows that no sign begins. */
function startsCast(cursor: Cursor): boolean {
  const close = cursor.matching[cursor.index] as number;
  if (close < 0) return false;
  const type = scanType(cursor, cursor.index + 1);
  if (type === null || type.end !== close) return false;
  const next = cursor.at(close + 1);
  if (type.isDefinite && !(next.kind === "punctuation" && next.text === "=>")) return true;
  return followsCast(next);
}

function followsCast(token: Token): boolean {
  switch (token.kind) {
    case "identifier":
    case "literal":
    case "named-value":
    case "string-start":
      return true;
    case "keyword":
      return token.text !== "is" && token.text !== "as" && token.text !== "switch" && token.text !== "in";
    default:
      return token.kind === "punctuation" && (token.text === "(" || token.text === "~" || token.text === "!");
  }
}

function parseCast(cursor: Cursor): Expression {
  const { start } = cursor.next();
  const type = parseType(cursor);
  cursor.expect(")");
  const operand = operandOf(cursor);
  return { kind: "cast", type, operand, start, end: operand.end };
}

/** `await` is a name unless an operand follows. */
function startsAwait(cursor: Cursor): boolean {
  if (!cursor.isWord("await")) return false;
  const next = cursor.ahead(1);
  return next.kind === "identifier" || next.kind === "literal" || (next.kind === "keyword" && next.text === "new");
}
