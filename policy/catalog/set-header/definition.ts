import { httpToken } from "@/lib/http-token";
import { attributeOf } from "@/policy/xml/nodes";
import { definePolicy, everyScope, everySection } from "../define";
import { existsAction } from "../parts";
import { isProtectedHeader } from "./protected-headers";

export const definition = definePolicy({
  name: "set-header",
  category: "transformation",
  purpose: "Add, replace, append to or remove a header.",
  docs: "https://learn.microsoft.com/azure/api-management/set-header-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    name: { type: "string", required: true, expressions: true, form: { control: "header-name" } },
    "exists-action": existsAction,
  },
  children: {
    order: "sequence",
    elements: [
      {
        name: "value",
        min: 0,
        max: "unbounded",
        grammar: { attributes: {}, text: { type: "string", expressions: true, form: { control: "line" } } },
      },
    ],
  },
  check(element, report) {
    const name = attributeOf(element, "name");
    if (name === undefined || name.value === "" || name.value.trimStart().startsWith("@") || name.value.includes("{{"))
      return;
    if (isProtectedHeader(name.value)) report(name, "header-protected", name.value);
    else if (!httpToken.test(name.value)) {
      report(name, "header-name-odd", name.value);
    }
  },
});
