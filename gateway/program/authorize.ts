import { queryValue } from "@/gateway/router/path";
import type { RequestMessage } from "@/policy/exchange";
import { subscriptionKeyInvalid, subscriptionKeyMissing } from "../faults";
import { keyHash } from "./key-hash";
import type { ApiEntry, ProductEntry, ProgramIndex, SubscriptionEntry } from "./program";

/** In whose name a request runs, and in which product. */
export interface Authorized {
  subscription: SubscriptionEntry | null;
  product: ProductEntry | null;
}

const anonymous: Authorized = { subscription: null, product: null };

/** Decides by the request's key, or by what is open without one; throws a Fault where neither lets it in. */
export function authorize(request: RequestMessage, api: ApiEntry, index: ProgramIndex): Authorized {
  const key = keyOf(request, api);
  if (key !== null) {
    const authorized = byKey(key, api, index);
    if (authorized !== null) return authorized;
    // A key that does not open this API is never taken for no key, even where none is needed.
    throw subscriptionKeyInvalid(request, api.document);
  }
  const open = openProduct(api, index);
  if (open !== null) return { subscription: null, product: open };
  if (!api.document.subscriptionRequired) return anonymous;
  throw subscriptionKeyMissing(request, api.document);
}

/** The header comes first; the query is looked at only without one. */
function keyOf({ headers, query }: RequestMessage, { document }: ApiEntry): string | null {
  const key = headers.get(document.subscriptionKeyHeader) ?? queryValue(query, document.subscriptionKeyQuery);
  return key === null || key === "" ? null : key;
}

function byKey(key: string, api: ApiEntry, index: ProgramIndex): Authorized | null {
  for (const subscription of index.subscriptions.get(keyHash(key)) ?? []) {
    if (!subscription.isActive || isBlocked(subscription.ownerId, index)) continue;
    const { scope } = subscription;
    const entry = usedBy(key, subscription);
    if (scope === "/" || scope === "/apis" || scope === api.baseId) return { subscription: entry, product: null };
    if (!index.productsOfApi.get(api.baseId)?.includes(scope)) continue;
    const product = index.products.get(scope);
    if (product !== undefined) return { subscription: entry, product };
  }
  return null;
}

/** Policies see which of the keys it was. */
const usedBy = (key: string, entry: SubscriptionEntry): SubscriptionEntry =>
  key === entry.facts.primaryKey ? entry : { ...entry, facts: { ...entry.facts, usedKey: key } };

/** One who is not known has not been blocked. */
function isBlocked(ownerId: string | null, { documents }: ProgramIndex): boolean {
  const owner = ownerId === null ? undefined : documents.get(ownerId);
  return owner?.type === "users" && owner.properties.state === "blocked";
}

function openProduct(api: ApiEntry, index: ProgramIndex): ProductEntry | null {
  for (const id of index.productsOfApi.get(api.baseId) ?? []) {
    const product = index.products.get(id);
    if (product !== undefined && !product.facts.subscriptionRequired) return product;
  }
  return null;
}
