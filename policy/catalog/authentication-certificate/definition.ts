import { definePolicy, everyScope } from "../define";

export const definition = definePolicy({
  name: "authentication-certificate",
  category: "authentication",
  purpose: "Present a client certificate to the backend.",
  docs: "https://learn.microsoft.com/azure/api-management/authentication-certificate-policy",
  role: "step",
  sections: ["inbound"],
  scopes: everyScope,
  attributes: {
    thumbprint: { type: "string", expressions: true, refersTo: { kind: "certificate" } },
    "certificate-id": { type: "string", expressions: true, refersTo: { kind: "certificate" } },
    body: { type: "string", expressions: true },
    password: { type: "string", expressions: true },
  },
  constraints: [{ kind: "exactly-one", attributes: ["thumbprint", "certificate-id", "body"] }],
});
