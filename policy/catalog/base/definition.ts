import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "base",
  category: "control",
  purpose: "Insert what the next wider scope does in this section.",
  docs: "https://learn.microsoft.com/azure/api-management/set-edit-policies#use-base-element-to-set-policy-evaluation-order",
  role: "expansion",
  sections: everySection,
  // At the global scope there is nothing wider: it is accepted and inserts nothing.
  scopes: everyScope,
  attributes: {},
});
