import { definePolicy, everyScope } from "../define";
import { isProxyUrl } from "./proxy-url";

export const definition = definePolicy({
  name: "proxy",
  category: "routing",
  purpose: "Route the request through an HTTP proxy.",
  docs: "https://learn.microsoft.com/azure/api-management/proxy-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    url: {
      type: "string",
      required: true,
      expressions: true,
      problem: (url) => (isProxyUrl(url) ? null : "It must be an absolute URL of http or https."),
      form: { control: "url" },
    },
    username: { type: "string", expressions: true },
    password: { type: "string", expressions: true },
  },
});
