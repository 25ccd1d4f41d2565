import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "xml-to-json",
  category: "transformation",
  purpose: "Convert an XML body to JSON.",
  docs: "https://learn.microsoft.com/azure/api-management/xml-to-json-policy",
  role: "step",
  sections: ["inbound", "outbound", "on-error"],
  scopes: everyScope,
  attributes: {
    kind: { type: "enum", allowed: ["javascript-friendly", "direct"], required: true, expressions: true },
    apply: { type: "enum", allowed: ["always", "content-type-xml"], required: true, expressions: true },
    "consider-accept-header": { type: "boolean", default: "true", expressions: true },
    "preserve-whitespace-nodes": { type: "boolean", expressions: true, form: { advanced: true } },
    "empty-values": { type: "enum", allowed: ["preserve", "as-null"], expressions: true, form: { advanced: true } },
    "trim-values": { type: "boolean", expressions: true, form: { advanced: true } },
    "always-array-child-elements": { type: "boolean", default: "false", expressions: true },
  },
});
