import type { StoredDocument, StoreTransaction } from "../../store/store";

/**
 * Another open product that holds this API. Without a key the gateway must know whose policies apply, so an API has at
 * most one product that needs no subscription.
 */
export async function otherOpenProduct(
  tx: StoreTransaction,
  apiId: string,
  productId: string,
): Promise<StoredDocument | null> {
  for (const { from } of await tx.usedBy(apiId)) {
    const holder = /^(\/products\/[^/]+)\/apis\/[^/]+$/.exec(from)?.[1];
    if (holder === undefined || holder === productId) continue;
    const product = await tx.read(holder);
    if (product?.properties.subscriptionRequired === false) return product;
  }
  return null;
}
