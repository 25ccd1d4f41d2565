import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "set-variable",
  category: "transformation",
  purpose: "Store a value for later expressions of this request.",
  docs: "https://learn.microsoft.com/azure/api-management/set-variable-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    name: { type: "string", required: true, expressions: false },
    value: { type: "string", required: true, mayBeEmpty: true, expressions: true, form: { control: "code" } },
  },
});
