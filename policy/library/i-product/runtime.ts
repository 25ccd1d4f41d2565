import type { ProductFacts } from "@/policy/exchange";
import { newArray } from "@/policy/kits/object/new-array";
import { implementType } from "@/policy/library/implement";

const limit = (product: ProductFacts) => product.subscriptionsLimit ?? null;

export const runtime = implementType("IProduct", {
  Apis: (product: ProductFacts) => newArray("IApi", [...(product.apis ?? [])]),
  ApprovalRequired: (product: ProductFacts) => product.approvalRequired,
  Groups: (product: ProductFacts) => newArray("IGroup", [...(product.groups ?? [])]),
  Id: (product: ProductFacts) => product.shortId ?? product.id,
  Name: (product: ProductFacts) => product.name,
  State: (product: ProductFacts) => (product.published ? 1 : 0),
  SubscriptionLimit: limit,
  SubscriptionsLimit: limit,
  SubscriptionRequired: (product: ProductFacts) => product.subscriptionRequired,
});
