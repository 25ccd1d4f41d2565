import type { ApiFacts } from "@/policy/exchange";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("ISubscriptionKeyParameterNames", {
  Header: (api: ApiFacts) => api.keyHeader ?? "Ocp-Apim-Subscription-Key",
  Query: (api: ApiFacts) => api.keyQuery ?? "subscription-key",
});
