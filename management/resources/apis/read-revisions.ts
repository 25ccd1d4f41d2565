import type { Filter, ListQuery, StoredDocument } from "../../store/store";
import type { Reader } from "../behaviour";
import { splitRevision } from "./revision-id";

/** Selects all revisions of one API; `name` is the API's, without a revision. */
const revisionsOf = (name: string): Filter => ({
  op: "or",
  left: { op: "eq", member: ["name"], value: name },
  right: { op: "startswith", member: ["name"], value: `${name};rev=` },
});

/** The documents of an API's revisions, the current one included. */
export async function readRevisions(
  read: Pick<Reader, "list">,
  apiId: string,
  asked: Pick<ListQuery, "filter" | "orderBy" | "skip" | "top"> = {},
): Promise<{ documents: StoredDocument[]; count: number }> {
  const all = revisionsOf(splitRevision(apiId).api.slice("/apis/".length));
  const filter: Filter = asked.filter === undefined ? all : { op: "and", left: all, right: asked.filter };
  const { orderBy, skip, top } = asked;
  return read.list({ type: "apis", filter, orderBy, skip, top });
}
