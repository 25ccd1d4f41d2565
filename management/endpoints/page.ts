import { badRequest } from "../refusals";

/** A query parameter that must be a whole number; undefined when it is not given. */
export function numberParameter(query: URLSearchParams, name: string, least: number): number | undefined {
  const text = query.get(name);
  if (text === null || text === "") return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (value >= least) return value;
  throw badRequest("InvalidQueryParameter", name, `${name} must be a whole number of at least ${least}.`);
}

export function flagParameter(query: URLSearchParams, name: string): boolean {
  const text = query.get(name)?.toLowerCase() ?? "";
  if (text === "" || text === "false") return false;
  if (text === "true") return true;
  throw badRequest("InvalidQueryParameter", name, `${name} must be true or false.`);
}

const maxPageSize = 1000;

/** A page of what is at hand as a whole, with the link to the next. */
export function pageOf<T, U>(
  all: readonly T[],
  show: (item: T) => U,
  request: { query: URLSearchParams; serviceUrl: string },
  path: string,
): { value: U[]; count: number; nextLink: string | null } {
  const { query } = request;
  const top = Math.min(numberParameter(query, "$top", 1) ?? maxPageSize, maxPageSize);
  const skip = numberParameter(query, "$skip", 0) ?? 0;
  const value = all.slice(skip, skip + top).map(show);
  const more = value.length > 0 && skip + value.length < all.length;
  const next = { $top: String(top), $skip: String(skip + value.length) };
  return { value, count: all.length, nextLink: more ? linkTo(request, path, next) : null };
}

export function topParameter(query: URLSearchParams): number {
  return Math.min(numberParameter(query, "$top", 1) ?? 100, maxPageSize);
}

/** The absolute URL of the same request with some parameters changed. */
export function linkTo(
  { query, serviceUrl }: { query: URLSearchParams; serviceUrl: string },
  path: string,
  changes: Record<string, string>,
): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) next.set(name, value);
  // As Azure writes it: the dollar sign needs no escape.
  return `${serviceUrl}/${path}?${next.toString().replaceAll("%24", "$")}`;
}
