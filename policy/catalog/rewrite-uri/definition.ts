import { attributeOf } from "@/policy/xml/nodes";
import { definePolicy, everyScope } from "../define";

/** The names in a template's single braces; double ones are named values. */
const parametersOf = (template: string): string[] =>
  [...template.replace(/\{\{.*?\}\}/g, "").matchAll(/\{\*?([^{}]+)\}/g)].map((match) => (match[1] as string).trim());

export const definition = definePolicy({
  name: "rewrite-uri",
  category: "transformation",
  purpose: "Map the public path to the backend path.",
  docs: "https://learn.microsoft.com/azure/api-management/rewrite-uri-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    template: { type: "string", required: true, expressions: true },
    "copy-unmatched-params": { type: "boolean", default: "true", expressions: false, form: { advanced: true } },
  },
  check(element, report, { urlTemplate }) {
    const template = attributeOf(element, "template");
    if (urlTemplate === undefined || template === undefined || template.value.trimStart().startsWith("@")) return;
    const known = new Set(parametersOf(urlTemplate));
    if (parametersOf(template.value).some((name) => !known.has(name))) report(template, "template-parameter-unknown");
  },
});
