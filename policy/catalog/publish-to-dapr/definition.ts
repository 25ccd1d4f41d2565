import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "publish-to-dapr",
  category: "integration",
  purpose: "Publish to a Dapr topic.",
  docs: "https://learn.microsoft.com/azure/api-management/publish-to-dapr-policy",
  role: "step",
  sections: ["inbound", "outbound", "on-error"],
  scopes: everyScope,
  attributes: {
    "pubsub-name": { type: "string", expressions: true },
    topic: { type: "string", required: true, expressions: true },
    template: { type: "enum", allowed: ["liquid"], expressions: false },
    "response-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
    timeout: { type: "int32", min: 1, max: 240, default: "5", expressions: true, form: { control: "seconds" } },
    "ignore-error": { type: "boolean", default: "false", expressions: false },
    "content-type": { type: "enum", allowed: ["application/json"], expressions: false },
  },
  children: "xml",
  text: { type: "string", expressions: true, form: { control: "code" } },
});
