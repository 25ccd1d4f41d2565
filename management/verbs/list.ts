import type { Context } from "../context";
import type { ListQuery, StoredDocument } from "../store/store";
import type { CollectionAddress } from "./address";
import { authorize } from "./authorize";
import { missing } from "./missing";
import { readerOf } from "./reader";

export async function list(
  context: Context,
  collection: CollectionAddress,
  query: Pick<ListQuery, "filter" | "orderBy" | "skip" | "top">,
): Promise<{ documents: StoredDocument[]; count: number }> {
  authorize(context.caller, "reader", `list ${collection.resource.type}`);
  const { resource, parentId } = collection;
  const read = readerOf(context);
  const asked = { type: resource.type, ...(parentId === null ? {} : { parentId }), ...query };
  const { collect } = resource.behaviour;
  const found = await (collect === undefined ? read.list(asked) : collect({ parentId, list: asked, read }));
  // Whether the parent exists is worth a query only when its absence could be the reason for finding nothing.
  if (found.count === 0 && parentId !== null && (await read.read(parentId)) === null)
    throw await missing(read, parentId);
  return found;
}
