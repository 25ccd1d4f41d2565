import { definePolicy, everyScope } from "../define";
import { group, texts } from "../parts";

export const definition = definePolicy({
  name: "llm-content-safety",
  category: "ai",
  purpose: "Send the prompt to a content safety service and block bad prompts.",
  docs: "https://learn.microsoft.com/azure/api-management/llm-content-safety-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    "backend-id": { type: "string", required: true, expressions: true, refersTo: { kind: "backend" } },
    "shield-prompt": { type: "boolean", default: "false", expressions: true },
  },
  children: {
    order: "all",
    elements: [
      {
        name: "categories",
        min: 0,
        max: 1,
        grammar: {
          attributes: {
            "output-type": { type: "enum", allowed: ["FourSeverityLevels", "EightSeverityLevels"], expressions: true },
          },
          children: {
            order: "sequence",
            elements: [
              {
                name: "category",
                min: 1,
                max: "unbounded",
                grammar: {
                  attributes: {
                    name: {
                      type: "enum",
                      allowed: ["Hate", "SelfHarm", "Sexual", "Violence"],
                      required: true,
                      expressions: true,
                    },
                    threshold: { type: "int32", min: 0, max: 7, required: true, expressions: true },
                  },
                },
              },
            ],
          },
        },
      },
      group("blocklists", [texts("id", 1)]),
    ],
  },
});
