import { defineResource } from "../define";
import { entityId } from "../entity-id";
import { subscriptions } from "../subscriptions/definition";

/** Read only: the subscriptions that belong to a user. */
export const userSubscriptions = defineResource({
  kind: "userSubscriptions",
  types: ["users/subscriptions"],
  title: "Subscription of the user",
  docs: "https://learn.microsoft.com/rest/api/apimanagement/user-subscription",
  id: entityId("a subscription", 256),
  create: null,
  update: null,
  permanent: true,
  readOnly: [],
  // Their keys are as secret here as where they are stored.
  secrets: subscriptions.secrets,
  references: () => [],
  filterable: subscriptions.filterable,
  form: { sections: [] },
});
