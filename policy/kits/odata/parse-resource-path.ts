import { OdataProblem } from "./odata-problem";
import { isKnownName, memberType, type OdataScope } from "./odata-scope";
import { parseExpression } from "./parse-expression";
import { TokenCursor } from "./token-cursor";

const mostSegments = 64;
const alone = new Set(["$metadata", "$batch", "$entity", "$all"]);
const last = new Set(["$count", "$value", "$ref", "$each", "$query"]);

const problem = (message: string): OdataProblem => new OdataProblem("path", message);

/** Where in the model a request's URL ends: the type that its query options speak of, or null where nobody can know. */
export function parseResourcePath(path: string, scope: OdataScope): string | null {
  // Segments are told apart before they are decoded (OData 4.01, part 2, section 3).
  const segments = path
    .split("/")
    .filter((segment) => segment !== "")
    .map(decoded);
  if (segments.length > mostSegments) throw problem(`It has more than ${mostSegments} segments.`);
  const [first, ...rest] = segments;
  if (first === undefined) return null;
  if (alone.has(first) || /^\$crossjoin\([\p{L}\p{N}_,]+\)$/u.test(first)) {
    if (rest.length > 0 && !rest.every((each) => last.has(each) || each.includes("."))) {
      throw problem(`Nothing can stand behind '${first}'.`);
    }
    return null;
  }
  let place = rootPlace(first, scope);
  for (const segment of rest) {
    if (place.isEnd) throw problem(`'${segment}' stands behind the end.`);
    place = nextPlace(segment, place, scope);
  }
  return place.type;
}

interface Place {
  readonly type: string | null;
  /** A set, of which a key may choose one. */
  readonly isCollection: boolean | null;
  readonly isEnd: boolean;
}

function rootPlace(segment: string, scope: OdataScope): Place {
  const { name, hasArguments } = parseSegment(segment, scope);
  const { model } = scope;
  if (model === null) return { type: null, isCollection: null, isEnd: false };
  const set = model.entitySets.get(name);
  if (set !== undefined) return { type: set, isCollection: !hasArguments, isEnd: false };
  const single = model.singletons.get(name);
  if (single !== undefined) return { type: single, isCollection: false, isEnd: false };
  if (!model.imports.has(name)) throw problem(`There is no '${name}' in the service.`);
  return { type: model.imports.get(name) ?? null, isCollection: null, isEnd: false };
}

function nextPlace(segment: string, before: Place, scope: OdataScope): Place {
  if (segment.startsWith("$")) {
    if (!last.has(segment) && !/^\$filter\(.+\)$/.test(segment)) throw problem(`There is no segment '${segment}'.`);
    return segment.startsWith("$filter") || segment === "$each" ? before : { ...before, isEnd: true };
  }
  const isName = /^[\p{L}_]/u.test(segment);
  if (!isName) return keySegment(segment, before, scope);
  const { name, hasArguments } = parseSegment(segment, scope);
  if (name.includes(".")) {
    if (!isKnownName(scope, name)) return keySegment(segment, before, scope);
    return { ...before, type: scope.model?.types.has(name) === true ? name : null };
  }
  const property = memberType(scope, before.type, name);
  if (property === undefined) {
    if (before.isCollection === true && scope.version >= 4.01) return keySegment(segment, before, scope);
    throw problem(`'${before.type}' has no property '${name}'.`);
  }
  if (property === null) return { type: null, isCollection: null, isEnd: false };
  return { type: property.type, isCollection: property.isCollection && !hasArguments, isEnd: false };
}

/** "Orders/7", which 4.01 allows for "Orders(7)". */
function keySegment(segment: string, before: Place, { version }: OdataScope): Place {
  if (before.isCollection === false || version < 4.01) throw problem(`'${segment.slice(0, 80)}' is not expected.`);
  return { ...before, isCollection: false };
}

/** "Orders", "Orders(7)", "Orders(Id=7,Line='a')" or "Area(width=@w)". */
function parseSegment(segment: string, scope: OdataScope): { name: string; hasArguments: boolean } {
  const cursor = new TokenCursor(segment, "path");
  const name = cursor.expectName();
  if (!cursor.takeIf("(")) {
    cursor.expectEnd();
    return { name, hasArguments: false };
  }
  // Keys and arguments are values; no property of anything is meant.
  const inside = { ...scope, model: null };
  if (!cursor.takeIf(")")) {
    do {
      if (cursor.next?.kind === "name" && cursor.after?.text === "=") {
        cursor.take();
        cursor.take();
      }
      parseExpression(cursor, inside);
    } while (cursor.takeIf(","));
    cursor.expect(")");
  }
  cursor.expectEnd();
  return { name, hasArguments: true };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw problem("It is not well encoded.");
  }
}
