import { definePolicy, everyScope } from "../define";
import { existsAction, texts } from "../parts";

export const definition = definePolicy({
  name: "set-query-parameter",
  category: "transformation",
  purpose: "Add, replace, append or remove a query parameter.",
  docs: "https://learn.microsoft.com/azure/api-management/set-query-parameter-policy",
  role: "step",
  sections: ["inbound", "backend"],
  scopes: everyScope,
  attributes: {
    name: {
      type: "string",
      required: true,
      expressions: true,
      problem: (name) => (name === "" ? "It must not be empty." : null),
    },
    "exists-action": existsAction,
  },
  children: {
    order: "sequence",
    elements: [texts("value")],
  },
});
