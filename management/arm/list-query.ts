import { badRequest } from "../refusals";
import type { ListQuery } from "../store/store";
import { parseFilter } from "./filter";

export const defaultPageSize = 100;
/** A greater $top is answered in pages of this size. */
export const maxPageSize = 1000;

type Page = Pick<ListQuery, "filter" | "orderBy"> & { skip: number; top: number };

/** $filter, $orderby, $top and $skip of a list. */
export function parseListQuery(query: URLSearchParams, members: readonly string[]): Page {
  const filter = query.get("$filter")?.trim();
  const order = query.get("$orderby")?.trim();
  return {
    ...(filter ? { filter: parseFilter(filter, members) } : {}),
    ...(order ? { orderBy: parseOrder(order, members) } : {}),
    top: Math.min(number(query, "$top", 1) ?? defaultPageSize, maxPageSize),
    skip: number(query, "$skip", 0) ?? 0,
  };
}

function number(query: URLSearchParams, name: string, least: number): number | undefined {
  const text = query.get(name);
  if (text === null || text === "") return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (value >= least) return value;
  throw badRequest("InvalidQueryParameter", name, `${name} must be a whole number of at least ${least}.`);
}

function parseOrder(text: string, members: readonly string[]): NonNullable<ListQuery["orderBy"]> {
  return text.split(",").map((part) => {
    const [, asked = "", direction = "asc"] = /^\s*([\w./]+)(?:\s+(asc|desc))?\s*$/i.exec(part) ?? [];
    const wanted = asked
      .replace(/^properties\//i, "")
      .replaceAll(".", "/")
      .toLowerCase();
    const member = ["name", ...members].find((known) => known.replaceAll(".", "/").toLowerCase() === wanted);
    if (member === undefined) {
      const list = ["name", ...members].join(", ");
      throw badRequest(
        "InvalidQueryParameter",
        "$orderby",
        `'${part.trim()}' cannot be ordered by. Use one of ${list}, then asc or desc.`,
      );
    }
    return { member: member.replaceAll(".", "/"), descending: direction.toLowerCase() === "desc" };
  });
}

/** The absolute URL of the next page; null on the last one. */
export function nextLink(url: URL, page: { skip: number; top: number }, shown: number, count: number): string | null {
  const next = page.skip + shown;
  if (shown === 0 || next >= count) return null;
  const link = new URL(url);
  link.searchParams.set("$top", String(page.top));
  link.searchParams.set("$skip", String(next));
  // As Azure writes it: the dollar sign needs no escape.
  return link.href.replaceAll("%24", "$");
}
