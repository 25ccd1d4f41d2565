import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "proxy",
  category: "routing",
  purpose: "Route the request through an HTTP proxy.",
  docs: "https://learn.microsoft.com/azure/api-management/proxy-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    url: { type: "string", required: true, expressions: true, form: { control: "url" } },
    username: { type: "string", expressions: true },
    password: { type: "string", expressions: true },
  },
});
