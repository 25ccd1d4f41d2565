import { definePolicy, everyScope } from "../define";
import { group, validationAction } from "../parts";

const both = {
  "specified-parameter-action": validationAction,
  "unspecified-parameter-action": validationAction,
} as const;
const parameter = {
  name: "parameter",
  min: 0,
  max: "unbounded",
  grammar: { attributes: { name: { type: "string", required: true, expressions: true }, action: validationAction } },
} as const;

export const definition = definePolicy({
  name: "validate-parameters",
  category: "content-validation",
  purpose: "Check header, query and path parameters against the API definition.",
  docs: "https://learn.microsoft.com/azure/api-management/validate-parameters-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  once: "section",
  attributes: {
    ...both,
    "errors-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
  },
  children: {
    order: "sequence",
    elements: [
      group("headers", [parameter], { attributes: both }),
      group("query", [parameter], { attributes: both }),
      group("path", [parameter], { attributes: { "specified-parameter-action": validationAction } }),
    ],
  },
});
