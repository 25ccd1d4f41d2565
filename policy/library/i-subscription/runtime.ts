import type { SubscriptionFacts } from "@/policy/exchange";
import { dateOf } from "@/policy/kits/message/date-of";
import { NetDateTime } from "@/policy/kits/time/net-date-time";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("ISubscription", {
  CreatedDate: (subscription: SubscriptionFacts) => dateOf(subscription.createdAt) ?? NetDateTime.min,
  EndDate: (subscription: SubscriptionFacts) => dateOf(subscription.expirationDate),
  Id: (subscription: SubscriptionFacts) => subscription.shortId ?? subscription.id,
  Key: (subscription: SubscriptionFacts) => subscription.usedKey ?? subscription.primaryKey,
  Name: (subscription: SubscriptionFacts) => subscription.name,
  PrimaryKey: (subscription: SubscriptionFacts) => subscription.primaryKey,
  SecondaryKey: (subscription: SubscriptionFacts) => subscription.secondaryKey,
  StartDate: (subscription: SubscriptionFacts) => dateOf(subscription.startDate),
});
