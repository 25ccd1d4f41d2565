import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "authentication-basic",
  category: "authentication",
  purpose: "Send HTTP Basic credentials to the backend.",
  docs: "https://learn.microsoft.com/azure/api-management/authentication-basic-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    username: { type: "string", required: true, expressions: true },
    password: { type: "string", required: true, expressions: true },
  },
});
