import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "get-authorization-context",
  category: "authentication",
  purpose: "Put the token of a stored connection (credential manager) into a variable.",
  docs: "https://learn.microsoft.com/azure/api-management/get-authorization-context-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    "provider-id": { type: "string", required: true, expressions: true },
    "authorization-id": { type: "string", required: true, expressions: true },
    "identity-type": { type: "enum", allowed: ["managed", "jwt"], default: "managed", expressions: true },
    identity: { type: "string", expressions: true },
    "context-variable-name": { type: "string", required: true, expressions: true, form: { control: "variable" } },
    "ignore-error": { type: "boolean", default: "false", expressions: true },
  },
});
