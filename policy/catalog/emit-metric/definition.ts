import { definePolicy, everyScope, everySection } from "../define";
import { metricDimensions } from "../metric-dimensions";

export const definition = definePolicy({
  name: "emit-metric",
  category: "logging",
  purpose: "Send a custom metric.",
  docs: "https://learn.microsoft.com/azure/api-management/emit-metric-policy",
  role: "step",
  sections: everySection,
  scopes: everyScope,
  attributes: {
    "default-dimensions": { type: "boolean", expressions: false, form: { advanced: true } },
    name: { type: "string", required: true, expressions: false },
    namespace: { type: "string", default: "API Management", expressions: false, form: { advanced: true } },
    value: { type: "double", default: "1", expressions: true, form: { control: "code" } },
  },
  children: metricDimensions,
});
