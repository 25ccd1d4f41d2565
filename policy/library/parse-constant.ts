import type { TypeSyntax } from "@/policy/expression/syntax/syntax";
import type { Constant } from "@/policy/expression/types/type-definition";
import type { DeclarationCursor } from "./declaration-cursor";
import { typeText } from "./member-key";
import type { ParsedConstant } from "./parsed-type";

/** The values of an enum's members that stand before. */
export type KnownValues = ReadonlyMap<string, number | bigint>;
const none: KnownValues = new Map();

/** A default or the value of a const, as a value of the type. */
export function parseConstant(cursor: DeclarationCursor, type: TypeSyntax, known: KnownValues = none): ParsedConstant {
  const start = cursor.token.start;
  if (cursor.take("default")) {
    if (cursor.take("(")) {
      cursor.type();
      cursor.expect(")");
    }
    return { kind: "default" };
  }
  if (isName(cursor) && !known.has(cursor.token.text)) {
    const path = [keywordOrName(cursor)];
    while (cursor.take(".")) path.push(cursor.name());
    return { kind: "name", path };
  }
  const value = parseValue(cursor, known);
  return {
    kind: "value",
    value: convert(value, typeText(type), () => cursor.fail("a constant of another type", start)),
  };
}

const isName = (cursor: DeclarationCursor): boolean =>
  cursor.token.kind === "identifier" || (cursor.token.kind === "keyword" && cursor.ahead(1).text === ".");

function keywordOrName(cursor: DeclarationCursor) {
  if (cursor.token.kind !== "keyword") return cursor.name();
  const { text, start, end } = cursor.next();
  return { text, start, end };
}

/** Literals joined by | << + and /, from left to right: what flags and "0.0 / 0.0" need. */
function parseValue(cursor: DeclarationCursor, known: KnownValues): Constant {
  let value = parseOperand(cursor, known);
  for (;;) {
    if (cursor.take("|")) value = whole(cursor, value) | whole(cursor, parseShift(cursor, known));
    else if (cursor.take("<<")) value = whole(cursor, value) << whole(cursor, parseOperand(cursor, known));
    else if (cursor.take("/")) value = Number(value) / Number(parseOperand(cursor, known));
    else return value;
  }
}

function parseShift(cursor: DeclarationCursor, known: KnownValues): Constant {
  const value = parseOperand(cursor, known);
  return cursor.take("<<") ? whole(cursor, value) << whole(cursor, parseOperand(cursor, known)) : value;
}

function whole(cursor: DeclarationCursor, value: Constant): bigint {
  if (typeof value === "bigint") return value;
  return typeof value === "number" && Number.isInteger(value) ? BigInt(value) : cursor.fail("a whole number expected");
}

function parseOperand(cursor: DeclarationCursor, known: KnownValues): Constant {
  if (cursor.take("-")) {
    const value = parseOperand(cursor, known);
    if (typeof value === "string") return `-${value}`;
    return typeof value === "bigint" ? -value : -Number(value);
  }
  const token = cursor.next();
  const number = known.get(token.text);
  if (number !== undefined) return number;
  if (token.text === "null") return null;
  if (token.text === "true" || token.text === "false") return token.text === "true";
  if (token.kind !== "literal" || token.value === null || token.value.type === "null") {
    return cursor.fail(`a constant expected, not '${token.text}'`, token.start);
  }
  return token.value.value;
}

function convert(value: Constant, type: string, fail: () => never): Constant {
  if (value === null || typeof value === "boolean") return value;
  if (type === "string") return typeof value === "string" ? value : fail();
  if (type === "decimal" || type === "decimal?") return String(value);
  if (typeof value === "string") return type === "object" ? value : fail();
  if (/^u?long\??$/.test(type)) return typeof value === "number" && !Number.isInteger(value) ? fail() : BigInt(value);
  return Number(value);
}
