import { attributeOf } from "@/policy/xml/nodes";
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
  // Which fragments a policy uses must be known from its text, so that none in use is deleted and each change reaches it.
  check(element, report) {
    const id = attributeOf(element, "fragment-id");
    if (id?.value.includes("{{")) report(id, "value-unsupported", "A named value in the place of a fragment's id");
  },
});
