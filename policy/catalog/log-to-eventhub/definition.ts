import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "log-to-eventhub",
  category: "integration",
  purpose: "Send a text to an event hub logger.",
  docs: "https://learn.microsoft.com/azure/api-management/log-to-eventhub-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    "logger-id": { type: "string", required: true, expressions: false, refersTo: { kind: "logger" } },
    "partition-key": { type: "string", expressions: true },
    "partition-id": { type: "string", expressions: false },
  },
  text: { type: "string", expressions: true, form: { control: "code" } },
  constraints: [{ kind: "at-most-one", attributes: ["partition-key", "partition-id"] }],
});
