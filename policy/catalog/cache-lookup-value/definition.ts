import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "cache-lookup-value",
  category: "caching",
  purpose: "Read a value by key.",
  docs: "https://learn.microsoft.com/azure/api-management/cache-lookup-value-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    key: { type: "string", required: true, expressions: true, form: { control: "code" } },
    "default-value": { type: "string", expressions: true },
    "variable-name": { type: "string", required: true, expressions: false, form: { control: "variable" } },
    "caching-type": {
      type: "enum",
      allowed: ["prefer-external", "internal", "external"],
      default: "prefer-external",
      expressions: false,
    },
  },
});
