import { decodeSegment, queryValue, segmentsOf } from "./path";
import type { TrieNode } from "./segment-trie";
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

/** How a request's query parameters are looked up; a SOAP action stands for one that is not in the URL. */
export type QueryLookup = (name: string) => string | null;

export const lookupIn =
  (query: string): QueryLookup =>
  (name) =>
    queryValue(query, name);

/**
 * Literal segments before compound ones, those before {parameters}, those before a wildcard. Every node of the trie is
 * reached by one way only, so the search visits each at most once.
 */
export function findOperation<R extends Route>(
  root: TrieNode<R>,
  method: string,
  path: string,
  query: QueryLookup,
): Matched<R> | null {
  const segments = segmentsOf(path);
  const captures: string[] = [];
  const route = new Search(segments, method, query, captures).from(root, 0);
  return route === null ? null : { route: route as R, parameters: parametersOf(route, captures, query) };
}

const noParameters: ReadonlyMap<string, string> = new Map();

function parametersOf(route: Route, captures: readonly string[], query: QueryLookup): ReadonlyMap<string, string> {
  const { names, query: constraints } = route.template;
  if (names.length === 0 && constraints.length === 0) return noParameters;
  const parameters = new Map<string, string>();
  names.forEach((name, index) => {
    parameters.set(name, decodeSegment(captures[index] ?? ""));
  });
  for (const { name, parameter } of constraints) {
    if (parameter !== null) parameters.set(parameter, query(name) ?? "");
  }
  return parameters;
}

class Search {
  constructor(
    readonly segments: readonly string[],
    readonly method: string,
    readonly query: QueryLookup,
    readonly captures: string[],
  ) {}

  from(node: TrieNode<Route>, depth: number): Route | null {
    const segment = this.segments[depth];
    if (segment === undefined) return this.at(node) ?? this.wildcard(node, depth);
    const literal = node.children.get(segment) ?? node.children.get(decodeSegment(segment).toLowerCase());
    return (
      (literal === undefined ? null : this.from(literal, depth + 1)) ??
      this.compound(node, segment, depth) ??
      this.parameter(node, segment, depth) ??
      this.wildcard(node, depth)
    );
  }

  private at(node: TrieNode<Route>): Route | null {
    for (const route of node.values) {
      if (route.method === this.method && this.satisfied(route)) return route;
    }
    return null;
  }

  private satisfied(route: Route): boolean {
    return route.template.query.every(({ name, value }) => {
      const given = this.query(name);
      return given !== null && (value === null || given === value);
    });
  }

  private parameter(node: TrieNode<Route>, segment: string, depth: number): Route | null {
    const child = segment === "" ? undefined : node.children.get(parameterKey);
    return child === undefined ? null : this.capture([segment], child, depth + 1);
  }

  private wildcard(node: TrieNode<Route>, depth: number): Route | null {
    const child = node.children.get(wildcardKey);
    if (child === undefined) return null;
    const mark = this.captures.length;
    this.captures.push(this.segments.slice(depth).join("/"));
    const route = this.at(child);
    if (route === null) this.captures.length = mark;
    return route;
  }

  private compound(node: TrieNode<Route>, segment: string, depth: number): Route | null {
    for (const [literals, child] of compoundsOf(node)) {
      const captured = matchCompound(segment, literals);
      const route = captured === null ? null : this.capture(captured, child, depth + 1);
      if (route !== null) return route;
    }
    return null;
  }

  private capture(values: readonly string[], child: TrieNode<Route>, depth: number): Route | null {
    const mark = this.captures.length;
    this.captures.push(...values);
    const route = this.from(child, depth);
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
