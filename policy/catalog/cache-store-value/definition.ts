import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "cache-store-value",
  category: "caching",
  purpose: "Write a value by key.",
  docs: "https://learn.microsoft.com/azure/api-management/cache-store-value-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    duration: { type: "int32", required: true, expressions: true, form: { control: "seconds" } },
    key: { type: "string", required: true, expressions: true, form: { control: "code" } },
    value: { type: "string", required: true, mayBeEmpty: true, expressions: true, form: { control: "code" } },
    "caching-type": {
      type: "enum",
      allowed: ["prefer-external", "internal", "external"],
      default: "prefer-external",
      expressions: false,
    },
  },
});
