import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "set-body",
  category: "transformation",
  purpose: "Replace the body of the message.",
  docs: "https://learn.microsoft.com/azure/api-management/set-body-policy",
  role: "step",
  // The section's page leaves on-error out, the page on error handling uses it there; the published toolkit allows it.
  sections: ["inbound", "backend", "outbound", "on-error"],
  scopes: everyScope,
  attributes: {
    template: {
      type: "enum",
      allowed: ["none", "liquid"],
      default: "none",
      expressions: false,
    },
    "xsi-nil": {
      type: "enum",
      allowed: ["blank", "null"],
      default: "blank",
      expressions: false,
      form: { advanced: true },
    },
    "parse-date": { type: "boolean", expressions: false, form: { advanced: true } },
    "html-decode-expression": { type: "boolean", expressions: false, form: { advanced: true } },
  },
  children: "xml",
  text: { type: "string", expressions: true, form: { control: "code" } },
});
