import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "return-response",
  category: "transformation",
  purpose: "End the pipeline and answer now.",
  docs: "https://learn.microsoft.com/azure/api-management/return-response-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    "response-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
  },
  children: {
    order: "sequence",
    elements: [
      { name: "set-status", min: 0, max: 1, grammar: "policy" },
      { name: "set-header", min: 0, max: "unbounded", grammar: "policy" },
      { name: "set-body", min: 0, max: 1, grammar: "policy" },
    ],
  },
});
