import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "wait",
  category: "control",
  purpose: "Run child policies in parallel and wait for all or any.",
  docs: "https://learn.microsoft.com/azure/api-management/wait-policy",
  role: "step",
  sections: ["inbound", "backend", "outbound"],
  scopes: everyScope,
  attributes: {
    for: { type: "enum", allowed: ["all", "any"], default: "all", expressions: true, form: { advanced: true } },
  },
  children: {
    order: "choice",
    elements: [
      { name: "choose", min: 0, max: "unbounded", grammar: "policy" },
      { name: "forward-request", min: 0, max: "unbounded", grammar: "policy" },
      { name: "send-request", min: 0, max: "unbounded", grammar: "policy" },
      { name: "cache-lookup-value", min: 0, max: "unbounded", grammar: "policy" },
      { name: "cache-store-value", min: 0, max: "unbounded", grammar: "policy" },
      { name: "authentication-managed-identity", min: 0, max: "unbounded", grammar: "policy" },
      { name: "authentication-token", min: 0, max: "unbounded", grammar: "policy" },
    ],
  },
});
