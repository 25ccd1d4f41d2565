import type { Collect } from "./behaviour";
import { listNamed } from "./list-named";

/** Filtered and ordered by what the links stand for, since they themselves hold nothing. */
export const collectLinked =
  (type: string): Collect =>
  async ({ list, parentId, read }) => {
    const { filter, orderBy, skip, top, ...links } = list;
    if (filter === undefined && orderBy === undefined) return read.list(list);
    const names = (await read.list(links)).documents.map(({ name }) => name);
    const { documents, count } = await listNamed(read, type, names, { filter, orderBy, skip, top });
    return {
      documents: documents.map((each) => ({ ...each, id: `${parentId}${each.id}`, type: list.type, parentId })),
      count,
    };
  };
