import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "set-url",
  category: "transformation",
  purpose: "The URL of a call that a policy makes.",
  docs: "https://learn.microsoft.com/azure/api-management/api-management-policies",
  role: "part",
  sections: everySection,
  scopes: everyScope,
  attributes: {},
  text: { type: "string", expressions: true, required: true, form: { control: "code" } },
});
