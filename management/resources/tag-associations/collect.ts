import { anyName } from "../any-name";
import type { Collect } from "../behaviour";

/** Filtered and ordered by what the tags are, since the associations themselves hold nothing. */
export const collect: Collect = async ({ list, parentId, read }) => {
  const { filter, orderBy, skip, top, ...associations } = list;
  if (filter === undefined && orderBy === undefined) return read.list(list);
  const names = (await read.list(associations)).documents.map(({ name }) => name);
  if (names.length === 0) return { documents: [], count: 0 };
  const borne = anyName(names);
  const found = await read.list({
    type: "tags",
    orderBy,
    skip,
    top,
    filter: filter ? { op: "and", left: borne, right: filter } : borne,
  });
  const documents = found.documents.map((tag) => ({ ...tag, id: `${parentId}${tag.id}`, type: list.type, parentId }));
  return { documents, count: found.count };
};
