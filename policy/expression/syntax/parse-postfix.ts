import { type Cursor, isSymbol, touch } from "./cursor";
import { missing } from "./missing";
import { parseArguments } from "./parse-arguments";
import { parseTypeArguments } from "./parse-type";
import { parseUnary } from "./productions";
import { unavailable } from "./refuse";
import { scanTypeArguments } from "./scan-type";
import type { Expression, TypeSyntax } from "./syntax";

/** What follows an operand: members, calls, indexes, "?." and "++". */
export function parsePostfix(cursor: Cursor, primary: Expression): Expression {
  let target = primary;
  for (;;) {
    const accessed = parseAccess(cursor, target);
    if (accessed !== null) target = accessed;
    else if (startsConditionalAccess(cursor)) return parseConditionalAccess(cursor, target);
    else if (cursor.is("++") || cursor.is("--")) {
      const operator = cursor.next().text as "++";
      target = {
        kind: "increment",
        operator,
        isPrefix: false,
        operand: target,
        start: target.start,
        end: cursor.lastEnd,
      };
    } else {
      refuseSuffix(cursor);
      return target;
    }
  }
}

function parseAccess(cursor: Cursor, target: Expression): Expression | null {
  const { start } = target;
  if (cursor.is(".")) {
    cursor.next();
    return parseMember(cursor, target);
  }
  if (cursor.is("(")) {
    const given = parseArguments(cursor, ")");
    return { kind: "call", target, arguments: given, start, end: cursor.lastEnd };
  }
  if (cursor.is("[")) {
    const given = parseArguments(cursor, "]");
    return { kind: "index", target, arguments: given, start, end: cursor.lastEnd };
  }
  if (cursor.is("!") && suppresses(cursor)) {
    cursor.report("CS8370", unavailable("nullable reference types", "8.0"), cursor.next());
    return target;
  }
  return null;
}

/** The name and type arguments behind a point. */
function parseMember(cursor: Cursor, target: Expression): Expression {
  if (cursor.token.kind === "named-value") {
    const { text, end } = cursor.next();
    return { kind: "named-value", name: text, start: target.start, end };
  }
  const name = cursor.name();
  const typeArguments = parseGenericArguments(cursor);
  return {
    kind: "member",
    target,
    name,
    typeArguments,
    start: target.start,
    end: Math.max(cursor.lastEnd, target.end),
  };
}

const afterTypeArguments = new Set("( ) ] } : ; , . ? == != | ^ && || & [ => > >= <= ?? ++ --".split(" "));

/** "<" after a name begins type arguments if types follow, and after them what could not follow a comparison. */
export function parseGenericArguments(cursor: Cursor): TypeSyntax[] | null {
  if (!cursor.is("<")) return null;
  const end = scanTypeArguments(cursor, cursor.index);
  if (end < 0) return null;
  const next = cursor.at(end);
  const fits =
    next.kind === "end" ||
    next.kind === "hole-end" ||
    next.kind === "hole-format" ||
    (next.kind === "punctuation" && afterTypeArguments.has(next.text)) ||
    isSymbol(next, "is") ||
    isSymbol(next, "as");
  return fits ? parseTypeArguments(cursor) : null;
}

const startsConditionalAccess = (cursor: Cursor): boolean =>
  cursor.is("?") && (isSymbol(cursor.ahead(1), ".") || isSymbol(cursor.ahead(1), "["));

/** All that follows "?." happens only if the target is there, a second "?." within it too. */
function parseConditionalAccess(cursor: Cursor, target: Expression): Expression {
  const { end } = cursor.next();
  const receiver: Expression = { kind: "receiver", start: end, end };
  const access = cursor.nested(
    () => parsePostfix(cursor, receiver),
    () => missing(cursor),
  );
  return { kind: "conditional-access", target, access, start: target.start, end: Math.max(access.end, end) };
}

const behindSuppression = new Set(". ) ] ; , } ? [ ( ! == != ??".split(" "));

/** "x!" of C# 8, not the "!" of a new operand. */
function suppresses(cursor: Cursor): boolean {
  const next = cursor.ahead(1);
  return next.kind === "end" || (next.kind === "punctuation" && behindSuppression.has(next.text) && next.text !== "(");
}

/** Forms of later versions that stand behind an operand. */
function refuseSuffix(cursor: Cursor): void {
  const { token } = cursor;
  if (cursor.is("..")) {
    cursor.report("CS8370", unavailable("range operator", "8.0"), token);
    cursor.next();
    if (!cursor.is("]") && !cursor.is(")")) {
      cursor.nested(
        () => parseUnary(cursor),
        () => missing(cursor),
      );
    }
  } else if (cursor.is("switch") && isSymbol(cursor.ahead(1), "{")) {
    cursor.report("CS8370", unavailable("recursive patterns", "8.0"), token);
    skipBraces(cursor);
  } else if (cursor.isWord("with") && isSymbol(cursor.ahead(1), "{")) {
    cursor.report("CS8370", unavailable("records", "9.0"), token);
    skipBraces(cursor);
  } else if (cursor.is("->")) {
    cursor.report("CS0214", "Pointers and fixed size buffers may only be used in an unsafe context", token);
    cursor.next();
    cursor.name();
  }
}

function skipBraces(cursor: Cursor): void {
  cursor.next();
  const close = cursor.matching[cursor.index] as number;
  cursor.index = close < 0 ? cursor.index + 1 : close + 1;
}

/** A value put in later may continue a name or number, or be continued by one: "tf_{{name}}". */
export function parseNamedValue(cursor: Cursor): Expression {
  const { start } = cursor.token;
  let name = "";
  do {
    const token = cursor.next();
    if (token.kind === "named-value" && name === "") name = token.text;
  } while (
    cursor.token.start === cursor.lastEnd &&
    ["named-value", "identifier", "literal"].includes(cursor.token.kind)
  );
  return { kind: "named-value", name, start, end: cursor.lastEnd };
}

export const continuesNamedValue = (cursor: Cursor): boolean =>
  cursor.ahead(1).kind === "named-value" && touch(cursor.token, cursor.ahead(1));
