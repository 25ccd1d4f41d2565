import type { Filter } from "../store/store";
import { anyName } from "./any-name";
import type { Collect, Writing } from "./behaviour";

/** The document of that collection that a link such as /groups/guests/users/ada stands for. */
export const linkedIn = (collection: string, linkId: string): string =>
  `/${collection}/${linkId.slice(linkId.lastIndexOf("/") + 1)}`;

/** A link holds nothing, and is named as what it stands for. */
export async function settleLinkTo(collection: string, writing: Writing): Promise<void> {
  writing.properties = {};
  writing.name = (await writing.tx.read(linkedIn(collection, writing.id)))?.name ?? writing.name;
}

/** Filtered and ordered by what the linked documents are, since the links themselves hold nothing. */
export const collectLinked =
  (collection: string): Collect =>
  async ({ list, parentId, read }) => {
    const { filter, orderBy, skip, top, ...links } = list;
    const names = (await read.list(links)).documents.map(({ name }) => name);
    return collectNamed(collection, names, { list: { filter, orderBy, skip, top, type: list.type }, parentId, read });
  };

/** The documents of these names, standing where the list that was asked for is. */
export async function collectNamed(
  collection: string,
  names: readonly string[],
  { list: { filter, orderBy, skip, top, type }, parentId, read }: Parameters<Collect>[0],
): ReturnType<Collect> {
  if (names.length === 0) return { documents: [], count: 0 };
  const named: Filter = anyName(names);
  const both: Filter = filter ? { op: "and", left: named, right: filter } : named;
  const found = await read.list({ type: collection, orderBy, skip, top, filter: both });
  const documents = found.documents.map((each) => ({ ...each, id: `${parentId}${each.id}`, type, parentId }));
  return { documents, count: found.count };
}
