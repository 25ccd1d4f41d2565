import type { Headers } from "@/policy/headers";
import { literalKey, queryValue } from "./path";
import type { TrieNode } from "./segment-trie";

/** An API in one revision, as far as finding it goes. */
export interface RoutedApi {
  readonly id: string;
  readonly revision: string;
  readonly isCurrent: boolean;
  readonly schemes: ReadonlySet<string>;
  /** How a request names this version; null for none, and for the scheme Segment, whose version is a part of the path. */
  readonly version: { scheme: "Header" | "Query"; name: string; value: string } | null;
}

export interface RequestAddress {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Headers;
}

export interface FoundApi<A> {
  api: A;
  /** What follows the API's path, version and revision, as received: empty, or with a leading slash. */
  rest: string;
}

/** The segments of an API's path, in the form that the trie is keyed by. */
export function prefixKeys(path: string, versionSegment: string | null): string[] {
  const whole = versionSegment === null ? path : `${path}/${versionSegment}`;
  return whole
    .split("/")
    .filter((segment) => segment !== "")
    .map(literalKey);
}

export const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const revisionMark = ";rev=";

/** The API with the longest path that the request's path begins with, in the version and revision that it names. */
export function findApi<A extends RoutedApi>(root: TrieNode<A>, request: RequestAddress): FoundApi<A> | null {
  const { path } = request;
  const ways: { node: TrieNode<A>; end: number; revision: string | null }[] = [{ node: root, end: 0, revision: null }];
  let node: TrieNode<A> | undefined = root;
  let start = 1;
  while (start <= path.length) {
    const slash = path.indexOf("/", start);
    const end = slash < 0 ? path.length : slash;
    const segment = path.slice(start, end);
    const mark = segment.lastIndexOf(revisionMark);
    if (mark >= 0) {
      const named: TrieNode<A> | undefined = mark === 0 && start === 1 ? root : childOf(node, segment.slice(0, mark));
      if (named !== undefined) ways.push({ node: named, end, revision: segment.slice(mark + revisionMark.length) });
      break;
    }
    node = childOf(node, segment);
    if (node === undefined) break;
    if (node.values.length > 0) ways.push({ node, end, revision: null });
    start = end + 1;
  }
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const api = choose(way.node.values, way.revision, request);
    if (api !== null) return { api, rest: path.slice(way.end) };
  }
  return null;
}

function childOf<A>(node: TrieNode<A>, segment: string): TrieNode<A> | undefined {
  return node.children.get(literalKey(segment));
}

/** Several APIs share a path when they are versions or revisions of each other. */
function choose<A extends RoutedApi>(apis: readonly A[], revision: string | null, request: RequestAddress): A | null {
  let withoutVersion: A | null = null;
  let versionNamed = false;
  for (const api of apis) {
    if (revision === null ? !api.isCurrent : api.revision !== revision) continue;
    if (!api.schemes.has(request.scheme)) continue;
    if (api.version === null) {
      withoutVersion ??= api;
      continue;
    }
    const asked = versionAsked(api.version, request);
    if (asked === null || asked === "") continue;
    if (asked.toLowerCase() === api.version.value.toLowerCase()) return api;
    versionNamed = true;
  }
  // The version-less member answers those who name no version, not those who name one that is not there.
  return versionNamed ? null : withoutVersion;
}

function versionAsked({ scheme, name }: NonNullable<RoutedApi["version"]>, request: RequestAddress): string | null {
  return scheme === "Header" ? (request.headers.get(name) ?? null) : queryValue(request.query, name);
}
