import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "mock-response",
  category: "transformation",
  purpose: "Answer with an example or a generated sample.",
  docs: "https://learn.microsoft.com/azure/api-management/mock-response-policy",
  role: "step",
  sections: ["inbound", "outbound", "on-error"],
  scopes: everyScope,
  attributes: {
    enabled: { type: "boolean", expressions: false, form: { advanced: true } },
    "status-code": {
      type: "int32",
      // An interim status would leave the client waiting for the final one.
      min: 200,
      max: 999,
      default: "200",
      expressions: false,
      form: { control: "status-code" },
    },
    "content-type": { type: "string", expressions: false, form: { advanced: true } },
    index: { type: "int32", expressions: false, form: { advanced: true } },
  },
});
