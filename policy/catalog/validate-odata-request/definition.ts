import { definePolicy } from "../define";

export const definition = definePolicy({
  name: "validate-odata-request",
  category: "content-validation",
  purpose: "Check an OData request.",
  docs: "https://learn.microsoft.com/azure/api-management/validate-odata-request-policy",
  role: "step",
  sections: ["inbound"],
  scopes: ["global", "product", "api"],
  once: "section",
  attributes: {
    "error-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
    "default-odata-version": { type: "string", default: "4.0", expressions: true },
    "min-odata-version": { type: "string", expressions: true },
    "max-odata-version": { type: "string", expressions: true },
    "max-size": { type: "positiveInteger", expressions: true },
  },
});
