import type { Context } from "../../context";
import { resourceNotFound, validationError } from "../../refusals";
import type { Reader } from "../../resources/behaviour";
import { canonicalId } from "../../resources/canonical";
import { isPointer } from "../../resources/secret-fields";

/** The subscription's primary key in clear; the audit trail notes who used it. */
export async function openKey(
  subscriptionId: string,
  { management, caller }: Context,
  read: Pick<Reader, "read"> = management.store,
): Promise<string> {
  const { store } = management;
  const written = canonicalId(subscriptionId);
  const id = written.startsWith("/subscriptions/") ? written : `/subscriptions${written}`;
  const subscription = await read.read(id);
  if (subscription === null || subscription.type !== "subscriptions") throw resourceNotFound("Subscription");
  const pointer = subscription.properties.primaryKey;
  const key = isPointer(pointer) ? (await store.openSecrets([pointer.$secret])).get(pointer.$secret) : undefined;
  if (key === undefined) {
    throw validationError([{ target: "subscriptionId", message: `${subscription.name} has no primary key.` }]);
  }
  const { actor, address } = caller;
  await store.identity.audit({ at: new Date(), actor, action: "console-key-used", subject: id, address });
  return key;
}
