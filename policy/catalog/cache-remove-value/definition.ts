import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "cache-remove-value",
  category: "caching",
  purpose: "Delete a value by key.",
  docs: "https://learn.microsoft.com/azure/api-management/cache-remove-value-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    key: { type: "string", required: true, expressions: true, form: { control: "code" } },
    "caching-type": {
      type: "enum",
      allowed: ["prefer-external", "internal", "external"],
      default: "prefer-external",
      expressions: false,
    },
  },
});
