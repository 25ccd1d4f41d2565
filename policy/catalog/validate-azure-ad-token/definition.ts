import { definePolicy, everyScope } from "../define";
import { failedValidation, group, requiredClaims, texts } from "../parts";
import { isTenant } from "./tenant-id";

export const definition = definePolicy({
  name: "validate-azure-ad-token",
  category: "authentication",
  purpose: "Check a Microsoft Entra token with fewer settings.",
  docs: "https://learn.microsoft.com/azure/api-management/validate-azure-ad-token-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    ...failedValidation,
    "tenant-id": {
      type: "string",
      required: true,
      expressions: true,
      problem: (tenant) => (isTenant(tenant.trim()) ? null : "It is not the id or the domain of a tenant."),
    },
    "header-name": { type: "string", default: "Authorization", expressions: true, form: { control: "header-name" } },
    "authentication-endpoint": { type: "string", expressions: true, form: { control: "url", advanced: true } },
    "require-scheme": { type: "string", expressions: true, form: { advanced: true } },
    "query-parameter-name": { type: "string", expressions: true },
    "token-value": { type: "string", expressions: true, form: { control: "code" } },
    "allow-protected-forwarded-tokens": {
      type: "boolean",
      expressions: true,
      form: { advanced: true },
      unsupported: { values: ["true"], what: "Forwarding protected tokens" },
    },
    "allow-proof-of-possession-tokens": {
      type: "boolean",
      expressions: true,
      form: { advanced: true },
      unsupported: { values: ["true"], what: "Proof of possession" },
    },
    "output-token-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
  },
  children: {
    order: "all",
    elements: [
      group("backend-application-ids", [texts("application-id", 1)]),
      group("client-application-ids", [texts("application-id", 1)]),
      group("audiences", [texts("audience", 1)]),
      requiredClaims(1, false),
      group("decryption-keys", [
        {
          name: "key",
          min: 1,
          max: "unbounded",
          grammar: {
            attributes: {
              id: { type: "string", expressions: true },
              "certificate-id": {
                type: "string",
                required: true,
                expressions: false,
                refersTo: { kind: "certificate" },
              },
            },
          },
        },
      ]),
    ],
  },
  constraints: [{ kind: "at-most-one", attributes: ["header-name", "query-parameter-name", "token-value"] }],
});
