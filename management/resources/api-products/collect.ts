import { anyName } from "../any-name";
import { splitRevision } from "../apis/revision-id";
import type { Collect } from "../behaviour";

/** The products whose links name the API, standing where ARM shows them. */
export const collect: Collect = async ({ list, parentId, read }) => {
  const { filter, orderBy, skip, top } = list;
  const api = splitRevision((parentId ?? "").slice("/apis/".length)).api;
  const links = await read.list({ type: "products/apis", filter: { op: "eq", member: ["name"], value: api } });
  const names = links.documents.map((link) => (link.parentId ?? "").slice("/products/".length));
  if (names.length === 0) return { documents: [], count: 0 };
  const holding = anyName(names);
  const found = await read.list({
    type: "products",
    orderBy,
    skip,
    top,
    filter: filter ? { op: "and", left: holding, right: filter } : holding,
  });
  const documents = found.documents.map((product) => ({
    ...product,
    id: `${parentId}${product.id}`,
    type: "apis/products",
    parentId,
  }));
  return { documents, count: found.count };
};
