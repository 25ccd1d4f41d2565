import { definePolicy, everyScope, everySection } from "../define";
import { callChildren, checkCallUrl } from "../parts";

export const definition = definePolicy({
  name: "send-request",
  category: "integration",
  purpose: "Call another URL and keep the response in a variable.",
  docs: "https://learn.microsoft.com/azure/api-management/send-request-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    mode: { type: "enum", allowed: ["new", "copy"], default: "new", expressions: true },
    "response-variable-name": { type: "string", expressions: false, form: { control: "variable", advanced: true } },
    timeout: { type: "int32", default: "60", expressions: true, form: { control: "seconds" } },
    "timeout-ms": { type: "int32", expressions: true, form: { control: "milliseconds", advanced: true } },
    "ignore-error": { type: "boolean", default: "false", expressions: false },
    "buffer-response": { type: "boolean", default: "true", expressions: false, form: { advanced: true } },
    "fail-on-error-status-code": { type: "boolean", default: "false", expressions: false, form: { advanced: true } },
  },
  children: callChildren,
  constraints: [{ kind: "at-most-one", attributes: ["timeout", "timeout-ms"] }],
  check: checkCallUrl,
});
