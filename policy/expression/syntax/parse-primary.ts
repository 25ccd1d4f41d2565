import { type Cursor, isSymbol } from "./cursor";
import { typeKeywords } from "./keywords";
import { missing } from "./missing";
import { parseInterpolated } from "./parse-interpolated";
import { parseDelegate } from "./parse-lambda";
import { parseNew } from "./parse-new";
import { continuesNamedValue, parseGenericArguments, parseNamedValue } from "./parse-postfix";
import { parseType } from "./parse-type";
import { parseExpression } from "./productions";
import { notInPolicies, unavailable } from "./refuse";
import type { Expression, LiteralValue } from "./syntax";
import type { Token } from "./token";

/** An operand without what may follow it. */
export function parsePrimary(cursor: Cursor): Expression {
  const { token } = cursor;
  switch (token.kind) {
    case "literal":
      if (continuesNamedValue(cursor)) return parseNamedValue(cursor);
      cursor.next();
      return literal(token, token.value as LiteralValue);
    case "identifier":
      return parseName(cursor);
    case "keyword":
      return parseKeyword(cursor, token);
    case "string-start":
      return parseInterpolated(cursor);
    case "named-value":
      return parseNamedValue(cursor);
    default:
      if (cursor.is("(")) return parseParenthesised(cursor);
      if (cursor.is("[")) return refuseCollection(cursor);
      return invalidTerm(cursor);
  }
}

const literal = (token: Token, value: LiteralValue): Expression => ({
  kind: "literal",
  value,
  start: token.start,
  end: token.end,
});

function parseName(cursor: Cursor): Expression {
  if (continuesNamedValue(cursor)) return parseNamedValue(cursor);
  const { start } = cursor.token;
  if (cursor.isWord("nameof") && isSymbol(cursor.ahead(1), "(")) {
    cursor.index += 2;
    const operand = parseExpression(cursor);
    cursor.expect(")");
    return { kind: "nameof", operand, start, end: cursor.lastEnd };
  }
  // "global::System" is the same as "System" here.
  if (cursor.isWord("global") && isSymbol(cursor.ahead(1), "::")) cursor.index += 2;
  const name = cursor.name();
  const typeArguments = parseGenericArguments(cursor);
  return { kind: "name", name, typeArguments, start, end: Math.max(cursor.lastEnd, start) };
}

function parseKeyword(cursor: Cursor, token: Token): Expression {
  const { text, start, end } = token;
  if (typeKeywords.has(text) && text !== "void") {
    cursor.next();
    if (!cursor.is(".")) cursor.report("CS1525", `Invalid expression term '${text}'`, token);
    return { kind: "name", name: { text, start, end }, typeArguments: null, start, end };
  }
  switch (text) {
    case "true":
    case "false":
      cursor.next();
      return literal(token, { type: "bool", value: text === "true" });
    case "null":
      cursor.next();
      return literal(token, { type: "null" });
    case "new":
      return parseNew(cursor);
    case "default":
      cursor.next();
      if (!cursor.is("(")) return { kind: "default", type: null, start, end };
      return { kind: "default", type: parseTypeInBrackets(cursor), start, end: cursor.lastEnd };
    case "typeof":
      cursor.next();
      return { kind: "typeof", type: parseTypeInBrackets(cursor), start, end: cursor.lastEnd };
    case "sizeof":
      return parseSizeof(cursor);
    case "checked":
    case "unchecked": {
      cursor.next();
      cursor.expect("(");
      const inner = parseExpression(cursor);
      cursor.expect(")");
      return { kind: "checked", isChecked: text === "checked", inner, start, end: cursor.lastEnd };
    }
    case "delegate":
      return parseDelegate(cursor);
    default:
      return refuseKeyword(cursor, token);
  }
}

function parseTypeInBrackets(cursor: Cursor) {
  cursor.expect("(");
  const type = parseType(cursor);
  cursor.expect(")");
  return type;
}

const sizes: ReadonlyMap<string, number> = new Map([
  ["bool", 1],
  ["byte", 1],
  ["sbyte", 1],
  ["short", 2],
  ["ushort", 2],
  ["char", 2],
  ["int", 4],
  ["uint", 4],
  ["float", 4],
  ["long", 8],
  ["ulong", 8],
  ["double", 8],
  ["decimal", 16],
]);

/** A constant for the types of the language, and nothing for others. */
function parseSizeof(cursor: Cursor): Expression {
  const { start } = cursor.next();
  const type = parseTypeInBrackets(cursor);
  const name = type.kind === "named-type" && type.parts.length === 1 ? type.parts[0]?.name.text : undefined;
  const value = sizes.get(name ?? "");
  if (value === undefined) cursor.report("CS0233", notInPolicies("sizeof of this type is not supported"), type);
  return { kind: "literal", value: { type: "int", value: value ?? 0 }, start, end: cursor.lastEnd };
}

function refuseKeyword(cursor: Cursor, token: Token): Expression {
  switch (token.text) {
    case "this":
      cursor.report("CS0027", "Keyword 'this' is not available in the current context", token);
      break;
    case "base":
      cursor.report("CS1511", "Keyword 'base' is not available in a static method", token);
      break;
    case "stackalloc":
      cursor.report("GH0002", notInPolicies("stackalloc is not supported", " Use new instead."), token);
      cursor.next();
      parseType(cursor);
      break;
    case "throw":
      // Only reached as an operand: 1 + throw e.
      cursor.report("CS8115", "A throw expression is not allowed in this context.", token);
      cursor.next();
      return parseExpression(cursor);
    case "ref":
      cursor.report("GH0002", notInPolicies("Ref locals are not supported"), token);
      cursor.next();
      return parseExpression(cursor);
    case "static":
      cursor.report("CS8370", unavailable("static anonymous function", "9.0"), token);
      cursor.next();
      return parseExpression(cursor);
    default:
      return invalidTerm(cursor);
  }
  if (cursor.token === token) cursor.next();
  return { kind: "missing", start: token.start, end: token.end };
}

/** Nothing is taken: what stands here may well be where the code goes on. */
function invalidTerm(cursor: Cursor): Expression {
  const { token } = cursor;
  if (token.kind === "hole-end" || token.kind === "hole-format") {
    cursor.problems.report("CS1733", "Expected expression", token.start, token.end);
  } else cursor.missing("CS1525", `Invalid expression term '${token.text}'`);
  return missing(cursor);
}

function parseParenthesised(cursor: Cursor): Expression {
  const { start } = cursor.next();
  const inner = parseExpression(cursor);
  if (cursor.is(",")) return refuseTuple(cursor, start);
  cursor.expect(")");
  return { kind: "parenthesised", inner, start, end: cursor.lastEnd };
}

function refuseTuple(cursor: Cursor, start: number): Expression {
  while (cursor.take(",")) {
    if (cursor.token.kind === "identifier" && isSymbol(cursor.ahead(1), ":")) cursor.index += 2;
    parseExpression(cursor);
  }
  cursor.expect(")");
  const tuple = { kind: "missing", start, end: cursor.lastEnd } as const;
  cursor.report("GH0002", notInPolicies("Tuples are not supported", " Use an anonymous type or an array."), tuple);
  return tuple;
}

function refuseCollection(cursor: Cursor): Expression {
  const { start } = cursor.token;
  const close = cursor.matching[cursor.index] as number;
  cursor.report("CS8370", unavailable("collection expressions", "12.0"), cursor.token);
  cursor.index = close < 0 ? cursor.index + 1 : close + 1;
  return { kind: "missing", start, end: cursor.lastEnd };
}
