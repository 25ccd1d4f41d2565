import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "set-request-metric-dimension-value",
  category: "logging",
  purpose: "Set a dimension of a request metric.",
  docs: "https://learn.microsoft.com/azure/api-management/api-management-policies",
  role: "step",
  lifecycle: "undocumented",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    name: { type: "string", required: true, expressions: true },
    value: { type: "string", required: true, expressions: true, form: { control: "code" } },
  },
});
