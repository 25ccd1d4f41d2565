import { type Cursor, isSymbol } from "./cursor";
import { parseType } from "./parse-type";
import { unavailable } from "./refuse";
import { scanType } from "./scan-type";
import type { Expression, Pattern } from "./syntax";

/** What `is` and `case` compare with; `parseValue` reads a constant as far as it goes there. */
export function parsePattern(cursor: Cursor, parseValue: (cursor: Cursor) => Expression, isCase: boolean): Pattern {
  const refused = refuse(cursor, parseValue);
  if (refused !== null) return refused;
  const { start } = cursor.token;
  const type = scanType(cursor, cursor.index, "careful");
  if (type !== null && namesVariable(cursor, type.end, isCase)) {
    const parsed = parseType(cursor, "careful");
    return joined(cursor, {
      kind: "declaration-pattern",
      type: parsed,
      name: cursor.name(),
      start,
      end: cursor.lastEnd,
    });
  }
  if (type !== null && isTypeOnly(cursor, type)) {
    const parsed = parseType(cursor, "careful");
    if (isCase) cursor.report("CS8370", unavailable("type pattern", "9.0"), parsed);
    return joined(cursor, { kind: "type-pattern", type: parsed, start, end: cursor.lastEnd });
  }
  const value = parseValue(cursor);
  if (cursor.is("{")) return refuseProperties(cursor, start);
  return joined(cursor, { kind: "constant-pattern", value, start, end: Math.max(value.end, start) });
}

function namesVariable(cursor: Cursor, index: number, isCase: boolean): boolean {
  const token = cursor.at(index);
  if (token.kind !== "identifier") return false;
  // `case int when` has no variable, nor have the patterns of C# 9.
  if (isCase && token.text === "when") return isSymbol(cursor.at(index + 1), ":");
  const next = cursor.at(index + 1);
  return !((token.text === "and" || token.text === "or") && !isSymbol(next, ")") && next.kind !== "punctuation");
}

/** Nothing but a type: int, string[], List<int>; not int.MaxValue, nor a lone name, which the binder looks up. */
function isTypeOnly(cursor: Cursor, type: { end: number; isDefinite: boolean; isGeneric: boolean }): boolean {
  const next = cursor.at(type.end);
  if (isSymbol(next, ".") || isSymbol(next, "(") || isSymbol(next, "[") || isSymbol(next, "{")) return false;
  return type.isGeneric || type.isDefinite;
}

/** `and` and `or` of C# 9. */
function joined(cursor: Cursor, pattern: Pattern): Pattern {
  const { token } = cursor;
  if (token.kind !== "identifier" || (token.text !== "and" && token.text !== "or")) return pattern;
  cursor.report("CS8370", unavailable(`${token.text} pattern`, "9.0"), token);
  cursor.next();
  return cursor.nested(
    () => parsePattern(cursor, skipOperand, false),
    () => pattern,
  );
}

/** Stands for an operand of a refused pattern: up to what may end it. */
function skipOperand(cursor: Cursor): Expression {
  const { start } = cursor.token;
  while (cursor.token.kind !== "end" && !isEnd(cursor)) {
    const counterpart = cursor.matching[cursor.index] as number;
    cursor.index = counterpart > cursor.index ? counterpart + 1 : cursor.index + 1;
  }
  return { kind: "missing", start, end: Math.max(start, cursor.lastEnd) };
}

function isEnd(cursor: Cursor): boolean {
  const { token } = cursor;
  if (token.kind === "hole-end" || token.kind === "hole-format") return true;
  if (token.kind === "identifier") return token.text === "and" || token.text === "or" || token.text === "when";
  return token.kind === "punctuation" && [")", "]", "}", ";", ",", ":", "?", "&&", "||"].includes(token.text);
}

function refuse(cursor: Cursor, parseValue: (cursor: Cursor) => Expression): Pattern | null {
  const { token } = cursor;
  const { start } = token;
  if (cursor.is("{")) return refuseProperties(cursor, start);
  if (cursor.is("[")) return refuseAs(cursor, "list pattern", "11.0");
  if (cursor.is("<") || cursor.is(">") || cursor.is("<=") || cursor.is(">=")) {
    return refuseAs(cursor, "relational pattern", "9.0");
  }
  const next = cursor.ahead(1);
  if (cursor.isWord("not") && (next.kind !== "punctuation" || isSymbol(next, "(") || isSymbol(next, "{"))) {
    cursor.report("CS8370", unavailable("not pattern", "9.0"), token);
    cursor.next();
    return cursor.nested(
      () => parsePattern(cursor, parseValue, false),
      () => nothing(start),
    );
  }
  return null;
}

const nothing = (start: number): Pattern => ({
  kind: "constant-pattern",
  value: { kind: "missing", start, end: start },
  start,
  end: start,
});

function refuseAs(cursor: Cursor, feature: string, version: string): Pattern {
  const { start } = cursor.token;
  cursor.report("CS8370", unavailable(feature, version), cursor.token);
  if (!cursor.is("[")) cursor.next();
  const value = skipOperand(cursor);
  return joined(cursor, { kind: "constant-pattern", value, start, end: Math.max(start, cursor.lastEnd) });
}

/** { Length: 5 } and Type { ... } of C# 8. */
function refuseProperties(cursor: Cursor, start: number): Pattern {
  cursor.report("CS8370", unavailable("recursive patterns", "8.0"), { start, end: cursor.token.end });
  const close = cursor.matching[cursor.index] as number;
  cursor.index = close < 0 ? cursor.index + 1 : close + 1;
  if (cursor.token.kind === "identifier" && !cursor.isWord("when")) cursor.next();
  return { ...nothing(start), end: cursor.lastEnd };
}
