import { type Cursor, isSymbol } from "./cursor";
import { parseDeclaration } from "./parse-local";
import { endStatement, parseBlock, parseEmbedded, parseExpression, parseStatement } from "./productions";
import { notInPolicies, unavailable } from "./refuse";
import type { Statement } from "./syntax";

const unsafeMessage = "Pointers and fixed size buffers may only be used in an unsafe context";
const typeWords = new Set(["class", "struct", "interface", "enum", "delegate", "namespace"]);
const modifiers = new Set(["public", "private", "protected", "internal", "abstract", "sealed", "virtual", "override"]);

/** Statements of C# that policies do not have: each is reported, and what it contains is read. null: none stands here. */
export function refuseStatement(cursor: Cursor): Statement | null {
  const { token } = cursor;
  if (token.kind === "keyword") return refuseKeyword(cursor, token.text);
  if (token.kind === "identifier") return refuseWord(cursor, token.text);
  return null;
}

function refuse(cursor: Cursor, what: string, more = ""): void {
  cursor.report("GH0002", notInPolicies(what, more), cursor.token);
}

function refuseKeyword(cursor: Cursor, word: string): Statement | null {
  switch (word) {
    case "lock":
    case "fixed":
      if (word === "lock") refuse(cursor, "lock is not supported", " Nothing is shared between requests.");
      else cursor.report("CS0214", unsafeMessage, cursor.token);
      cursor.next();
      skipBrackets(cursor);
      return parseEmbedded(cursor);
    case "unsafe":
      cursor.report("CS0227", "Unsafe code may only appear if compiling with /unsafe", cursor.next());
      return parseStatement(cursor);
    case "ref":
      refuse(cursor, "Ref locals are not supported");
      cursor.next();
      return parseStatement(cursor);
    case "static":
      cursor.report("CS8370", unavailable("static local functions", "8.0"), cursor.next());
      return parseStatement(cursor);
    default:
      if (typeWords.has(word) && !(word === "delegate" && isSymbol(cursor.ahead(1), "("))) return refuseType(cursor);
      if (!modifiers.has(word)) return null;
      cursor.report("CS0106", `The modifier '${word}' is not valid for this item`, cursor.next());
      return parseStatement(cursor);
  }
}

function skipBrackets(cursor: Cursor): void {
  if (!cursor.is("(")) return;
  const close = cursor.matching[cursor.index] as number;
  cursor.index = close < 0 ? cursor.index + 1 : close + 1;
}

/** class X { ... } */
function refuseType(cursor: Cursor): Statement {
  const { start } = cursor.token;
  refuse(cursor, "Types cannot be declared");
  while (cursor.token.kind !== "end" && !cursor.is("{") && !cursor.is(";") && !cursor.is("}")) cursor.next();
  if (cursor.is("{")) {
    const close = cursor.matching[cursor.index] as number;
    cursor.index = close < 0 ? cursor.index + 1 : close + 1;
  } else cursor.take(";");
  return { kind: "empty", start, end: cursor.lastEnd };
}

function refuseWord(cursor: Cursor, word: string): Statement | null {
  const { start } = cursor.token;
  const next = cursor.ahead(1);
  if (isSymbol(next, ":") && !isSymbol(cursor.ahead(2), ":")) {
    refuse(cursor, "Labels and goto are not supported");
    cursor.index += 2;
    return cursor.is("}") ? { kind: "empty", start, end: cursor.lastEnd } : parseStatement(cursor);
  }
  if (word === "yield" && (isSymbol(next, "return") || isSymbol(next, "break"))) {
    refuse(cursor, "yield is not supported", " Add to a List and return that.");
    cursor.index += 2;
    if (!cursor.is(";")) parseExpression(cursor);
    endStatement(cursor);
    return { kind: "empty", start, end: cursor.lastEnd };
  }
  if (word === "await" && next.kind === "keyword" && ["foreach", "using"].includes(next.text)) {
    refuse(cursor, "await is not supported");
    cursor.next();
    return parseStatement(cursor);
  }
  if (
    word === "await" &&
    next.kind === "identifier" &&
    !isSymbol(cursor.ahead(2), "=") &&
    !isSymbol(cursor.ahead(2), ";")
  ) {
    const expression = parseExpression(cursor);
    endStatement(cursor);
    return { kind: "expression", expression, start, end: cursor.lastEnd };
  }
  if (word === "async" && (next.kind === "identifier" || isSymbol(next, "void"))) {
    refuse(cursor, "async is not supported");
    cursor.next();
    return parseDeclaration(cursor);
  }
  if (word === "var" && isSymbol(next, "(")) return refuseDeconstruction(cursor);
  return word === "record" && next.kind === "identifier" && startsRecord(cursor) ? refuseRecord(cursor) : null;
}

/** var (a, b) = ...; */
function refuseDeconstruction(cursor: Cursor): Statement | null {
  const { start } = cursor.token;
  const close = cursor.matching[cursor.index + 1] as number;
  if (close < 0 || !isSymbol(cursor.at(close + 1), "=")) return null;
  refuse(cursor, "Deconstruction is not supported");
  cursor.index = close + 2;
  const expression = parseExpression(cursor);
  endStatement(cursor);
  return { kind: "expression", expression, start, end: cursor.lastEnd };
}

const startsRecord = (cursor: Cursor): boolean => {
  const next = cursor.ahead(2);
  return isSymbol(next, "(") || isSymbol(next, "{");
};

function refuseRecord(cursor: Cursor): Statement {
  const { start } = cursor.token;
  cursor.report("CS8370", unavailable("records", "9.0"), cursor.token);
  cursor.index += 2;
  skipBrackets(cursor);
  if (cursor.is("{")) parseBlock(cursor);
  else cursor.take(";");
  return { kind: "empty", start, end: cursor.lastEnd };
}
