import { definePolicy, everyScope, everySection } from "../define";
import { callChildren, checkCallUrl } from "../parts";

export const definition = definePolicy({
  name: "send-one-way-request",
  category: "integration",
  purpose: "Call another URL without waiting.",
  docs: "https://learn.microsoft.com/azure/api-management/send-one-way-request-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    mode: { type: "enum", allowed: ["new", "copy"], default: "new", expressions: true },
    timeout: { type: "int32", default: "60", expressions: true, form: { control: "seconds" } },
  },
  children: callChildren,
  check: checkCallUrl,
});
