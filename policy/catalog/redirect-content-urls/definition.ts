import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "redirect-content-urls",
  category: "transformation",
  purpose: "Rewrite backend links in a body to gateway links (or back).",
  docs: "https://learn.microsoft.com/azure/api-management/redirect-content-urls-policy",
  role: "step",
  sections: ["inbound", "outbound"],
  scopes: everyScope,
  once: "section",
  attributes: {},
});
