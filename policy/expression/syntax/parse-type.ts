import { type Cursor, isSymbol } from "./cursor";
import { typeKeywords } from "./keywords";
import { notInPolicies } from "./refuse";
import { type QuestionMark, questionIsType } from "./scan-type";
import type { NamedTypeSyntax, TypeSyntax } from "./syntax";

type Part = NamedTypeSyntax["parts"][number];

export function parseType(cursor: Cursor, question: QuestionMark = "type"): TypeSyntax {
  return cursor.nested(
    () => suffixed(cursor, parseCore(cursor), question),
    () => missingType(cursor),
  );
}

/** The type without "?" and "[]": what `new` takes. */
export function parseCore(cursor: Cursor): TypeSyntax {
  const { token } = cursor;
  if (token.kind === "keyword" && typeKeywords.has(token.text)) {
    cursor.next();
    const name = { text: token.text, start: token.start, end: token.end };
    return { kind: "named-type", parts: [{ name, typeArguments: [] }], start: token.start, end: token.end };
  }
  if (cursor.is("(")) return parseTuple(cursor);
  if (token.kind === "identifier") return parseNamed(cursor);
  if (token.kind === "named-value") {
    cursor.next();
    const name = { text: `{{${token.text}}}`, start: token.start, end: token.end };
    return { kind: "named-type", parts: [{ name, typeArguments: [] }], start: token.start, end: token.end };
  }
  cursor.missing("CS1031", "Type expected");
  return missingType(cursor);
}

const missingType = (cursor: Cursor): TypeSyntax => {
  const { start } = cursor.token;
  const name = { text: "", start, end: start };
  return { kind: "named-type", parts: [{ name, typeArguments: [] }], start, end: start };
};

function parseNamed(cursor: Cursor): NamedTypeSyntax {
  const { start } = cursor.token;
  const parts: Part[] = [];
  // "global::System" is the same as "System" here.
  if (cursor.isWord("global") && isSymbol(cursor.ahead(1), "::")) cursor.index += 2;
  do {
    const name = cursor.name();
    parts.push({ name, typeArguments: cursor.is("<") ? parseTypeArguments(cursor) : [] });
  } while (cursor.take("."));
  return { kind: "named-type", parts, start, end: cursor.lastEnd };
}

/** From "<". `typeof(List<>)` gives none. */
export function parseTypeArguments(cursor: Cursor): TypeSyntax[] {
  const types: TypeSyntax[] = [];
  cursor.next();
  if (cursor.is(">") || cursor.is(",")) {
    cursor.report("CS7003", "Unexpected use of an unbound generic name", cursor.token);
    while (cursor.take(","));
  } else {
    do types.push(parseType(cursor));
    while (cursor.take(","));
  }
  if (cursor.is(">")) cursor.next();
  else cursor.missing("CS1003", "Syntax error, '>' expected");
  return types;
}

/** Also for what follows the length in `new int[3][]`. */
export function suffixed(cursor: Cursor, core: TypeSyntax, question: QuestionMark): TypeSyntax {
  const { start } = core;
  let type = core;
  const ranks: number[] = [];
  for (;;) {
    if (cursor.is("?") && (question === "type" || questionIsType(cursor, cursor.index))) {
      type = wrap(cursor, type, ranks, start);
      cursor.next();
      type = { kind: "nullable-type", inner: type, start, end: cursor.lastEnd };
    } else if (cursor.is("[") && (isSymbol(cursor.ahead(1), "]") || isSymbol(cursor.ahead(1), ","))) {
      ranks.push(parseRank(cursor));
    } else if (cursor.is("*") && core.kind === "named-type" && question === "type" && isSymbol(cursor.ahead(1), ">")) {
      cursor.report("CS0214", "Pointers and fixed size buffers may only be used in an unsafe context", cursor.next());
    } else return wrap(cursor, type, ranks, start);
  }
}

/** int[][,] is an array of two-dimensional arrays: the first brackets are the outermost. */
function wrap(cursor: Cursor, inner: TypeSyntax, ranks: number[], start: number): TypeSyntax {
  let type = inner;
  for (const rank of ranks.splice(0).reverse()) {
    type = { kind: "array-type", element: type, rank, start, end: cursor.lastEnd };
  }
  return type;
}

function parseRank(cursor: Cursor): number {
  let rank = 1;
  cursor.next();
  while (cursor.take(",")) rank++;
  cursor.expect("]");
  return rank;
}

function parseTuple(cursor: Cursor): TypeSyntax {
  const { start } = cursor.next();
  do {
    parseType(cursor);
    if (cursor.token.kind === "identifier") cursor.next();
  } while (cursor.take(","));
  cursor.expect(")");
  const tuple: TypeSyntax = { kind: "tuple-type", start, end: cursor.lastEnd };
  cursor.report("GH0002", notInPolicies("Tuples are not supported", " Use an anonymous type or an array."), tuple);
  return tuple;
}
