import { definePolicy, everyScope } from "../define";
import { texts } from "../parts";

export const definition = definePolicy({
  name: "check-header",
  category: "authentication",
  purpose: "Require a request header, optionally with one of some values.",
  docs: "https://learn.microsoft.com/azure/api-management/check-header-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    name: { type: "string", required: true, expressions: true },
    "failed-check-httpcode": {
      type: "integer",
      min: 100,
      max: 999,
      required: true,
      expressions: true,
      form: { control: "status-code" },
    },
    "failed-check-error-message": { type: "string", expressions: true, form: { advanced: true } },
    "ignore-case": { type: "boolean", expressions: true, form: { advanced: true } },
  },
  children: {
    order: "sequence",
    elements: [texts("value")],
  },
});
