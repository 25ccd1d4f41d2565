import { definePolicy, everyScope } from "../define";
import { policy } from "../parts";

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
      policy("choose", "unbounded"),
      policy("forward-request", "unbounded"),
      policy("send-request", "unbounded"),
      policy("cache-lookup-value", "unbounded"),
      policy("cache-store-value", "unbounded"),
      policy("authentication-managed-identity", "unbounded"),
      policy("authentication-token", "unbounded"),
    ],
  },
});
