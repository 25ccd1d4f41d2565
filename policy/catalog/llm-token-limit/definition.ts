import { definePolicy, everyScope } from "../define";
import { tokenLimitGrammar } from "../token-limit-grammar";

export const definition = definePolicy({
  name: "llm-token-limit",
  category: "ai",
  purpose: "Limit LLM tokens per key by rate or quota.",
  docs: "https://learn.microsoft.com/azure/api-management/llm-token-limit-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  ...tokenLimitGrammar,
});
