import { definePolicy, everyScope } from "../define";
import { tokenMetricGrammar } from "../token-metric-grammar";

export const definition = definePolicy({
  name: "azure-openai-emit-token-metric",
  category: "ai",
  purpose: "Emit token metrics of Azure OpenAI calls.",
  docs: "https://learn.microsoft.com/azure/api-management/azure-openai-emit-token-metric-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  ...tokenMetricGrammar,
});
