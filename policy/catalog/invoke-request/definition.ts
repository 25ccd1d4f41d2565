import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "invoke-request",
  category: "routing",
  purpose: "Process the request again at another URL of the gateway.",
  docs: "https://learn.microsoft.com/azure/api-management/api-management-policies",
  role: "step",
  lifecycle: "undocumented",
  sections: everySection,
  scopes: everyScope,
  attributes: { url: { type: "string", required: true, expressions: true, form: { control: "url" } } },
  children: {
    order: "sequence",
    elements: [
      {
        name: "value",
        min: 0,
        max: "unbounded",
        grammar: { attributes: {}, text: { type: "string", expressions: true } },
      },
    ],
  },
});
