import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "choose",
  category: "control",
  purpose: "Run the first branch whose condition is true.",
  docs: "https://learn.microsoft.com/azure/api-management/choose-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {},
  children: {
    order: "sequence",
    alternatives: true,
    elements: [
      {
        name: "when",
        min: 1,
        max: "unbounded",
        grammar: {
          attributes: {
            condition: { type: "boolean", required: true, expressions: true, form: { control: "code" } },
          },
          children: "policies",
        },
      },
      { name: "otherwise", min: 0, max: 1, grammar: { attributes: {}, children: "policies" } },
    ],
  },
});
