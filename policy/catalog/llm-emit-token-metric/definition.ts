import { definePolicy, everyScope } from "../define";
import { tokenMetricGrammar } from "../token-metric-grammar";

export const definition = definePolicy({
  name: "llm-emit-token-metric",
  category: "ai",
  purpose: "Emit token metrics of LLM calls.",
  docs: "https://learn.microsoft.com/azure/api-management/llm-emit-token-metric-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  ...tokenMetricGrammar,
});
