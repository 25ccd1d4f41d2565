import { subscriptions } from "@/management/resources/subscriptions/definition";
import type { FormView } from "../form/form-view";
import { ScopeField } from "./scope-field";
import { readKey } from "./subscription-keys";

export const subscriptionForm: FormView = {
  definition: subscriptions,
  texts: "subscriptions",
  // Without a state the service makes one that waits for approval; who may write it here may approve it, too.
  initial: { displayName: "", scope: "/apis", state: "active" },
  assumed: { allowTracing: false },
  widgets: { scope: ScopeField },
  reveal: (resourcePath, path, query) =>
    path === "primaryKey" || path === "secondaryKey" ? () => readKey(resourcePath, path, query) : undefined,
};
