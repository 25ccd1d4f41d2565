import { type Cursor, touch } from "./cursor";
import { missing } from "./missing";
import { parseLambda, startsLambda } from "./parse-lambda";
import { parsePattern } from "./parse-pattern";
import { parseType } from "./parse-type";
import { parseUnary } from "./parse-unary";
import { parseThrow } from "./productions";
import { unavailable } from "./refuse";
import type { BinaryOperatorToken, Expression, Positioned } from "./syntax";

/** The operators from the loosest to the tightest; all but "??" group to the left. */
const levels = ["??", "||", "&&", "|", "^", "&", "== !=", "< > <= >= is as", "<< >>", "+ -", "* / %"];
const precedences: ReadonlyMap<string, number> = new Map(
  levels.flatMap((level, index) => level.split(" ").map((operator) => [operator, index + 1] as const)),
);
const coalesce = 1;
export const shift = 9;

interface Operator extends Positioned {
  readonly text: string;
  readonly tokens: number;
}

/** The operator that stands here, ">>" put together of its halves; null where there is none. */
function operatorAt(cursor: Cursor): Operator | null {
  const { token } = cursor;
  if (token.kind !== "punctuation" && token.kind !== "keyword") return null;
  if (token.text === ">") {
    const [second, third] = [cursor.ahead(1), cursor.ahead(2)];
    if (second.text === ">" && touch(token, second)) {
      if (third.text === ">" && touch(second, third))
        return { text: ">>>", tokens: 3, start: token.start, end: third.end };
      // ">>>=" and ">>=" are assignments.
      if (third.text === ">=" && touch(second, third)) return null;
      return { text: ">>", tokens: 2, start: token.start, end: second.end };
    }
    if (second.text === ">=" && touch(token, second)) return null;
  }
  return { text: token.text, tokens: 1, start: token.start, end: token.end };
}

/** Operands joined by operators of at least this precedence. */
export function parseBinary(cursor: Cursor, lowest: number): Expression {
  let left = parseUnary(cursor);
  for (;;) {
    const operator = operatorAt(cursor);
    if (operator === null) return left;
    const precedence = operator.text === ">>>" ? shift : precedences.get(operator.text);
    if (precedence === undefined || precedence < lowest) return left;
    cursor.index += operator.tokens;
    left = parseRight(cursor, left, operator, precedence);
  }
}

function parseRight(cursor: Cursor, left: Expression, operator: Operator, precedence: number): Expression {
  if (operator.text === "is") {
    const pattern = parsePattern(cursor, (inner) => parseBinary(inner, shift), false);
    return { kind: "is", operand: left, pattern, start: left.start, end: pattern.end };
  }
  if (operator.text === "as") {
    const type = parseType(cursor, "careful");
    return { kind: "as", operand: left, type, start: left.start, end: type.end };
  }
  if (operator.text === ">>>") cursor.report("CS8370", unavailable("unsigned right shift", "11.0"), operator);
  const right =
    precedence === coalesce
      ? cursor.nested(
          () => parseFallback(cursor),
          () => missing(cursor),
        )
      : parseBinary(cursor, precedence + 1);
  return {
    kind: "binary",
    operator: (operator.text === ">>>" ? ">>" : operator.text) as BinaryOperatorToken,
    operatorAt: { start: operator.start, end: operator.end },
    left,
    right,
    start: left.start,
    end: right.end,
  };
}

function parseFallback(cursor: Cursor): Expression {
  if (cursor.is("throw")) return parseThrow(cursor, true);
  return startsLambda(cursor) ? parseLambda(cursor) : parseBinary(cursor, coalesce);
}
