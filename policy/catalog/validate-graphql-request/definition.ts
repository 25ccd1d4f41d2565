import { definePolicy, everyScope } from "../define";
import { group } from "../parts";

export const definition = definePolicy({
  name: "validate-graphql-request",
  category: "content-validation",
  purpose: "Validate and authorise a GraphQL request.",
  docs: "https://learn.microsoft.com/azure/api-management/validate-graphql-request-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    "error-variable-name": { type: "string", expressions: false, form: { control: "variable" } },
    "max-depth": { type: "positiveInteger", default: "6", expressions: true },
    "max-size": { type: "positiveInteger", expressions: true, form: { advanced: true } },
    "max-total-depth": { type: "positiveInteger", expressions: true, form: { advanced: true } },
    "max-complexity": { type: "positiveInteger", expressions: true, form: { advanced: true } },
  },
  children: {
    order: "sequence",
    elements: [
      group("authorize", [
        {
          name: "rule",
          min: 1,
          max: 100,
          grammar: {
            attributes: {
              path: { type: "string", required: true, expressions: true },
              action: {
                type: "enum",
                allowed: ["allow", "remove", "reject", "ignore"],
                default: "allow",
                expressions: true,
              },
            },
          },
        },
      ]),
    ],
  },
});
