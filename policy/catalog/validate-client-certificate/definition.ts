import { definePolicy, everyScope } from "../define";
import { group } from "../parts";

/** What an identity may say of a certificate. */
const claims = [
  "thumbprint",
  "serial-number",
  "common-name",
  "subject",
  "dns-name",
  "issuer-subject",
  "issuer-thumbprint",
  "issuer-certificate-id",
];

export const definition = definePolicy({
  name: "validate-client-certificate",
  category: "authentication",
  purpose: "Check the TLS client certificate.",
  docs: "https://learn.microsoft.com/azure/api-management/validate-client-certificate-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    "validate-revocation": { type: "boolean", default: "true", expressions: false },
    "validate-trust": { type: "boolean", default: "true", expressions: false },
    "validate-not-before": { type: "boolean", default: "true", expressions: false },
    "validate-not-after": { type: "boolean", default: "true", expressions: false },
    "ignore-error": { type: "boolean", default: "false", expressions: false },
  },
  children: {
    order: "sequence",
    elements: [
      group("identities", [
        {
          name: "identity",
          min: 1,
          max: 10,
          grammar: {
            attributes: {
              thumbprint: { type: "string", expressions: true },
              "serial-number": { type: "string", expressions: true },
              "common-name": { type: "string", expressions: true },
              subject: { type: "string", expressions: true },
              "dns-name": { type: "string", expressions: true },
              "issuer-subject": { type: "string", expressions: true },
              "issuer-thumbprint": { type: "string", expressions: true },
              "issuer-certificate-id": { type: "string", expressions: true, refersTo: { kind: "certificate" } },
            },
            text: { type: "string", expressions: true },
            constraints: [
              { kind: "at-least-one", attributes: claims },
              { kind: "at-most-one", attributes: ["issuer-certificate-id", "issuer-subject"] },
              { kind: "at-most-one", attributes: ["issuer-certificate-id", "issuer-thumbprint"] },
            ],
          },
        },
      ]),
    ],
  },
});
