import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "limit-concurrency",
  category: "rate-limiting",
  purpose: "Let at most N requests run the enclosed policies at once.",
  docs: "https://learn.microsoft.com/azure/api-management/limit-concurrency-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    key: { type: "string", required: true, expressions: true, form: { control: "code" } },
    "max-count": { type: "int32", min: 1, required: true, expressions: false },
  },
  children: "policies",
});
