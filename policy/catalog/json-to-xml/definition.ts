import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "json-to-xml",
  category: "transformation",
  purpose: "Convert a JSON body to XML.",
  docs: "https://learn.microsoft.com/azure/api-management/json-to-xml-policy",
  role: "step",
  sections: ["inbound", "outbound", "on-error"],
  scopes: everyScope,
  attributes: {
    apply: { type: "enum", allowed: ["always", "content-type-json"], required: true, expressions: true },
    "consider-accept-header": { type: "boolean", default: "true", expressions: true },
    "parse-date": { type: "boolean", default: "true", expressions: false },
    "attribute-block-name": { type: "string", expressions: true },
    "attribute-prefix": { type: "string", expressions: true, form: { advanced: true } },
    "namespace-block-name": { type: "string", expressions: true, form: { advanced: true } },
    "namespace-separator": { type: "string", default: "_", expressions: true },
    "namespace-prefix": { type: "string", expressions: true },
    "invalid-character-replacement": { type: "string", expressions: true, form: { advanced: true } },
    "null-values": { type: "string", expressions: true, form: { advanced: true } },
    "trim-values": { type: "boolean", expressions: false, form: { advanced: true } },
    "empty-values": { type: "enum", allowed: ["preserve", "as-null"], expressions: true, form: { advanced: true } },
  },
});
