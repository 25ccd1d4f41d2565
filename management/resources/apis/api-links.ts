import type { JsonObject } from "@/lib/json";
import { anyName } from "../any-name";
import type { Collect, Present, Writing } from "../behaviour";
import { presentApi } from "./present";
import { splitRevision } from "./revision-id";

/** The document of the API that a link such as /products/starter/apis/orders stands for. */
export const linkedApi = (linkId: string): string => `/apis/${linkId.slice(linkId.lastIndexOf("/") + 1)}`;

/** A link holds nothing, names the API as the API is named, and holds all its revisions. */
export async function settleLink(writing: Writing): Promise<void> {
  writing.properties = {};
  const api = await writing.tx.read(linkedApi(writing.id));
  if (api === null) return;
  if (api.properties.isCurrent !== true) {
    return writing.refuse(
      "apiId",
      `A link is to an API and all its revisions: leave out ;rev= and write ${splitRevision(api.name).api}.`,
    );
  }
  writing.name = api.name;
}

/** A link is shown as its API. */
export const presentLink: Present = async ({ document, resource, read }) => {
  const api = await read.read(linkedApi(document.id));
  return presentApi(resource, { ...((api?.properties ?? {}) as JsonObject) }, null);
};

/** Filtered and ordered by what the APIs are, since the links themselves hold nothing. */
export const collectLinks: Collect = async ({ list, parentId, read }) => {
  if (list.filter === undefined && list.orderBy === undefined) return read.list(list);
  const { filter, orderBy, skip, top, ...links } = list;
  const names = (await read.list(links)).documents.map(({ name }) => name);
  if (names.length === 0) return { documents: [], count: 0 };
  const linked = anyName(names);
  const found = await read.list({
    type: "apis",
    orderBy,
    skip,
    top,
    filter: filter ? { op: "and", left: linked, right: filter } : linked,
  });
  const documents = found.documents.map((api) => ({ ...api, id: `${parentId}${api.id}`, type: list.type, parentId }));
  return { documents, count: found.count };
};
