import { definePolicy, everyScope } from "../define";
import { group } from "../parts";

export const definition = definePolicy({
  name: "invoke-dapr-binding",
  category: "integration",
  purpose: "Trigger a Dapr output binding.",
  docs: "https://learn.microsoft.com/azure/api-management/invoke-dapr-binding-policy",
  role: "step",
  sections: ["inbound", "outbound", "on-error"],
  scopes: everyScope,
  attributes: {
    name: { type: "string", required: true, expressions: true },
    // The page writes it with a capital letter, the published schema without.
    template: { type: "enum", allowed: ["liquid", "Liquid"], expressions: false },
    "response-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
    operation: { type: "string", default: "create", expressions: true, form: { advanced: true } },
    timeout: { type: "int32", min: 1, max: 240, default: "5", expressions: true, form: { control: "seconds" } },
    "ignore-error": { type: "boolean", default: "false", expressions: false },
    // On its page, and not in the published schema.
    "content-type": { type: "enum", allowed: ["application/json"], expressions: false },
  },
  children: {
    order: "sequence",
    elements: [
      group("metadata", [
        {
          name: "item",
          min: 0,
          max: "unbounded",
          grammar: {
            attributes: { key: { type: "string", required: true, expressions: true, form: { control: "code" } } },
            text: { type: "string", expressions: true },
          },
        },
      ]),
      {
        name: "data",
        min: 0,
        max: 1,
        grammar: { attributes: {}, children: "xml", text: { type: "string", expressions: true } },
      },
    ],
  },
  text: { type: "string", expressions: true, form: { control: "code" } },
});
