import { definePolicy, everyScope } from "../define";
import { group } from "../parts";

export const definition = definePolicy({
  name: "publish-event",
  category: "graphql",
  purpose: "Publish an event to GraphQL subscriptions.",
  docs: "https://learn.microsoft.com/azure/api-management/publish-event-policy",
  role: "step",
  sections: ["resolver"],
  scopes: everyScope,
  attributes: {},
  children: {
    order: "sequence",
    elements: [
      group(
        "targets",
        [
          {
            name: "graphql-subscription",
            min: 1,
            max: "unbounded",
            grammar: { attributes: { id: { type: "string", required: true, expressions: true } } },
          },
        ],
        { min: 1 },
      ),
    ],
  },
});
