import { definePolicy, everyScope } from "../define";

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
      {
        name: "targets",
        min: 1,
        max: 1,
        grammar: {
          attributes: {},
          children: {
            order: "sequence",
            elements: [
              {
                name: "graphql-subscription",
                min: 1,
                max: "unbounded",
                grammar: { attributes: { id: { type: "string", required: true, expressions: true } } },
              },
            ],
          },
        },
      },
    ],
  },
});
