import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "authentication-token",
  category: "authentication",
  purpose: "Get a token for a managed identity, in the way before authentication-managed-identity.",
  docs: "https://learn.microsoft.com/azure/api-management/api-management-policies",
  role: "step",
  lifecycle: "undocumented",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    "token-type": { type: "enum", allowed: ["managed-service-identity", "token-service"], expressions: false },
    "token-service-url": { type: "string", expressions: true, form: { control: "url" } },
    "resource-url": { type: "string", expressions: true, form: { control: "url" } },
    "ignore-error": { type: "boolean", expressions: false },
  },
});
