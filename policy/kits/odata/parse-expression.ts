import { isKnownName, memberType, type OdataScope } from "./odata-scope";
import type { TokenCursor } from "./token-cursor";

/** Canonical functions, with how many arguments they take; those of 4.01 are marked. */
const functions = new Map<string, readonly [least: number, most: number, isNew?: boolean]>([
  ...["contains", "endswith", "startswith", "indexof", "concat"].map((name) => [name, [2, 2]] as const),
  ...["geo.distance", "geo.intersects"].map((name) => [name, [2, 2]] as const),
  ...["hassubset", "hassubsequence", "matchespattern"].map((name) => [name, [2, 2, true]] as const),
  ["substring", [2, 3]],
  ...["length", "tolower", "toupper", "trim", "geo.length"].map((name) => [name, [1, 1]] as const),
  ...["year", "month", "day", "hour", "minute", "second", "fractionalseconds"].map((name) => [name, [1, 1]] as const),
  ...["date", "time", "totaloffsetminutes", "totalseconds"].map((name) => [name, [1, 1]] as const),
  ...["round", "floor", "ceiling"].map((name) => [name, [1, 1]] as const),
  ...["now", "mindatetime", "maxdatetime"].map((name) => [name, [0, 0]] as const),
  ...["cast", "isof"].map((name) => [name, [1, 2]] as const),
]);

/** From the loosest to the tightest. */
const operators = [
  ["or"],
  ["and"],
  ["eq", "ne", "gt", "ge", "lt", "le", "has", "in"],
  ["add", "sub"],
  ["mul", "div", "divby", "mod"],
];
const newOperators = new Set(["in", "divby"]);
const newest = 4.01;

/** An expression as in $filter and $orderby; throws for what is none. */
export function parseExpression(cursor: TokenCursor, scope: OdataScope, level = 0): void {
  const words = operators[level];
  if (words === undefined) {
    parseUnary(cursor, scope);
    return;
  }
  parseExpression(cursor, scope, level + 1);
  for (let operator = cursor.next; operator?.kind === "name" && words.includes(operator.text); operator = cursor.next) {
    if (!operator.isApart) throw cursor.problem(`A space is expected before '${operator.text}'.`);
    if (newOperators.has(operator.text) && scope.version < newest) {
      throw cursor.problem(`'${operator.text}' is of OData 4.01.`);
    }
    cursor.take();
    if (operator.text === "in" && cursor.isAt("(")) parseList(cursor, scope);
    else parseExpression(cursor, scope, level + 1);
  }
}

function parseUnary(cursor: TokenCursor, scope: OdataScope): void {
  if (cursor.isAt("not") && cursor.after?.text !== "/") {
    cursor.take();
    cursor.deeper(() => parseUnary(cursor, scope));
    return;
  }
  if (cursor.takeIf("-")) {
    cursor.deeper(() => parseUnary(cursor, scope));
    return;
  }
  cursor.deeper(() => parsePrimary(cursor, scope));
}

function parsePrimary(cursor: TokenCursor, scope: OdataScope): void {
  const token = cursor.next;
  if (token?.kind === "literal" || token?.kind === "alias") {
    cursor.take();
    return;
  }
  if (cursor.takeIf("(")) {
    parseExpression(cursor, scope);
    cursor.expect(")");
    return;
  }
  if (cursor.isAt("$it", "$this")) {
    cursor.take();
    if (cursor.takeIf("/")) parsePath(cursor, scope, scope.type);
    return;
  }
  if (cursor.takeIf("$root")) {
    cursor.expect("/");
    parsePath(cursor, { ...scope, model: null }, null);
    return;
  }
  if (token?.kind !== "name") throw cursor.problem("A value is expected.");
  if (cursor.after?.text === "(" && !cursor.after.isApart) {
    const known = functions.get(token.text);
    if (known !== undefined || !token.text.includes(".")) {
      parseCall(cursor, scope, known);
      return;
    }
  }
  if (scope.variables.has(token.text)) {
    cursor.take();
    if (cursor.takeIf("/")) parsePath(cursor, scope, scope.variables.get(token.text) ?? null);
    return;
  }
  parsePath(cursor, scope, scope.type);
}

function parseCall(
  cursor: TokenCursor,
  scope: OdataScope,
  known: readonly [number, number, boolean?] | undefined,
): void {
  const name = cursor.expectName();
  if (known === undefined) throw cursor.problem(`There is no function '${name}'.`);
  const [least, most, isNew] = known;
  if (isNew === true && scope.version < newest) throw cursor.problem(`'${name}' is of OData 4.01.`);
  // The type that cast and isof name is no property.
  const inside = name === "cast" || name === "isof" ? { ...scope, model: null } : scope;
  const count = parseList(cursor, inside);
  if (count < least || count > most) {
    throw cursor.problem(`'${name}' takes ${least === most ? least : `${least} to ${most}`} arguments, not ${count}.`);
  }
}

/** "(a,b)"; how many there were. */
function parseList(cursor: TokenCursor, scope: OdataScope): number {
  cursor.expect("(");
  if (cursor.takeIf(")")) return 0;
  let count = 0;
  do {
    parseExpression(cursor, scope);
    count++;
  } while (cursor.takeIf(","));
  cursor.expect(")");
  return count;
}

/** Names one behind the other, with casts, $count, any, all and bound functions among them. */
export function parsePath(cursor: TokenCursor, scope: OdataScope, from: string | null): void {
  let type = from;
  for (let left = 64; left > 0; left--) {
    if (cursor.takeIf("$count", "$value", "$ref")) return;
    const name = cursor.expectName();
    if ((name === "any" || name === "all") && cursor.isAt("(")) {
      parseLambda(cursor, scope, type, name);
      return;
    }
    if (name.includes(".")) {
      if (!isKnownName(scope, name)) throw cursor.problem(`There is no type and no function '${name}'.`);
      if (cursor.isAt("(")) parseNamedArguments(cursor, scope);
      type = scope.model?.types.has(name) === true ? name : null;
    } else {
      const property = memberType(scope, type, name);
      if (property === undefined) throw cursor.problem(`'${type}' has no property '${name}'.`);
      type = property?.type ?? null;
    }
    if (!cursor.takeIf("/")) return;
  }
  throw cursor.problem("A path has more than 64 parts.");
}

function parseLambda(cursor: TokenCursor, scope: OdataScope, type: string | null, kind: string): void {
  cursor.expect("(");
  if (kind === "any" && cursor.takeIf(")")) return;
  const variable = cursor.expectName();
  cursor.expect(":");
  parseExpression(cursor, { ...scope, variables: new Map([...scope.variables, [variable, type]]) });
  cursor.expect(")");
}

/** "(a=1,b=@x)", of a function that the service itself declares. */
function parseNamedArguments(cursor: TokenCursor, scope: OdataScope): void {
  cursor.expect("(");
  if (cursor.takeIf(")")) return;
  do {
    cursor.expectName();
    cursor.expect("=");
    parseExpression(cursor, scope);
  } while (cursor.takeIf(","));
  cursor.expect(")");
}
