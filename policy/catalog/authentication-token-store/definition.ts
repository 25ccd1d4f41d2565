import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "authentication-token-store",
  category: "authentication",
  purpose: "Use a token of the token store.",
  docs: "https://learn.microsoft.com/azure/api-management/api-management-policies",
  role: "step",
  lifecycle: "undocumented",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    "token-id": { type: "string", expressions: true },
    "client-id": { type: "string", expressions: true },
    "output-token-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
    "ignore-error": { type: "boolean", expressions: false },
  },
});
