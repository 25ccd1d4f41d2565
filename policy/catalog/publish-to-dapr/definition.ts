import { attributeOf } from "@/policy/xml/nodes";
import { definePolicy, everyScope } from "../define";
import { isLiteral } from "../is-literal";
import { namesComponent, needsComponent } from "./topic";

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
    // The page writes it with a capital letter, the published schema without.
    template: { type: "enum", allowed: ["liquid", "Liquid"], expressions: false },
    "response-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
    timeout: { type: "int32", min: 1, max: 240, default: "5", expressions: true, form: { control: "seconds" } },
    "ignore-error": { type: "boolean", default: "false", expressions: false },
    "content-type": { type: "enum", allowed: ["application/json"], expressions: false },
  },
  children: "xml",
  text: { type: "string", expressions: true, form: { control: "code" } },
  check(element, report) {
    const topic = attributeOf(element, "topic");
    if (topic === undefined || topic.value === "" || attributeOf(element, "pubsub-name") !== undefined) return;
    if (isLiteral(topic.value) && !namesComponent(topic.value)) {
      report(topic, "value-invalid", needsComponent(topic.value));
    }
  },
});
