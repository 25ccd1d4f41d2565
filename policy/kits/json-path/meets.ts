import { charge } from "@/policy/expression/values/budget";
import { compareAs } from "@/policy/kits/json/compare-values";
import { quoteJson } from "@/policy/kits/json/escape-json";
import { jsonText } from "@/policy/kits/json/json-text";
import type { JToken } from "@/policy/kits/json/jtoken";
import { JValue } from "@/policy/kits/json/jvalue";
import { TokenType } from "@/policy/kits/json/token-type";
import { textOf } from "@/policy/kits/object/text-of";
import { matchesPattern } from "./matches-pattern";
import type { PathStep, Query, QueryOperator, QuerySide } from "./path-step";

/** What a path inside a condition leads to: select(), which calls what is here. */
export type Select = (path: readonly PathStep[], root: JToken, from: Iterable<JToken>) => Iterable<JToken>;

/** Whether a token meets the condition of a [?( )] filter. */
export function meets(query: Query, root: JToken, token: JToken, select: Select): boolean {
  if (query.kind === "and") return query.of.every((part) => meets(part, root, token, select));
  if (query.kind === "or") return query.of.some((part) => meets(part, root, token, select));
  const { left, operator, right } = query;
  if (operator === "exists") {
    for (const _ of tokensOf(left, root, token, select)) return true;
    return false;
  }
  if (right.kind === "regex") {
    for (const value of tokensOf(left, root, token, select))
      if (value instanceof JValue && value.type === TokenType.String && matchesPattern(textOf(value.value), right))
        return true;
    return false;
  }
  const rights = [...charged(tokensOf(right, root, token, select))];
  for (const value of tokensOf(left, root, token, select))
    if (rights.some((other) => holds(value, operator, other))) return true;
  return false;
}

function* charged(tokens: Iterable<JToken>): Iterable<JToken> {
  for (const token of tokens) {
    charge(16);
    yield token;
  }
}

function tokensOf(side: QuerySide, root: JToken, token: JToken, select: Select): Iterable<JToken> {
  if (side.kind === "value") return [side.value];
  if (side.kind === "regex") return [];
  return select(side.path, root, [side.fromRoot ? root : token]);
}

function holds(left: JToken, operator: QueryOperator, right: JToken): boolean {
  if (!(left instanceof JValue) || !(right instanceof JValue)) return operator === "!=";
  switch (operator) {
    case "==":
      return looselyEqual(left, right);
    case "!=":
      return !looselyEqual(left, right);
    case "===":
      return strictlyEqual(left, right);
    case "!==":
      return !strictlyEqual(left, right);
    case "=~":
      return false;
    default:
      return inOrder(left.compareWith(right), operator);
  }
}

function inOrder(order: number, operator: "<" | "<=" | ">" | ">="): boolean {
  if (operator === "<") return order < 0;
  if (operator === "<=") return order <= 0;
  return operator === ">" ? order > 0 : order >= 0;
}

/** Numbers are compared as numbers; a string equals the date, bytes, Guid, Uri or span that it writes. */
function looselyEqual(value: JValue, query: JValue): boolean {
  if (isNumber(value) && isNumber(query)) return compareAs(TokenType.Float, value.value, query.value) === 0;
  if (value.type === query.type) return compareAs(value.type, value.value, query.value) === 0;
  return (
    query.type === TokenType.String && isWritable(value.type) && jsonText(value.value) === quoteJson(textOf(query))
  );
}

function strictlyEqual(value: JValue, query: JValue): boolean {
  if (isNumber(value) && isNumber(query)) return compareAs(TokenType.Float, value.value, query.value) === 0;
  return value.type === query.type && compareAs(value.type, value.value, query.value) === 0;
}

const isNumber = (value: JValue): boolean => value.type === TokenType.Integer || value.type === TokenType.Float;

const isWritable = (type: number): boolean =>
  type === TokenType.Date ||
  type === TokenType.Bytes ||
  type === TokenType.Guid ||
  type === TokenType.Uri ||
  type === TokenType.TimeSpan;
