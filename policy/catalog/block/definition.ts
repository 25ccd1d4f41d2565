import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "block",
  category: "control",
  purpose: "Group policies.",
  docs: "https://learn.microsoft.com/azure/api-management/api-management-policies",
  role: "step",
  lifecycle: "undocumented",
  sections: everySection,
  scopes: everyScope,
  attributes: {},
  children: "policies",
});
