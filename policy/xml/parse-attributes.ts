import type { Cursor } from "./cursor";
import { decodeCode } from "./entities";
import type { XmlAttribute } from "./nodes";
import { decodeAt, rawExpressionEnd } from "./parse-content";
import { startsExpression } from "./scan-expression";

const junk = /[^\s>/<]+|\//y;
const unquoted = /[^\s>"'<=`]*/y;

/** The attributes of a start tag, up to the white space before its ">" or "/>". */
export function parseAttributes(cursor: Cursor, element: string): { attributes: XmlAttribute[]; beforeClose: string } {
  const attributes: XmlAttribute[] = [];
  const names = new Set<string>();
  for (;;) {
    const before = cursor.takeSpace();
    if (cursor.ended || cursor.startsWith(">") || cursor.startsWith("/>") || cursor.startsWith("<")) {
      return { attributes, beforeClose: before };
    }
    const attribute = parseAttribute(cursor, before, element);
    if (names.has(attribute.name)) {
      const { start, end } = attribute.span;
      cursor.malformed(`'${attribute.name}' is a duplicate attribute name.`, start, end, element);
    }
    names.add(attribute.name);
    attributes.push(attribute);
  }
}

function parseAttribute(cursor: Cursor, before: string, element: string): XmlAttribute {
  const start = cursor.at;
  const name = cursor.takeName();
  if (name === "") {
    junk.lastIndex = start;
    junk.test(cursor.source);
    const text = cursor.takeTo(Math.max(junk.lastIndex, start + 1));
    cursor.malformed(`'${text}' is not expected in the start tag of '${element}'.`, start, cursor.at, element);
    return withoutValue(before, text, start, cursor.at);
  }
  if (before === "")
    cursor.malformed(`White space is missing before the attribute '${name}'.`, start, cursor.at, element);
  const afterName = cursor.at;
  let equals = cursor.takeSpace();
  if (!cursor.startsWith("=")) {
    cursor.at = afterName;
    cursor.malformed(`The attribute '${name}' has no value.`, start, afterName, element);
    return withoutValue(before, name, start, afterName);
  }
  cursor.at++;
  equals += `=${cursor.takeSpace()}`;
  return { before, name, equals, ...parseValue(cursor, name, element), span: { start, end: cursor.at } };
}

const withoutValue = (before: string, name: string, start: number, end: number): XmlAttribute => ({
  before,
  name,
  equals: "",
  quote: "",
  raw: "",
  value: "",
  span: { start, end },
  valueSpan: { start: end, end },
});

type Value = Pick<XmlAttribute, "quote" | "raw" | "value" | "valueSpan">;

function parseValue(cursor: Cursor, name: string, element: string): Value {
  const quote = cursor.source[cursor.at];
  if (quote !== '"' && quote !== "'") {
    const start = cursor.at;
    unquoted.lastIndex = start;
    unquoted.test(cursor.source);
    const raw = cursor.takeTo(unquoted.lastIndex);
    cursor.malformed(`The value of the attribute '${name}' must stand in quotes.`, start, cursor.at, element);
    return { quote: "", raw, value: raw, valueSpan: { start, end: cursor.at } };
  }
  const start = ++cursor.at;
  const { end, isRaw } = endOfValue(cursor, start, quote);
  if (end < 0) {
    cursor.malformed(`The value of the attribute '${name}' is not closed.`, start - 1, start, element);
    const raw = quote + cursor.takeTo(cursor.source.length);
    return { quote: "", raw, value: raw, valueSpan: { start, end: cursor.at } };
  }
  const raw = cursor.takeTo(end);
  cursor.at++;
  const value = isRaw ? decodeCode(raw) : decodeAt(cursor, raw, start, element);
  const stray = startsExpression(raw.trimStart(), 0) ? -1 : raw.indexOf("<");
  if (stray >= 0) cursor.malformed("A '<' must be written as '&lt;' here.", start + stray, start + stray + 1, element);
  return { quote, raw, value, valueSpan: { start, end } };
}

function endOfValue(cursor: Cursor, start: number, quote: string): { end: number; isRaw: boolean } {
  const first = cursor.source.indexOf(quote, start);
  let expression = start;
  while (/\s/.test(cursor.source[expression] ?? "")) expression++;
  if (first >= 0 && startsExpression(cursor.source, expression)) {
    const close = rawExpressionEnd(cursor, expression, first);
    const end = close < 0 ? -1 : cursor.source.indexOf(quote, close);
    if (end >= 0) return { end, isRaw: true };
  }
  return { end: first, isRaw: false };
}
