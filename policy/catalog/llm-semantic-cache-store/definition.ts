import { definePolicy, everyScope } from "../define";
import { semanticCacheStoreGrammar } from "../semantic-cache-store-grammar";

export const definition = definePolicy({
  name: "llm-semantic-cache-store",
  category: "ai",
  purpose: "Store an LLM response for semantic lookup.",
  docs: "https://learn.microsoft.com/azure/api-management/llm-semantic-cache-store-policy",
  role: "step",
  sections: ["outbound"],
  scopes: everyScope,
  once: "section",
  ...semanticCacheStoreGrammar,
});
