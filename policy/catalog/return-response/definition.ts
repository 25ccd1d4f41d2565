import { definePolicy, everyScope, everySection } from "../define";
import { policy } from "../parts";

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
    elements: [policy("set-status"), policy("set-header", "unbounded"), policy("set-body")],
  },
});
