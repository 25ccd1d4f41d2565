import { definePolicy, everyScope } from "../define";
import { tokenLimitGrammar } from "../token-limit-grammar";

export const definition = definePolicy({
  name: "azure-openai-token-limit",
  category: "ai",
  purpose: "Limit Azure OpenAI tokens per key by rate or quota.",
  docs: "https://learn.microsoft.com/azure/api-management/azure-openai-token-limit-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  ...tokenLimitGrammar,
});
