import type { Headers } from "@/policy/headers";
import { decodeSegment, literalKey, queryValue } from "./path";
import type { TrieNode } from "./segment-trie";
import { isSoapAction, soapAction } from "./soap-action";
import { compoundLiterals, parameterKey, type UrlTemplate, wildcardKey } from "./url-template";

/** What stands at the end of a template. */
export interface Route {
  readonly id: string;
  readonly method: string;
  readonly template: UrlTemplate;
}

export interface Matched<R> {
  route: R;
  parameters: ReadonlyMap<string, string>;
}

/** The first of two routes at one place: more query constraints before fewer, then by id so that it is always the same. */
export function byPrecedence(a: Route, b: Route): number {
  return b.template.query.length - a.template.query.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Literal segments before compound ones, those before {parameters}, those before a wildcard. Every node of the trie is
 * reached by one way only, so the search visits each at most once. `soapHeaders` are those of a request to a SOAP API,
 * whose action may stand there instead of in the query.
 */
export function findOperation<R extends Route>(
  root: TrieNode<R>,
  method: string,
  path: string,
  query: string,
  soapHeaders: Headers | null = null,
): Matched<R> | null {
  const search = new Search(method, path, query, soapHeaders);
  const route = search.from(root, path.charCodeAt(0) === slash ? 1 : 0);
  return route === null ? null : { route: route as R, parameters: search.parametersOf(route) };
}

const slash = 0x2f;
const noParameters: ReadonlyMap<string, string> = new Map();

class Search {
  /** Where the path ends; a slash there begins no segment. */
  readonly end: number;
  readonly captures: string[] = [];

  constructor(
    readonly method: string,
    readonly path: string,
    readonly query: string,
    readonly soapHeaders: Headers | null,
  ) {
    this.end = path.charCodeAt(path.length - 1) === slash ? path.length - 1 : path.length;
  }

  /** `start` is where the next segment begins; beyond the end there is none. */
  from(node: TrieNode<Route>, start: number): Route | null {
    if (start > this.end || this.end === 0) return this.at(node) ?? this.wildcard(node, start);
    const mark = this.path.indexOf("/", start);
    const end = mark < 0 || mark > this.end ? this.end : mark;
    const segment = this.path.slice(start, end);
    const literal = node.children.get(literalKey(segment));
    return (
      (literal === undefined ? null : this.from(literal, end + 1)) ??
      this.compound(node, segment, end + 1) ??
      this.parameter(node, segment, end + 1) ??
      this.wildcard(node, start)
    );
  }

  parametersOf({ template }: Route): ReadonlyMap<string, string> {
    const { names, query } = template;
    if (names.length === 0 && query.length === 0) return noParameters;
    const parameters = new Map<string, string>();
    names.forEach((name, index) => {
      parameters.set(name, decodeSegment(this.captures[index] ?? ""));
    });
    for (const { name, parameter } of query) {
      if (parameter !== null) parameters.set(parameter, this.queried(name) ?? "");
    }
    return parameters;
  }

  private at(node: TrieNode<Route>): Route | null {
    for (const route of node.values) {
      if (route.method === this.method && this.satisfied(route)) return route;
    }
    return null;
  }

  private satisfied({ template }: Route): boolean {
    for (const { name, value } of template.query) {
      const given = this.queried(name);
      if (given === null || (value !== null && given !== value)) return false;
    }
    return true;
  }

  private queried(name: string): string | null {
    const value = queryValue(this.query, name);
    if (value !== null || this.soapHeaders === null || !isSoapAction(name)) return value;
    return soapAction(this.soapHeaders);
  }

  private parameter(node: TrieNode<Route>, segment: string, next: number): Route | null {
    const child = segment === "" ? undefined : node.children.get(parameterKey);
    return child === undefined ? null : this.capture([segment], child, next);
  }

  private wildcard(node: TrieNode<Route>, start: number): Route | null {
    const child = node.children.get(wildcardKey);
    if (child === undefined) return null;
    const mark = this.captures.length;
    this.captures.push(this.path.slice(start, this.end));
    const route = this.at(child);
    if (route === null) this.captures.length = mark;
    return route;
  }

  private compound(node: TrieNode<Route>, segment: string, next: number): Route | null {
    for (const [literals, child] of compoundsOf(node)) {
      const captured = matchCompound(segment, literals);
      const route = captured === null ? null : this.capture(captured, child, next);
      if (route !== null) return route;
    }
    return null;
  }

  private capture(values: readonly string[], child: TrieNode<Route>, next: number): Route | null {
    const mark = this.captures.length;
    this.captures.push(...values);
    const route = this.from(child, next);
    if (route === null) this.captures.length = mark;
    return route;
  }
}

type Compounds = readonly (readonly [string[], TrieNode<Route>])[];
const compounds = new WeakMap<TrieNode<Route>, Compounds>();

/** The templates with most literal text first. */
function compoundsOf(node: TrieNode<Route>): Compounds {
  let known = compounds.get(node);
  if (known === undefined) {
    known = [...node.children]
      .map(([key, child]) => [compoundLiterals(key), child] as const)
      .filter((entry): entry is readonly [string[], TrieNode<Route>] => entry[0] !== null)
      .sort(([a], [b]) => {
        const [left, right] = [a.join("{}"), b.join("{}")];
        return right.length - left.length || (left < right ? -1 : 1);
      });
    compounds.set(node, known);
  }
  return known;
}

/** What the parameters between the literals take; each takes as little as it can, and never nothing. */
function matchCompound(segment: string, literals: readonly string[]): string[] | null {
  const text = decodeSegment(segment);
  const lower = text.toLowerCase();
  // Folding may change the length of exotic letters, and with it the offsets.
  if (lower.length !== text.length) return null;
  const first = literals[0] as string;
  if (!lower.startsWith(first)) return null;
  const values: string[] = [];
  let at = first.length;
  for (let index = 1; index < literals.length; index++) {
    const literal = literals[index] as string;
    const isLast = index === literals.length - 1;
    const found = isLast ? text.length - literal.length : lower.indexOf(literal, at + 1);
    if (found <= at || (isLast && !lower.endsWith(literal))) return null;
    // Captures are decoded when they are read, so what is decoded already is encoded again.
    values.push(encodeURIComponent(text.slice(at, found)));
    at = found + literal.length;
  }
  return values;
}
