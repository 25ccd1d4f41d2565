import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "cache-value",
  category: "caching",
  purpose: "Look up, compute and store a value in one step.",
  docs: "https://learn.microsoft.com/azure/api-management/api-management-policies",
  role: "step",
  lifecycle: "preview",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    key: { type: "string", required: true, expressions: true, form: { control: "code" } },
    "variable-name": { type: "string", required: true, expressions: false, form: { control: "variable" } },
    "expires-after": { type: "int32", expressions: true, form: { control: "seconds" } },
    "refresh-after": { type: "int32", expressions: true, form: { control: "seconds" } },
    "default-value": { type: "string", expressions: true },
    "caching-type": {
      type: "enum",
      allowed: ["internal", "external", "prefer-external"],
      default: "prefer-external",
      expressions: false,
    },
  },
  children: {
    order: "sequence",
    elements: [{ name: "value", min: 1, max: 1, grammar: { attributes: {}, children: "policies" } }],
  },
});
