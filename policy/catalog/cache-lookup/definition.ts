import { definePolicy, everyScope } from "../define";
import { texts } from "../parts";

export const definition = definePolicy({
  name: "cache-lookup",
  category: "caching",
  purpose: "Answer a GET from the response cache.",
  docs: "https://learn.microsoft.com/azure/api-management/cache-lookup-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  once: "section",
  attributes: {
    "vary-by-developer": { type: "boolean", required: true, default: "false", expressions: true },
    "vary-by-developer-groups": { type: "boolean", required: true, default: "false", expressions: true },
    "downstream-caching-type": {
      type: "enum",
      allowed: ["none", "private", "public"],
      default: "none",
      expressions: true,
    },
    "must-revalidate": { type: "boolean", default: "true", expressions: true },
    "caching-type": {
      type: "enum",
      allowed: ["prefer-external", "internal", "external"],
      default: "prefer-external",
      expressions: false,
    },
    "allow-private-response-caching": { type: "boolean", default: "false", expressions: true },
  },
  children: {
    order: "choice",
    elements: [texts("vary-by-header"), texts("vary-by-query-parameter")],
  },
});
