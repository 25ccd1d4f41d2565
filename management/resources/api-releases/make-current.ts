import type { StoredDocument, StoreTransaction } from "../../store/store";
import { apis } from "../apis/definition";
import { revisionId } from "../apis/revision-id";
import { readTree, writeTree } from "../apis/tree";

/**
 * Gives the API's own id to another revision and the id of a revision to the one that had it, in one change. What refers
 * to the API (products, gateways, subscriptions) refers to its id and so to whatever is current.
 */
export async function makeCurrent(tx: StoreTransaction, current: StoredDocument, next: StoredDocument): Promise<void> {
  const formerId = revisionId(current.id, String(current.properties.apiRevision));
  const currentTree = await readTree(tx, current.id);
  const nextTree = await readTree(tx, next.id);
  await putApi(tx, current, {
    id: formerId,
    name: `${current.name};rev=${current.properties.apiRevision}`,
    isCurrent: false,
  });
  await writeTree(tx, currentTree, current.id, formerId);
  await putApi(tx, next, { id: current.id, name: current.name, isCurrent: true });
  await writeTree(tx, nextTree, next.id, current.id);
  await tx.remove(next.id);
}

async function putApi(
  tx: StoreTransaction,
  api: StoredDocument,
  as: { id: string; name: string; isCurrent: boolean },
): Promise<void> {
  const properties = { ...api.properties, isCurrent: as.isCurrent };
  const references = apis.references(properties).map(({ to }) => to);
  await tx.put({ id: as.id, name: as.name, type: "apis", parentId: api.parentId, properties, references });
}
