import { encodeQueryText } from "@/policy/kits/control/encode-url";
import { nameOf, pairsOf, queryOf } from "@/policy/kits/control/query-pairs";

/** `query` has its question mark or is empty; `name` is in lower case, and `pairs` are as they will be written. */
export type QueryChange = (query: string, name: string, pairs: readonly string[]) => string;

/**
 * What each exists-action makes of a query. The other parameters stay as they were written, in their order. Names are
 * compared decoded and without case, as context.Request.Url.Query does; Azure's own rule is not documented.
 */
export const queryChanges: Readonly<Record<string, QueryChange>> = {
  override: (query, name, pairs) => {
    const before = pairsOf(query);
    const at = before.findIndex((pair) => nameOf(pair) === name);
    if (at < 0) return queryOf([...before, ...pairs]);
    const after = before.slice(at).filter((pair) => nameOf(pair) !== name);
    return queryOf([...before.slice(0, at), ...pairs, ...after]);
  },
  append: (query, _, pairs) => queryOf([...pairsOf(query), ...pairs]),
  skip: (query, name, pairs) => {
    const before = pairsOf(query);
    return before.some((pair) => nameOf(pair) === name) ? query : queryOf([...before, ...pairs]);
  },
  delete: (query, name) => queryOf(pairsOf(query).filter((pair) => nameOf(pair) !== name)),
};

export const writtenPairs = (name: string, values: readonly string[]): string[] =>
  values.map((value) => `${encodeQueryText(name)}=${encodeQueryText(value)}`);
