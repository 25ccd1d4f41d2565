import { definePolicy, everyScope } from "../define";
import { validationAction } from "../parts";

export const definition = definePolicy({
  name: "validate-headers",
  category: "content-validation",
  purpose: "Check response headers against the API definition.",
  docs: "https://learn.microsoft.com/azure/api-management/validate-headers-policy",
  role: "step",
  sections: ["outbound", "on-error"],
  scopes: everyScope,
  once: "section",
  attributes: {
    "specified-header-action": validationAction,
    "unspecified-header-action": validationAction,
    "errors-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
  },
  children: {
    order: "sequence",
    elements: [
      {
        name: "header",
        min: 0,
        max: "unbounded",
        grammar: {
          attributes: {
            name: { type: "string", required: true, expressions: true },
            action: validationAction,
          },
        },
      },
    ],
  },
});
