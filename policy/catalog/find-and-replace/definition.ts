import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "find-and-replace",
  category: "transformation",
  purpose: "Replace a substring in the body.",
  docs: "https://learn.microsoft.com/azure/api-management/find-and-replace-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    from: { type: "string", required: true, expressions: true },
    to: { type: "string", required: true, mayBeEmpty: true, expressions: true },
  },
});
