import { definePolicy, everyScope } from "../define";
import { semanticCacheLookupGrammar } from "../semantic-cache-lookup-grammar";

export const definition = definePolicy({
  name: "azure-openai-semantic-cache-lookup",
  category: "ai",
  purpose: "Answer an Azure OpenAI request from a semantic cache.",
  docs: "https://learn.microsoft.com/azure/api-management/azure-openai-semantic-cache-lookup-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  once: "section",
  ...semanticCacheLookupGrammar,
});
