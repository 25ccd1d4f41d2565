import { definePolicy, everyScope } from "../define";
import { semanticCacheLookupGrammar } from "../semantic-cache-lookup-grammar";

export const definition = definePolicy({
  name: "llm-semantic-cache-lookup",
  category: "ai",
  purpose: "Answer an LLM request from a semantic cache.",
  docs: "https://learn.microsoft.com/azure/api-management/llm-semantic-cache-lookup-policy",
  role: "step",
  lifecycle: "preview",
  sections: ["inbound"],
  scopes: everyScope,
  once: "section",
  ...semanticCacheLookupGrammar,
});
