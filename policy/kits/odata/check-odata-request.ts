import { isNestedDeeper } from "@/policy/kits/json-schema/nesting";
import type { OdataModel } from "./odata-model";
import { OdataProblem } from "./odata-problem";
import type { OdataScope } from "./odata-scope";
import { isSystemOption, parseOption } from "./parse-options";
import { parseResourcePath } from "./parse-resource-path";
import { TokenCursor } from "./token-cursor";

export interface OdataRequest {
  readonly method: string;
  /** Behind the service's own, still encoded. */
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
  readonly version: number;
}

const readingOnly = new Set("$filter $orderby $search $top $skip $count $apply $skiptoken $deltatoken".split(" "));
const deepestValue = 32;

/** Everything that is wrong with a request's URL; what is custom is the service's own. */
export function checkOdataRequest(
  { method, path, query, version }: OdataRequest,
  model: OdataModel | null,
): OdataProblem[] {
  const problems: OdataProblem[] = [];
  const scope: OdataScope = { model, type: null, variables: new Map(), version };
  const attempt = <T>(run: () => T, otherwise: T): T => {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof OdataProblem)) throw error;
      problems.push(error);
      return otherwise;
    }
  };
  const type = attempt(() => parseResourcePath(path, scope), null);
  const seen = new Set<string>();
  for (const pair of query.slice(1).split("&")) {
    if (pair === "") continue;
    attempt(() => checkPair(pair, method, { ...scope, type }, seen), undefined);
  }
  return problems;
}

function checkPair(pair: string, method: string, scope: OdataScope, seen: Set<string>): void {
  const at = pair.indexOf("=");
  const written = decoded(at < 0 ? pair : pair.slice(0, at));
  const value = at < 0 ? "" : decoded(pair.slice(at + 1));
  const name = systemName(written, scope.version);
  if (name === null) {
    if (written.startsWith("@")) checkAlias(written, value);
    return;
  }
  if (seen.has(name)) throw new OdataProblem(name, "It stands there more than once.");
  seen.add(name);
  if (readingOnly.has(name) && !["GET", "HEAD", "POST", "PATCH", "DELETE"].includes(method)) {
    throw new OdataProblem(name, `It has no meaning for ${method}.`);
  }
  parseOption(name, value, scope);
}

/** Since 4.01, the dollar may be left out and letters may be of either case; null: it is no option of OData's. */
function systemName(written: string, version: number): string | null {
  if (version >= 4.01) {
    const lower = written.toLowerCase();
    const full = lower.startsWith("$") ? lower : `$${lower}`;
    if (isSystemOption(full) && full !== "$levels") return full;
  }
  return written.startsWith("$") ? written : null;
}

/** A value for a parameter in the URL: a literal, or JSON. */
function checkAlias(name: string, value: string): void {
  if (value.startsWith("[") || value.startsWith("{")) {
    if (isNestedDeeper(value, deepestValue)) throw new OdataProblem(name, "It is nested too deeply.");
    try {
      JSON.parse(value);
      return;
    } catch {
      throw new OdataProblem(name, "It is not JSON.");
    }
  }
  const cursor = new TokenCursor(value, name);
  if (cursor.take().kind === "sign") throw cursor.problem("A value is expected.");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new OdataProblem("query", "It is not well encoded.");
  }
}
