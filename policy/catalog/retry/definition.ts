import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "retry",
  category: "control",
  purpose: "Run children, then again while a condition holds.",
  docs: "https://learn.microsoft.com/azure/api-management/retry-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    condition: { type: "boolean", required: true, expressions: true, form: { control: "code" } },
    count: { type: "positiveInteger", min: 1, max: 50, required: true, expressions: true },
    interval: {
      type: "nonNegativeInteger",
      required: true,
      expressions: true,
      form: { control: "seconds", advanced: true },
    },
    delta: { type: "positiveInteger", expressions: true, form: { control: "seconds" } },
    "max-interval": { type: "positiveInteger", expressions: true, form: { control: "seconds" } },
    "first-fast-retry": { type: "boolean", default: "false", expressions: true },
  },
  children: "policies",
});
