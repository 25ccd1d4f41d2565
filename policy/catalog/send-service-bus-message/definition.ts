import { definePolicy, everyScope } from "../define";
import { group, text } from "../parts";

export const definition = definePolicy({
  name: "send-service-bus-message",
  category: "integration",
  purpose: "Send a message to a Service Bus queue or topic.",
  docs: "https://learn.microsoft.com/azure/api-management/send-service-bus-message-policy",
  role: "step",
  lifecycle: "preview",
  sections: ["inbound", "outbound", "on-error"],
  scopes: everyScope,
  attributes: {
    "queue-name": { type: "string", expressions: true },
    "topic-name": { type: "string", expressions: true },
    namespace: { type: "string", expressions: true },
    "client-id": { type: "string", expressions: true },
  },
  children: {
    order: "choice",
    elements: [
      text("payload", 1),
      group("message-properties", [
        {
          name: "message-property",
          min: 1,
          max: "unbounded",
          grammar: {
            attributes: { name: { type: "string", expressions: true } },
            constraints: [{ kind: "at-least-one", attributes: ["name"] }],
            text: { type: "string", expressions: true },
          },
        },
      ]),
    ],
  },
  constraints: [
    { kind: "exactly-one", attributes: ["queue-name", "topic-name"] },
    // Its page does not call it required, but there is nobody else to send to.
    { kind: "at-least-one", attributes: ["namespace"] },
  ],
});
