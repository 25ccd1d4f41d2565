import type { ListQuery, StoredDocument } from "../store/store";
import { anyName } from "./any-name";
import type { Reader } from "./behaviour";

/** Those of a type that have one of the names, as a list asks for them: what is filtered and ordered is they themselves. */
export async function listNamed(
  read: Reader,
  type: string,
  names: readonly string[],
  { filter, orderBy, skip, top }: Pick<ListQuery, "filter" | "orderBy" | "skip" | "top">,
): Promise<{ documents: StoredDocument[]; count: number }> {
  if (names.length === 0) return { documents: [], count: 0 };
  const named = anyName(names);
  return read.list({
    type,
    orderBy,
    skip,
    top,
    filter: filter ? { op: "and", left: named, right: filter } : named,
  });
}
