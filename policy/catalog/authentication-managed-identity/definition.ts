import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "authentication-managed-identity",
  category: "authentication",
  purpose: "Get an Entra token for a managed identity and send it to the backend.",
  docs: "https://learn.microsoft.com/azure/api-management/authentication-managed-identity-policy",
  role: "step",
  // The page says inbound; what people run in production gets its tokens in other sections too.
  sections: everySection,
  scopes: everyScope,
  attributes: {
    resource: { type: "string", expressions: true, form: { advanced: true } },
    "client-id": { type: "string", expressions: true, form: { advanced: true } },
    "output-token-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
    "ignore-error": { type: "boolean", default: "false", expressions: false },
  },
});
