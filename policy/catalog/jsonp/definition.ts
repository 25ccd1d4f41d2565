import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "jsonp",
  category: "cross-domain",
  purpose: "Wrap JSON in a callback.",
  docs: "https://learn.microsoft.com/azure/api-management/jsonp-policy",
  role: "step",
  sections: ["outbound"],
  scopes: everyScope,
  once: "section",
  attributes: { "callback-parameter-name": { type: "string", required: true, expressions: true } },
});
