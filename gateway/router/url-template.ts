import { decodeSegment, literalKey } from "./path";

/** An operation's URL template, taken apart once. */
export interface UrlTemplate {
  /** What the trie is keyed by: literal segments in lower case, and keys that no segment of a URL can be equal to. */
  readonly keys: readonly string[];
  /** The names that a match fills, in the order of the captures. */
  readonly names: readonly string[];
  readonly query: readonly QueryConstraint[];
}

export interface QueryConstraint {
  name: string;
  /** null: any value, remembered under `parameter`. */
  value: string | null;
  parameter: string | null;
}

/** No literal key is equal to one of these. */
export const parameterKey = "/{}";
export const wildcardKey = "/*";
const compoundPrefix = "/{}:";

export function parseUrlTemplate(template: string): UrlTemplate {
  const mark = queryMark(template);
  const path = mark < 0 ? template : template.slice(0, mark);
  const names: string[] = [];
  const segments = path.split("/").filter((segment) => segment !== "");
  const keys = segments.map((segment, index) => keyOf(segment, index === segments.length - 1, names));
  return { keys, names, query: mark < 0 ? [] : parseQuery(template.slice(mark + 1)) };
}

/** A "?" inside braces belongs to a parameter's name. */
function queryMark(template: string): number {
  let depth = 0;
  for (let at = 0; at < template.length; at++) {
    const char = template[at];
    if (char === "{") depth++;
    else if (char === "}") depth--;
    else if (char === "?" && depth <= 0) return at;
  }
  return -1;
}

function keyOf(segment: string, isLast: boolean, names: string[]): string {
  if (isLast && segment === "*") {
    names.push("*");
    return wildcardKey;
  }
  const whole = /^\{(\*?)([^{}]+)\}$/.exec(segment);
  if (whole !== null) {
    names.push(nameOf(whole[2] as string));
    return whole[1] === "*" && isLast ? wildcardKey : parameterKey;
  }
  if (!/\{[^{}]+\}/.test(segment)) return literalKey(segment);
  for (const match of segment.matchAll(/\{\*?([^{}]+)\}/g)) names.push(nameOf(match[1] as string));
  // The names do not matter for the match, so templates that differ in them share a place.
  return compoundPrefix + segment.replace(/\{[^{}]+\}/g, "{}").toLowerCase();
}

/** "{id=7}" gives a default that a path cannot use. */
const nameOf = (text: string): string => text.split("=")[0] as string;

function parseQuery(query: string): QueryConstraint[] {
  return query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const equals = pair.indexOf("=");
      const name = decodeSegment(equals < 0 ? pair : pair.slice(0, equals));
      const value = equals < 0 ? null : pair.slice(equals + 1);
      const parameter = value === null ? null : /^\{([^{}]+)\}$/.exec(value);
      if (value === null) return { name, value: null, parameter: null };
      return parameter === null
        ? { name, value: decodeSegment(value), parameter: null }
        : { name, value: null, parameter: nameOf(parameter[1] as string) };
    });
}

/** The literals around the parameters of a segment such as "{name}.{extension}"; null for any other key. */
export function compoundLiterals(key: string): string[] | null {
  return key.startsWith(compoundPrefix) ? key.slice(compoundPrefix.length).split("{}") : null;
}
