import { definePolicy, everyScope } from "../define";
import { validationAction } from "../parts";

export const definition = definePolicy({
  name: "validate-status-code",
  category: "content-validation",
  purpose: "Check that the response status is in the API definition.",
  docs: "https://learn.microsoft.com/azure/api-management/validate-status-code-policy",
  role: "step",
  sections: ["outbound", "on-error"],
  scopes: everyScope,
  once: "section",
  attributes: {
    "unspecified-status-code-action": validationAction,
    "errors-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
  },
  children: {
    order: "sequence",
    elements: [
      {
        name: "status-code",
        min: 0,
        max: "unbounded",
        grammar: {
          attributes: {
            code: {
              type: "uint32",
              min: 100,
              max: 999,
              required: true,
              expressions: false,
              form: { control: "status-code" },
            },
            action: validationAction,
          },
        },
      },
    ],
  },
});
