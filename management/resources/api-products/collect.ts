import { splitRevision } from "../apis/revision-id";
import type { Collect } from "../behaviour";
import { listNamed } from "../list-named";

/** The products whose links name the API, standing where ARM shows them. */
export const collect: Collect = async ({ list, parentId, read }) => {
  const api = splitRevision((parentId ?? "").slice("/apis/".length)).api;
  const links = await read.list({ type: "products/apis", filter: { op: "eq", member: ["name"], value: api } });
  const names = links.documents.map((link) => (link.parentId ?? "").slice("/products/".length));
  const { documents: products, count } = await listNamed(read, "products", names, list);
  const documents = products.map((product) => ({
    ...product,
    id: `${parentId}${product.id}`,
    type: "apis/products",
    parentId,
  }));
  return { documents, count };
};
