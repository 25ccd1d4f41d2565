import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "cache-store",
  category: "caching",
  purpose: "Store the response for cache-lookup.",
  docs: "https://learn.microsoft.com/azure/api-management/cache-store-policy",
  role: "step",
  sections: ["outbound"],
  scopes: everyScope,
  once: "section",
  attributes: {
    duration: { type: "int32", min: 0, required: true, expressions: true, form: { control: "seconds" } },
    "cache-response": { type: "boolean", expressions: true },
    "caching-mode": { type: "string", expressions: true, form: { advanced: true } },
  },
});
