import { definePolicy, everyScope, everySection } from "../define";
import { texts } from "../parts";

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
    elements: [texts("value")],
  },
});
