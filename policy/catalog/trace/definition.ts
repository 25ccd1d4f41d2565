import { definePolicy, everyScope, everySection } from "../define";
import { texts } from "../parts";

export const definition = definePolicy({
  name: "trace",
  category: "logging",
  purpose: "Write to the request trace, Application Insights and resource logs.",
  docs: "https://learn.microsoft.com/azure/api-management/trace-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    source: { type: "string", required: true, expressions: true },
    severity: { type: "enum", allowed: ["verbose", "information", "error"], default: "verbose", expressions: false },
  },
  children: {
    order: "choice",
    elements: [
      {
        name: "metadata",
        min: 0,
        max: "unbounded",
        grammar: {
          attributes: {
            name: { type: "string", required: true, expressions: true },
            value: { type: "string", required: true, expressions: true, form: { control: "code" } },
          },
        },
      },
      texts("message"),
    ],
  },
  text: { type: "string", expressions: true, form: { control: "code" } },
});
