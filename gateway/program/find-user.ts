import type { SubscriptionFacts, UserFacts } from "@/policy/exchange";
import { groupFacts } from "./group-facts";
import type { Program } from "./program";

/** Whom the subscription belongs to; null where it belongs to nobody who is known. */
export function findUser({ documents, index }: Program, subscription: SubscriptionFacts): UserFacts | null {
  const owned = documents.get(subscription.id);
  const ownerId = owned?.type === "subscriptions" ? owned.properties.ownerId : null;
  const user = ownerId === null ? undefined : documents.get(ownerId);
  if (ownerId === null || user?.type !== "users") return null;
  const { email, firstName, lastName, note, registeredAt, identities } = user.properties;
  const groups = groupFacts(documents, index.groupsOf.get(ownerId) ?? []);
  return { id: user.name, email, firstName, lastName, note, registeredAt, groups, identities };
}
