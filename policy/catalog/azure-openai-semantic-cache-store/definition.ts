import { definePolicy, everyScope } from "../define";
import { semanticCacheStoreGrammar } from "../semantic-cache-store-grammar";

export const definition = definePolicy({
  name: "azure-openai-semantic-cache-store",
  category: "ai",
  purpose: "Store an Azure OpenAI response for semantic lookup.",
  docs: "https://learn.microsoft.com/azure/api-management/azure-openai-semantic-cache-store-policy",
  role: "step",
  sections: ["outbound"],
  scopes: everyScope,
  once: "section",
  ...semanticCacheStoreGrammar,
});
