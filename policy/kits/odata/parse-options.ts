import { memberType, type OdataScope } from "./odata-scope";
import { parseExpression, parsePath } from "./parse-expression";
import { TokenCursor } from "./token-cursor";

type Parser = (cursor: TokenCursor, scope: OdataScope) => void;

/** Of an option's value; those inside $expand stand in the same text, up to ";" or ")". */
const nested = new Map<string, Parser>([
  ["$filter", (cursor, scope) => parseExpression(cursor, scope)],
  ["$orderby", parseOrder],
  ["$select", parseSelect],
  ["$expand", parseExpand],
  ["$search", parseSearch],
  ["$compute", parseCompute],
  ["$top", parseCount],
  ["$skip", parseCount],
  ["$count", parseBoolean],
  ["$levels", parseLevels],
]);
const newOptions = new Set(["$compute", "$index", "$schemaversion"]);
/** What stands in them is the service's own affair, or looked at as a text. */
const opaque = new Set(["$skiptoken", "$deltatoken", "$id", "$index", "$schemaversion"]);

export const isSystemOption = (name: string): boolean =>
  nested.has(name) || opaque.has(name) || name === "$format" || name === "$apply";

/** One system query option, its value decoded; throws an OdataProblem. */
export function parseOption(name: string, value: string, scope: OdataScope): void {
  const cursor = new TokenCursor(opaque.has(name) || name === "$format" ? "" : value, name);
  if (newOptions.has(name) && scope.version < 4.01) throw cursor.problem("It is of OData 4.01.");
  if (name === "$levels" || !isSystemOption(name)) throw cursor.problem("There is no such query option.");
  if (value.trim() === "") throw cursor.problem("It has no value.");
  if (opaque.has(name)) return;
  if (name === "$format") {
    if (!/^(?:json|xml|atom|[\w.+-]+\/[\w.+*-]+(?:\s*;\s*[\w.-]+=[\w."-]+){0,8})$/i.test(value)) {
      throw cursor.problem("It is neither a format's name nor a media type.");
    }
    return;
  }
  const parse = name === "$apply" ? parseBalanced : (nested.get(name) as Parser);
  parse(cursor, scope);
  cursor.expectEnd();
}

function parseOrder(cursor: TokenCursor, scope: OdataScope): void {
  do {
    parseExpression(cursor, scope);
    cursor.takeIf("asc", "desc");
  } while (cursor.takeIf(","));
}

function parseSelect(cursor: TokenCursor, scope: OdataScope): void {
  do {
    if (cursor.takeIf("*")) continue;
    parsePath(cursor, scope, scope.type);
    if (cursor.isAt("(")) parseNested(cursor, { ...scope, type: null });
  } while (cursor.takeIf(","));
}

function parseExpand(cursor: TokenCursor, scope: OdataScope): void {
  do {
    if (cursor.takeIf("*")) {
      if (cursor.takeIf("/")) parsePath(cursor, { ...scope, type: null }, null);
    } else parseExpanded(cursor, scope);
  } while (cursor.takeIf(","));
}

/** One navigation property, perhaps behind complex ones and casts, with options of its own. */
function parseExpanded(cursor: TokenCursor, scope: OdataScope): void {
  let { type } = scope;
  do {
    if (cursor.takeIf("$ref", "$count", "$value")) break;
    const name = cursor.expectName();
    if (name.includes(".")) type = scope.model?.types.has(name) === true ? name : null;
    else {
      const property = memberType(scope, type, name);
      if (property === undefined) throw cursor.problem(`'${type}' has no property '${name}'.`);
      type = property?.type ?? null;
    }
  } while (cursor.takeIf("/"));
  if (cursor.isAt("(")) parseNested(cursor, { ...scope, type });
}

function parseNested(cursor: TokenCursor, scope: OdataScope): void {
  cursor.expect("(");
  const seen = new Set<string>();
  do {
    const { kind, text } = cursor.take();
    const name = kind === "dollar" ? text : `$${text}`;
    const parse = nested.get(name);
    if (parse === undefined || (kind !== "dollar" && scope.version < 4.01)) {
      throw cursor.problem(`'${text.slice(0, 80)}' is no option of what is expanded.`);
    }
    if (seen.has(name)) throw cursor.problem(`'${name}' stands there more than once.`);
    seen.add(name);
    cursor.expect("=");
    cursor.deeper(() => parse(cursor, scope));
  } while (cursor.takeIf(";"));
  cursor.expect(")");
}

/** Words and phrases, between them AND and OR, before them NOT. */
function parseSearch(cursor: TokenCursor): void {
  cursor.takeIf("NOT");
  if (cursor.takeIf("(")) {
    cursor.deeper(() => parseSearch(cursor));
    cursor.expect(")");
  } else if (cursor.isAt("AND", "OR", "NOT") || (cursor.next?.kind !== "name" && cursor.next?.kind !== "literal")) {
    throw cursor.problem("A word or a phrase is expected.");
  } else cursor.take();
  if (cursor.next === undefined || cursor.isAt(")", ";", ",")) return;
  cursor.takeIf("AND", "OR");
  cursor.deeper(() => parseSearch(cursor));
}

function parseCompute(cursor: TokenCursor, scope: OdataScope): void {
  do {
    parseExpression(cursor, scope);
    cursor.expect("as");
    cursor.expectName();
  } while (cursor.takeIf(","));
}

function parseCount(cursor: TokenCursor): void {
  if (!/^\d{1,18}$/.test(cursor.take().text)) throw cursor.problem("It is not a whole number from 0 on.");
}

function parseBoolean(cursor: TokenCursor): void {
  if (!/^(?:true|false)$/.test(cursor.take().text)) throw cursor.problem("It is neither 'true' nor 'false'.");
}

function parseLevels(cursor: TokenCursor): void {
  if (!/^(?:max|[1-9]\d{0,8})$/.test(cursor.take().text))
    throw cursor.problem("It is neither 'max' nor a number from 1 on.");
}

/** Of the extension for aggregation, whose grammar is another standard's. */
function parseBalanced(cursor: TokenCursor): void {
  let depth = 0;
  while (cursor.next !== undefined) {
    const { kind, text } = cursor.take();
    if (kind !== "sign") continue;
    if (text === "(") depth++;
    if (text === ")" && --depth < 0) break;
  }
  if (depth !== 0) throw cursor.problem("Its parentheses do not match.");
}
