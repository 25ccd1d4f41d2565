import { attributeOf, elementsOf, textOf } from "@/policy/xml/nodes";
import { definePolicy, everyScope } from "../define";
import { group, texts } from "../parts";

export const definition = definePolicy({
  name: "cors",
  category: "cross-domain",
  purpose: "Answer CORS preflights and add CORS headers.",
  docs: "https://learn.microsoft.com/azure/api-management/cors-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  once: "section",
  attributes: {
    "allow-credentials": { type: "boolean", default: "false", expressions: true },
    "terminate-unmatched-request": { type: "boolean", default: "true", expressions: true, form: { advanced: true } },
  },
  children: {
    order: "all",
    elements: [
      group("allowed-origins", [texts("origin", 1)], { min: 1 }),
      {
        name: "allowed-methods",
        min: 0,
        max: 1,
        grammar: {
          attributes: {
            "preflight-result-max-age": {
              type: "uint32",
              default: "0",
              expressions: true,
              form: { control: "seconds" },
            },
          },
          children: {
            order: "sequence",
            elements: [texts("method", 1)],
          },
        },
      },
      group("allowed-headers", [texts("header", 1)]),
      group("expose-headers", [texts("header", 1)]),
    ],
  },
  check(element, report) {
    const credentials = attributeOf(element, "allow-credentials")?.value.trim().toLowerCase();
    if (credentials !== "true" && credentials !== "1") return;
    const origins = elementsOf(element.children).find(({ name }) => name === "allowed-origins");
    const any = elementsOf(origins?.children ?? []).find((origin) => textOf(origin).trim() === "*");
    if (any !== undefined)
      report(any, "value-invalid", "Credentials need origins that are listed: browsers take none with '*'.");
  },
});
