import { definePolicy, everyScope, everySection } from "../define";

export const definition = definePolicy({
  name: "include-fragment",
  category: "control",
  purpose: "Insert a policy fragment.",
  docs: "https://learn.microsoft.com/azure/api-management/include-fragment-policy",
  role: "expansion",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    "fragment-id": { type: "string", required: true, expressions: false, refersTo: { kind: "fragment" } },
  },
});
